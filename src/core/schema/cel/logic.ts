import type { Code } from './scope.ts';
import { Failure, typeOf } from './value.ts';

type Operator = (operands: readonly Code[]) => Code;

/**
 * The operators that may answer without all of their operands. `||` and `&&` look at both sides: a failure on one does
 * not matter when the other decides.
 * https://github.com/google/cel-spec/blob/master/doc/langdef.md#logical-operators
 */
export const logic: Readonly<Record<string, Operator>> = {
  '_||_': ([left, right]) => decide('_||_', true, left, right),
  '_&&_': ([left, right]) => decide('_&&_', false, left, right),
  '_?_:_': ([test, yes, no]) => {
    return (run) => {
      const value = test?.(run);
      if (value === true) return yes?.(run);
      if (value === false) return no?.(run);
      return value instanceof Failure ? value : noOverload('_?_:_', value);
    };
  },
  '@not_strictly_false': ([operand]) => {
    return (run) => operand?.(run) !== false;
  },
};

/** `decisive`: the value of one side that settles the matter. */
function decide(name: string, decisive: boolean, left: Code | undefined, right: Code | undefined): Code {
  return (run) => {
    const first = left?.(run);
    if (first === decisive) return first;
    const second = right?.(run);
    if (second === decisive) return second;
    if (first instanceof Failure) return first;
    if (second instanceof Failure) return second;
    if (typeof first !== 'boolean') return noOverload(name, first);
    return typeof second === 'boolean' ? second : noOverload(name, second);
  };
}

function noOverload(name: string, value: unknown): Failure {
  return new Failure(`no such overload: ${name} of ${typeOf(value)}`);
}
