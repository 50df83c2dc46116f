import type { Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import type { Run } from './steps.ts';
import type { CelValue } from './value.ts';

/** A compiled expression. Answers a `Failure` where there is no value; throws only `OutOfSteps`. */
export type Code = (run: Run) => CelValue;

/** Thrown while compiling: this source is not CEL that we can run. */
export class Unreadable extends Error {}

/** What is known while one source is compiled. */
export interface Compilation {
  /** Of any expression. The parts of the compiler call each other through it. */
  readonly compile: (expr: Expr | undefined, scope: Scope) => Code;
  /** How many variables a run needs. */
  slots: number;
  usesOldSelf: boolean;
}

/** The variables that are in sight at one place, each with its slot. */
export class Scope {
  readonly compilation: Compilation;
  readonly #slots: ReadonlyMap<string, number>;

  constructor(compilation: Compilation, slots: ReadonlyMap<string, number>) {
    this.compilation = compilation;
    this.#slots = slots;
  }

  /** The code of an expression that stands here. */
  compile(expr: Expr | undefined): Code {
    return this.compilation.compile(expr, this);
  }

  /** The slot of a variable, or undefined when none of this name is in sight. */
  find(name: string): number | undefined {
    return this.#slots.get(name);
  }

  /** A scope with these variables as well; they hide others of the same name. */
  with(...names: readonly string[]): Scope {
    const slots = new Map(this.#slots);
    for (const name of names) slots.set(name, this.compilation.slots++);
    return new Scope(this.compilation, slots);
  }
}
