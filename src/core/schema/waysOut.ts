import type { CatalogueKind } from '../catalogue/catalogue.ts';
import { lastKey } from '../yaml/path.ts';
import type { Fault, Repair, Verdict } from './fault.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { takeSteps } from './repairs/takeSteps.ts';

/** In values looked at, over all trials of one resource: some tens of milliseconds. */
const mostWork = 100_000;

/**
 * Keeps of the ways out of a resource's faults those that work: each is taken on a copy, which is judged again. Of a
 * resource with so many faults that this would take too long, the last ones keep theirs untried: the action that takes
 * one looks again.
 */
export class WaysOut {
  readonly #kind: CatalogueKind;
  readonly #value: unknown;
  readonly #verdict: Verdict;
  readonly #options: JudgeOptions;
  readonly #counts = new Map<string, number>();
  #work = 0;
  #size: number | undefined;

  /** `verdict`: what `judge` said of the value with the same options. */
  constructor(kind: CatalogueKind, value: unknown, verdict: Verdict, options: JudgeOptions = {}) {
    this.#kind = kind;
    this.#value = value;
    this.#verdict = verdict;
    this.#options = options;
  }

  /** Those of the repairs after which the fault is gone, in the same order. */
  of(fault: Fault, repairs: readonly Repair[]): readonly Repair[] {
    const working = repairs.filter((repair) => this.#works(fault, repair));
    return working.length === repairs.length ? repairs : working;
  }

  #works(fault: Fault, { steps }: Repair): boolean {
    this.#size ??= sizeOf(this.#value);
    this.#work += this.#size * (1 + steps.length / 4);
    if (this.#work > mostWork) return true;
    const after = judge(this.#kind, takeSteps(this.#value, steps), this.#options);
    // Where not all are listed, others come up when one is gone.
    if (this.#verdict.omitted !== undefined) return totalOf(after) < totalOf(this.#verdict);
    return countAlike(after.faults, fault) < this.#countBefore(fault);
  }

  #countBefore(fault: Fault): number {
    const name = `${fault.fault} ${lastKey(fault.path) ?? ''}`;
    const kept = this.#counts.get(name) ?? countAlike(this.#verdict.faults, fault);
    this.#counts.set(name, kept);
    return kept;
  }
}

function totalOf({ faults, omitted = 0 }: Verdict): number {
  return faults.length + omitted;
}

/** Faults of the same sort at a field of the same name: items of a list that is made shorter move up, with their faults. */
function countAlike(faults: readonly Fault[], fault: Fault): number {
  const field = lastKey(fault.path);
  return faults.filter((each) => each.fault === fault.fault && lastKey(each.path) === field).length;
}

function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const entry of Object.values(value)) size += sizeOf(entry);
  return size;
}
