import { type CelValue, Duration, isNumber, Timestamp, Uint } from './value.ts';

/** Negative, zero or positive as `a` is before, at or after `b`; NaN when a NaN is among them; undefined without an order. */
export function compareValues(a: CelValue, b: CelValue): number | undefined {
  const left = worthOf(a);
  const right = worthOf(b);
  if (isNumber(left) && isNumber(right)) {
    return left < right ? -1 : left > right ? 1 : Number.isNaN(left) || Number.isNaN(right) ? Number.NaN : 0;
  }
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (left instanceof Duration && right instanceof Duration) return compareBigInts(left.nanos, right.nanos);
  if (left instanceof Timestamp && right instanceof Timestamp) return compareBigInts(left.nanos, right.nanos);
  if (left instanceof Uint8Array && right instanceof Uint8Array) return compareBytes(left, right);
  return undefined;
}

function worthOf(value: CelValue): CelValue {
  return value instanceof Uint ? value.value : value;
}

function compareBigInts(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By code points, as bytes of UTF-8 are ordered; JavaScript's `<` goes by halves of a pair. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] === b[i]) continue;
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    const isPair = left >= 0xd800 && left < 0xe000;
    if (isPair !== (right >= 0xd800 && right < 0xe000)) return isPair ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const way = (a[i] ?? 0) - (b[i] ?? 0);
    if (way !== 0) return way;
  }
  return a.length - b.length;
}
