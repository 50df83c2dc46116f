import type { Condition } from '../../catalogue/rule.ts';
import { listOf, sayValue } from '../words/sayValue.ts';
import { wordsOfPath } from './rulePath.ts';

/** A condition in words that follow `when`; undefined for what takes more than a clause. */
export function sayCondition(condition: Condition): string | undefined {
  if ('has' in condition) return `${wordsOfPath(condition.has)} is set`;
  if ('filled' in condition) return `${wordsOfPath(condition.filled)} is not empty`;
  if ('is' in condition) {
    return `${wordsOfPath(condition.is)} is ${listOf(condition.in.map(sayValue), 'or')}`;
  }
  if ('not' in condition) return sayOpposite(condition.not);
  if ('all' in condition) return join(condition.all, 'and');
  if ('any' in condition) return join(condition.any, 'or');
  if ('size' in condition) return `${wordsOfPath(condition.size)} has ${sayLimits(condition)}`;
  if ('compare' in condition) {
    const { to } = condition;
    const other = typeof to === 'string' ? wordsOfPath(to) : sayValue(to.value);
    return `${wordsOfPath(condition.compare)} is ${sayOrder(condition.by)} ${other}`;
  }
  return undefined;
}

function sayOpposite(condition: Condition): string | undefined {
  if ('has' in condition) return `${wordsOfPath(condition.has)} is not set`;
  if ('filled' in condition) return `${wordsOfPath(condition.filled)} is empty or not set`;
  if ('is' in condition) {
    return `${wordsOfPath(condition.is)} is not ${listOf(condition.in.map(sayValue), 'or')}`;
  }
  return undefined;
}

function join(conditions: readonly Condition[], joint: 'and' | 'or'): string | undefined {
  const words = conditions.map(sayCondition);
  return words.some((each) => each === undefined) || words.length > 3
    ? undefined
    : listOf(words as string[], joint);
}

/** `at least 1`, `at most 16`, `exactly 3`, `between 1 and 16`. */
export function sayLimits({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min === undefined) return max === undefined ? 'any number' : `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `between ${min} and ${max}`;
}

/** How two values must be ordered, in words that stand between them. */
export function sayOrder(by: '<' | '<=' | '=' | '!=' | '>=' | '>', as?: string): string {
  const isInside = as === 'cidr';
  switch (by) {
    case '<':
      return isInside ? 'inside' : 'less than';
    case '<=':
      return isInside ? 'inside or the same as' : 'at most';
    case '=':
      return 'the same as';
    case '!=':
      return 'other than';
    case '>=':
      return isInside ? 'around or the same as' : 'at least';
    case '>':
      return isInside ? 'around' : 'greater than';
  }
}

/** ` when tls.mode is Terminate`, or nothing. */
export function whenWords(when: Condition | undefined): string {
  const words = when === undefined ? undefined : sayCondition(when);
  return words === undefined ? '' : ` when ${words}`;
}
