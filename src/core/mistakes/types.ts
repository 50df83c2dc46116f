/**
 * Common mistakes from the field: what people write because another tool, an older version or a blog post has it so.
 * A mistake recognises faults that the schema alone can only call unknown or missing, says what was meant, and
 * how it is written. One file a mistake, one line in `registry.ts`. It changes words and ways out, never the verdict.
 */
import type { Fault, Repair } from '../schema/fault.ts';
import type { GroupKind } from '../workspace/types.ts';

export interface Mistake {
  /** `TS121`: stable, unique, never reused. */
  readonly code: string;
  /** Kebab-case; the public name. */
  readonly name: string;
  /** Where it comes from and why it is refused, for the documentation. */
  readonly reason: string;
  /** The kinds as they are written in the file (which may be under a wrong group). */
  readonly kinds: readonly GroupKind[];
  /** What it is, when the fault comes from this mistake. Must accept any value and never throw. */
  recognise(fault: Fault, resource: Readonly<Record<string, unknown>>): Recognised | undefined;
}

export interface Recognised {
  /** What is wrong, what was meant and the way out. */
  readonly message: string;
  /** The best first; each produces the real form. */
  readonly repairs: readonly Repair[];
}
