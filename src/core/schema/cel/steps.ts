/** Thrown when a rule takes too much work: not a `Failure`, so that nothing in the rule can hide it. */
export class OutOfSteps extends Error {}

/**
 * What the server allows one call of a rule in its own units; ours (items looked at, characters read) are coarser, so
 * that a rule which stays within the server's limit stays within this one.
 * https://kubernetes.io/docs/reference/using-api/cel/#resource-constraints
 */
export const maxSteps = 1_000_000;

/** One run of a rule: its variables, and the work that is left. */
export class Run {
  readonly slots: unknown[];
  #left: number;

  constructor(slots: unknown[], steps: number = maxSteps) {
    this.slots = slots;
    this.#left = steps;
  }

  /** Takes note of work; throws `OutOfSteps` when it is too much. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfSteps();
  }
}
