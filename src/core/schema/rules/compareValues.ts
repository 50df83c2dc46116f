import type { CompareRule } from '../../catalogue/rule.ts';
import { isWithin, liesInside, readRange } from '../formats/address.ts';
import { readDuration } from '../formats/duration.ts';
import { compareQuantities, readQuantity } from '../formats/quantity.ts';
import { codePoints, isMap, isSame } from '../plain.ts';

type By = CompareRule['by'];
type As = CompareRule['as'];

/** Whether two values are ordered so; undefined when they cannot be compared (absent, unreadable, of two types). */
export function compareValues(a: unknown, by: By, b: unknown, as: As): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (as === 'cidr') return compareRanges(a, by, b);
  const order = orderOf(a, b, as);
  if (order !== undefined) return isOrdered(order, by);
  if (as !== undefined || (by !== '=' && by !== '!=')) return undefined;
  return isSame(a, b) === (by === '=');
}

function orderOf(a: unknown, b: unknown, as: As): number | undefined {
  switch (as) {
    case 'duration':
      return orderOfScalars(durationOf(a), durationOf(b));
    case 'quantity': {
      const [left, right] = [readQuantity(a), readQuantity(b)];
      return left === undefined || right === undefined ? undefined : compareQuantities(left, right);
    }
    case 'lowercase':
      return orderOfScalars(lowercase(a), lowercase(b));
    case 'size':
      return orderOfScalars(typeof a === 'number' ? a : sizeOf(a), typeof b === 'number' ? b : sizeOf(b));
    default:
      return orderOfScalars(a, b);
  }
}

function orderOfScalars(a: unknown, b: unknown): number | undefined {
  const isOrderly = typeof a === typeof b && ['number', 'string', 'bigint'].includes(typeof a);
  if (!isOrderly) return undefined;
  const [left, right] = [a as number, b as number];
  return left < right ? -1 : left > right ? 1 : 0;
}

function isOrdered(order: number, by: By): boolean {
  switch (by) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
}

function compareRanges(a: unknown, by: By, b: unknown): boolean | undefined {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  if (left === undefined || right === undefined) return undefined;
  const isEqual = isWithin(left, right) && isWithin(right, left);
  switch (by) {
    case '<':
      return liesInside(left, right);
    case '<=':
      return isWithin(left, right);
    case '=':
      return isEqual;
    case '!=':
      return !isEqual;
    case '>=':
      return isWithin(right, left);
    case '>':
      return liesInside(right, left);
  }
}

function rangeOf(value: unknown) {
  return typeof value === 'string' ? readRange(value) : undefined;
}

function durationOf(value: unknown): bigint | undefined {
  return typeof value === 'string' ? readDuration(value) : undefined;
}

function lowercase(value: unknown): string | undefined {
  return typeof value === 'string' ? value.toLowerCase() : undefined;
}

/** The number of items, keys or code points; 0 for what is absent. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return codePoints(value);
  if (Array.isArray(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : 0;
}
