import type { FaultDetail } from '../fault.ts';
import { listOf, sayType, sayValue } from './sayValue.ts';

/** A value of the wrong type, with the way out that fits what is there. */
export function sayTypeFault(fault: Extract<FaultDetail, { fault: 'type' }>, place: string): string {
  const { expected, actual, value } = fault;
  const isScalar = typeof value !== 'object';
  const is = isScalar && value !== undefined ? `${sayType(actual)} (${sayValue(value)})` : sayType(actual);
  return `${place} must be ${listOf(expected.map(sayType), 'or')}, but it is ${is}. ${wayOut(fault)}`;
}

function wayOut({ expected, actual, value }: Extract<FaultDetail, { fault: 'type' }>): string {
  const [wanted] = expected;
  if (actual === 'null') return 'Fill it in, or remove it.';
  if (wanted === 'string' && typeof value !== 'object') return `Put it in quotes: "${String(value)}".`;
  if (wanted === 'array') return 'Write it as a list, each item after a dash.';
  if (actual === 'array') return 'Remove the dash, so that it is one value.';
  if (wanted === 'object') return 'Write its fields below it, one a line.';
  if (typeof value !== 'string') return 'Change it.';
  const isNumber =
    (wanted === 'integer' || wanted === 'number') && value.trim() !== '' && !Number.isNaN(Number(value));
  if (isNumber || (wanted === 'boolean' && /^(true|false)$/.test(value))) return 'Remove the quotes.';
  return wanted === 'boolean' ? 'Write true or false.' : 'Write a number.';
}
