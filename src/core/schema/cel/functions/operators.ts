import { compareValues } from '../compareValues.ts';
import { func, type Overload, type Param } from '../overload.ts';
import type { Run } from '../steps.ts';
import { type CelValue, entryOf, fail, isEqual, Uint } from '../value.ts';
import { checkDuration, checkTimestamp } from './timeText.ts';

/** Arithmetic, comparison and membership. https://github.com/google/cel-spec/blob/master/doc/langdef.md#arithmetic */
export const operators: readonly Overload[] = [
  func('_==_', ['any', 'any'], (a, b, run) => isEqual(a, b) && spendSize(a, run)),
  func('_!=_', ['any', 'any'], (a, b, run) => !(isEqual(a, b) && spendSize(a, run))),
  func('_<_', ['any', 'any'], (a, b) => order(a, b) < 0),
  func('_<=_', ['any', 'any'], (a, b) => order(a, b) <= 0),
  func('_>_', ['any', 'any'], (a, b) => order(a, b) > 0),
  func('_>=_', ['any', 'any'], (a, b) => order(a, b) >= 0),
  func('@in', ['any', 'list'], (item, list, run) => {
    run.spend(list.length);
    return list.some((each) => isEqual(each, item));
  }),
  func('@in', ['any', 'map'], (key, map) => entryOf(map, key) !== undefined),
  func('!_', ['bool'], (value) => !value),

  ...numeric(
    '_+_',
    (a, b) => a + b,
    (a, b) => a + b,
  ),
  ...numeric(
    '_-_',
    (a, b) => a - b,
    (a, b) => a - b,
  ),
  ...numeric(
    '_*_',
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  ...numeric(
    '_/_',
    (a, b) => (b === 0n ? fail('division by zero') : a / b),
    (a, b) => a / b,
  ),
  func('_%_', ['int', 'int'], (a, b) => (b === 0n ? fail('modulus by zero') : a % b)),
  func(
    '_%_',
    ['uint', 'uint'],
    (a, b) => new Uint(b.value === 0n ? fail('modulus by zero') : a.value % b.value),
  ),
  func('-_', ['int'], (value) => checkInt(-value)),
  func('-_', ['double'], (value) => -value),
  func('-_', ['google.protobuf.Duration'], (value) => checkDuration(-value.nanos)),

  func('_+_', ['string', 'string'], (a, b, run) => {
    run.spend((a.length + b.length) / 10);
    return a + b;
  }),
  func('_+_', ['bytes', 'bytes'], (a, b, run) => {
    run.spend(a.length + b.length);
    return Uint8Array.from([...a, ...b]);
  }),
  func('_+_', ['list', 'list'], (a, b, run) => {
    run.spend(a.length + b.length);
    return [...a, ...b];
  }),
  ...timeSums(),
];

function timeSums(): Overload[] {
  const [duration, timestamp] = ['google.protobuf.Duration', 'google.protobuf.Timestamp'] as const;
  return [
    func('_+_', [duration, duration], (a, b) => checkDuration(a.nanos + b.nanos)),
    func('_-_', [duration, duration], (a, b) => checkDuration(a.nanos - b.nanos)),
    func('_+_', [timestamp, duration], (a, b) => checkTimestamp(a.nanos + b.nanos)),
    func('_+_', [duration, timestamp], (a, b) => checkTimestamp(a.nanos + b.nanos)),
    func('_-_', [timestamp, duration], (a, b) => checkTimestamp(a.nanos - b.nanos)),
    func('_-_', [timestamp, timestamp], (a, b) => checkDuration(a.nanos - b.nanos)),
  ];
}

function numeric(
  name: string,
  ints: (a: bigint, b: bigint) => bigint,
  doubles: (a: number, b: number) => number,
): Overload[] {
  const both = (type: 'int' | 'uint' | 'double'): readonly [Param, Param] => [type, type];
  return [
    func(name, both('int'), (a, b) => checkInt(ints(a as bigint, b as bigint))),
    func(name, both('uint'), (a, b) => checkUint(ints((a as Uint).value, (b as Uint).value))),
    func(name, both('double'), (a, b) => doubles(a as number, b as number)),
  ];
}

export function checkInt(value: bigint): bigint {
  return BigInt.asIntN(64, value) === value ? value : fail('integer overflow');
}

export function checkUint(value: bigint): Uint {
  return BigInt.asUintN(64, value) === value ? new Uint(value) : fail('unsigned integer overflow');
}

function order(a: CelValue, b: CelValue): number {
  return compareValues(a, b) ?? fail('no such overload: these values have no order');
}

/** Comparing a long list took as many steps as it has items. Always true. */
function spendSize(value: CelValue, run: Run): true {
  if (Array.isArray(value)) run.spend(value.length);
  else if (typeof value === 'string') run.spend(value.length / 10);
  return true;
}
