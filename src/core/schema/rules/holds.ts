import type { Condition } from '../../catalogue/rule.ts';
import { compilePattern } from '../../text/pattern.ts';
import { formatOf } from '../formats.ts';
import { isSame } from '../plain.ts';
import { compareValues, sizeOf } from './compareValues.ts';
import { isFilled, memberValues, readerOf, valueAtPath } from './rulePath.ts';
import { selects } from './selects.ts';

type Test = (value: unknown) => boolean;

const tests = new WeakMap<Condition, Test>();

/** Whether a condition is true of a value. Never fails: see `Condition` for what absent values make of it. */
export function holds(condition: Condition, value: unknown): boolean {
  return testOf(condition)(value);
}

/** A condition is read once: rules are asked of every resource. */
function testOf(condition: Condition): Test {
  let test = tests.get(condition);
  if (test === undefined) {
    test = readCondition(condition);
    tests.set(condition, test);
  }
  return test;
}

function readCondition(condition: Condition): Test {
  if ('all' in condition) return joined(condition.all, false);
  if ('any' in condition) return joined(condition.any, true);
  if ('not' in condition) {
    const test = testOf(condition.not);
    return (value) => !test(value);
  }
  if ('has' in condition) {
    const read = readerOf(condition.has);
    return (value) => read(value) !== undefined;
  }
  if ('filled' in condition) {
    const read = readerOf(condition.filled);
    return (value) => isFilled(read(value));
  }
  if ('is' in condition) return readIs(condition.is, condition.in);
  if ('matches' in condition) {
    const read = readerOf(condition.matches);
    return (value) => matches(read(value), condition.pattern);
  }
  if ('size' in condition) {
    const read = readerOf(condition.size);
    return (value) => isBetween(sizeOf(read(value)), condition);
  }
  if ('compare' in condition) return readCompare(condition);
  return readOfMembers(condition);
}

/** Any of them (`wanted` true), or all. */
function joined(conditions: readonly Condition[], wanted: boolean): Test {
  const each = conditions.map(testOf);
  return (value) => {
    for (const test of each) if (test(value) === wanted) return wanted;
    return !wanted;
  };
}

function readIs(path: string, values: readonly unknown[]): Test {
  const scalars = new Set(values);
  const others = values.filter((each) => typeof each === 'object');
  const read = readerOf(path);
  return (value) => {
    const found = read(value);
    if (found === undefined) return false;
    return scalars.has(found) || others.some((each) => isSame(each, found));
  };
}

function readCompare(condition: Extract<Condition, { compare: string }>): Test {
  const { compare, by, to, as } = condition;
  const read = readerOf(compare);
  const readOther = typeof to === 'string' ? readerOf(to) : () => to.value;
  return (value) => compareValues(read(value), by, readOther(value), as) ?? false;
}

type OfMembers = Extract<
  Condition,
  { every: string } | { some: string } | { count: string } | { format: string } | { selects: string }
>;

function readOfMembers(condition: OfMembers): Test {
  if ('every' in condition) {
    const test = testOf(condition.holds);
    return (value) => memberValues(value, condition.every, condition.keys).every(test);
  }
  if ('some' in condition) {
    const test = testOf(condition.holds);
    return (value) => memberValues(value, condition.some, condition.keys).some(test);
  }
  if ('count' in condition) {
    const test = testOf(condition.of);
    return (value) => isBetween(memberValues(value, condition.count).filter(test).length, condition);
  }
  if ('selects' in condition) {
    return (value) => selects(valueAtPath(value, condition.selects), valueAtPath(value, condition.labels));
  }
  const format = formatOf(condition.format, 'built-in');
  return (value) => {
    const text = valueAtPath(value, condition.of);
    return typeof text === 'string' && format?.test(text) === true;
  };
}

/** A text in which the RE2 pattern is found. */
export function matches(value: unknown, pattern: string): boolean {
  if (typeof value !== 'string') return false;
  const compiled = compilePattern(pattern);
  return !('error' in compiled) && compiled.test(value);
}

function isBetween(size: number, { min, max }: { readonly min?: number; readonly max?: number }): boolean {
  return (min === undefined || size >= min) && (max === undefined || size <= max);
}
