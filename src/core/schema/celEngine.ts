/**
 * Runs the CEL rules of a user's CRDs as the API server runs them, with the server's libraries. The parser is
 * `@bufbuild/cel`'s; the expression is then compiled to plain functions over the resource's own data, because a rule needs
 * what that package's runner does not have: optional values, opaque types (quantity, ip, url), loops with two variables,
 * text counted in code points, and a limit on the work. It needs no `eval`.
 * It promises: a rule that we cannot read is said to be unreadable; no rule throws; none runs away.
 * It refuses to model the server's cost estimates.
 * https://kubernetes.io/docs/reference/using-api/cel/
 */
import { parse } from '@bufbuild/cel';
import { compileExpression } from './cel/compileExpression.ts';
import { writePlainSyntax } from './cel/optionalSyntax.ts';
import { type Code, type Compilation, Scope, Unreadable } from './cel/scope.ts';
import { OutOfSteps, Run } from './cel/steps.ts';
import { Failure, Optional } from './cel/value.ts';
import type { CelEngine, CelOptions, CelProgram } from './cel.ts';

/** In characters; upstream's longest rule has some 900. Beyond it a rule is unreadable. */
const longestSource = 100_000;

/** An engine with its own memory of compiled rules. */
export function createCelEngine(): CelEngine {
  const programs = new Map<string, CelProgram | { readonly unreadable: string }>();
  return {
    compile(source, options = {}) {
      const key = `${options.hasOptionalOldSelf === true ? '?' : ' '}${source}`;
      let program = programs.get(key);
      if (program === undefined) {
        program = compile(source, options);
        programs.set(key, program);
      }
      return program;
    },
  };
}

function compile(source: string, options: CelOptions): CelProgram | { readonly unreadable: string } {
  if (source.length > longestSource) return { unreadable: `it has more than ${longestSource} characters` };
  const compilation: Compilation = { compile: compileExpression, slots: 2, usesOldSelf: false };
  try {
    const scope = new Scope(
      compilation,
      new Map([
        ['self', 0],
        ['oldSelf', 1],
      ]),
    );
    const code = scope.compile(parse(writePlainSyntax(source)).expr);
    return createProgram(code, compilation, options.hasOptionalOldSelf === true);
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
}

function createProgram(
  code: Code,
  { slots, usesOldSelf }: Compilation,
  hasOptionalOldSelf: boolean,
): CelProgram {
  return {
    usesOldSelf,
    run(self, oldSelf) {
      const variables = new Array<unknown>(slots).fill(null);
      variables[0] = self;
      variables[1] = hasOptionalOldSelf
        ? Optional.of(oldSelf)
        : oldSelf === undefined
          ? new Failure('there is no oldSelf')
          : oldSelf;
      try {
        const value = code(new Run(variables));
        return value instanceof Failure ? { error: value.message } : { value };
      } catch (error) {
        if (error instanceof OutOfSteps)
          return { error: 'the rule takes too much work on a value of this size' };
        return { error: reasonOf(error) };
      }
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'it is nested too deeply';
  if (error instanceof Unreadable || error instanceof Error) return error.message;
  return String(error);
}
