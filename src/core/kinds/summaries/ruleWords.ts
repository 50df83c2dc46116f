import { backendWords } from './backendSummary.ts';
import { answerWords, filterChips } from './filterChips.ts';
import { sayGrpcMatch, sayHttpMatch, sayMatches } from './matchSummary.ts';

/** A rule of an HTTPRoute as a sentence: `GET requests under /api go to 90 % v1 · 10 % v2 (mirror 5 %)`. */
export function sayHttpRule(rule: unknown): string {
  return sayRule(rule, sayMatches(rule, sayHttpMatch, 'Every request'));
}

/** A rule of a GRPCRoute as a sentence: `Calls of shop.v1.Orders/Get go to orders:9000`. */
export function sayGrpcRule(rule: unknown): string {
  return sayRule(rule, sayMatches(rule, sayGrpcMatch, 'Every call'));
}

/** The rule of a route of layer 4, which has no matches, as a sentence: `All connections go to database:5432`. */
export function sayRule(rule: unknown, subject: string): string {
  const isOne = subject === 'Every request' || subject === 'Every call';
  const backends = backendWords(rule);
  if (backends === undefined)
    return `${subject} ${answerWords(rule, isOne) ?? `${isOne ? 'has' : 'have'} no backend`}`;
  const filters = filterChips(rule).map(({ text }) => text);
  const besides = filters.length === 0 ? '' : ` (${filters.slice(0, 4).join(', ')})`;
  return `${subject} ${isOne ? 'goes' : 'go'} to ${backends}${besides}`;
}
