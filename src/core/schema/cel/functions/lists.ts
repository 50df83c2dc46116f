import { compareValues } from '../compareValues.ts';
import { func, method, type Overload } from '../overload.ts';
import { sortByKeys } from '../sortByKeys.ts';
import type { Run } from '../steps.ts';
import { type CelValue, Duration, fail, isEqual, typeOf, Uint } from '../value.ts';
import { checkInt, checkUint } from './operators.ts';
import { checkDuration } from './timeText.ts';

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library and cel-go's list extension. */
export const lists: readonly Overload[] = [
  method('isSorted', ['list'], (list, run) => {
    run.spend(list.length);
    return list.every((each, i) => i === 0 || order(list[i - 1], each) <= 0);
  }),
  method('sum', ['list'], sum),
  method('min', ['list'], (list, run) => extreme('min', list, -1, run)),
  method('max', ['list'], (list, run) => extreme('max', list, 1, run)),
  method('indexOf', ['list', 'any'], (list, item, run) => {
    run.spend(list.length);
    return BigInt(list.findIndex((each) => isEqual(each, item)));
  }),
  method('lastIndexOf', ['list', 'any'], (list, item, run) => {
    run.spend(list.length);
    return BigInt(list.findLastIndex((each) => isEqual(each, item)));
  }),
  method('sort', ['list'], (list, run) => {
    run.spend(list.length * 4);
    const sorted = sortByKeys(list, list);
    return Array.isArray(sorted) ? sorted : fail('no such overload: these values have no order');
  }),
  method('reverse', ['list'], (list, run) => {
    run.spend(list.length);
    return [...list].reverse();
  }),
  method('slice', ['list', 'int', 'int'], (list, from, to) => {
    if (from < 0n || to < 0n || from > to)
      fail(`cannot slice(${from}, ${to}): a negative index, or a start behind the end`);
    if (to > BigInt(list.length)) fail(`cannot slice(${from}, ${to}), list is length ${list.length}`);
    return list.slice(Number(from), Number(to));
  }),
  method('flatten', ['list'], (list, run) => flatten(list, 1n, run)),
  method('flatten', ['list', 'int'], flatten),
  method('distinct', ['list'], distinct),
  func('lists.range', ['int'], (count, run) => {
    const length = Number(count < 0n ? 0n : count);
    run.spend(length);
    return Array.from({ length }, (_, i) => BigInt(i));
  }),
];

function order(a: CelValue, b: CelValue): number {
  return compareValues(a, b) ?? fail('no such overload: these values have no order');
}

function extreme(name: string, list: readonly CelValue[], way: number, run: Run): CelValue {
  if (list.length === 0) fail(`${name} called on empty list`);
  run.spend(list.length);
  return list.reduce((best, each) => (order(each, best) * way > 0 ? each : best));
}

function sum(list: readonly CelValue[], run: Run): CelValue {
  run.spend(list.length);
  if (list.length === 0) return 0n;
  return list.reduce((total, each) => {
    if (typeof total === 'bigint' && typeof each === 'bigint') return checkInt(total + each);
    if (typeof total === 'number' && typeof each === 'number') return total + each;
    if (total instanceof Uint && each instanceof Uint) return checkUint(total.value + each.value);
    if (total instanceof Duration && each instanceof Duration) return checkDuration(total.nanos + each.nanos);
    return fail(`no such overload: sum of ${typeOf(total)} and ${typeOf(each)}`);
  });
}

function flatten(list: readonly CelValue[], depth: bigint, run: Run): readonly CelValue[] {
  if (depth < 0n) fail('level must be non-negative');
  run.spend(list.length);
  if (depth === 0n) return list;
  return list.flatMap((each) => (Array.isArray(each) ? flatten(each, depth - 1n, run) : [each]));
}

function distinct(list: readonly CelValue[], run: Run): readonly CelValue[] {
  const found: CelValue[] = [];
  for (const each of list) {
    run.spend(found.length);
    if (!found.some((other) => isEqual(each, other))) found.push(each);
  }
  return found;
}
