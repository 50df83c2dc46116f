import { compilePattern } from '../../../text/pattern.ts';
import { findMatches } from '../../../text/patternFind.ts';
import { func, method, type Overload } from '../overload.ts';
import type { Run } from '../steps.ts';
import { fail } from '../value.ts';

/** RE2. https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-regex-library */
export const regexes: readonly Overload[] = [
  func('matches', ['string', 'string'], matches),
  method('matches', ['string', 'string'], matches),
  method('find', ['string', 'string'], (text, pattern, run) => find(text, pattern, 1n, run)[0] ?? ''),
  method('findAll', ['string', 'string'], (text, pattern, run) => find(text, pattern, -1n, run)),
  method('findAll', ['string', 'string', 'int'], find),
];

function matches(text: string, pattern: string, run: Run): boolean {
  run.spend(workOf(text, pattern));
  const compiled = compilePattern(pattern);
  return 'error' in compiled ? fail(`error parsing regexp: ${compiled.error}`) : compiled.test(text);
}

/** `limit`: negative for all. */
function find(text: string, pattern: string, limit: bigint, run: Run): readonly string[] {
  run.spend(workOf(text, pattern));
  const found = findMatches(pattern, text, limit < 0n ? Number.POSITIVE_INFINITY : Number(limit));
  return 'error' in found ? fail(`error parsing regexp: ${found.error}`) : found;
}

/** As the server estimates it: the length of the text by that of the pattern. */
function workOf(text: string, pattern: string): number {
  return ((1 + text.length / 10) * (1 + pattern.length / 4)) / 10;
}
