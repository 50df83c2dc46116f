import { func, method, type Overload } from '../overload.ts';
import { type CelValue, Duration, fail, isMap, Optional, sizeOfMap, Timestamp, Uint } from '../value.ts';

/** Values that may be absent. https://github.com/google/cel-spec/wiki/proposal-246 */
export const optionals: readonly Overload[] = [
  func('optional.none', [], () => Optional.none),
  func('optional.of', ['any'], (value) => Optional.of(value)),
  func('optional.ofNonZeroValue', ['any'], (value) => (isZero(value) ? Optional.none : Optional.of(value))),
  method('hasValue', ['optional_type'], ({ value }) => value !== undefined),
  method('value', ['optional_type'], ({ value }) => value ?? optionalNone(value)),
  method('or', ['optional_type', 'optional_type'], (first, second) =>
    first.value === undefined ? second : first,
  ),
  method('orValue', ['optional_type', 'any'], ({ value }, instead) =>
    value === undefined ? instead : value,
  ),
  func('optional.unwrap', ['list'], unwrap),
  method('unwrapOpt', ['list'], unwrap),
  method('first', ['list'], (list) => Optional.of(list[0])),
  method('last', ['list'], (list) => Optional.of(list.at(-1))),
];

/** Null is a value. */
function optionalNone(value: CelValue): CelValue {
  return value === undefined ? fail('optional.none() dereference') : value;
}

function unwrap(list: readonly CelValue[]): CelValue {
  return list.flatMap((each) => {
    if (!(each instanceof Optional))
      return fail('no such overload: unwrap of a list that is not of optionals');
    return each.value === undefined ? [] : [each.value];
  });
}

function isZero(value: CelValue): boolean {
  if (value === null || value === false || value === '' || value === 0n || value === 0) return true;
  if (value instanceof Uint) return value.value === 0n;
  if (value instanceof Duration || value instanceof Timestamp) return value.nanos === 0n;
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length === 0;
  return isMap(value) && sizeOfMap(value) === 0;
}
