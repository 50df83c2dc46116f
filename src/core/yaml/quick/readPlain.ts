import { NotQuick } from './notQuick.ts';

/** A value that ended on its line, and where. */
export interface OnLine {
  readonly value: unknown;
  readonly end: number;
}

const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const longestWord = 5;
const simpleNumber = /^(?:0|-?[1-9][0-9]{0,14}|(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6})$/;
/** A number in any other notation. */
const otherNumber = /^\+?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$|^0[xo][0-9a-f]+$|^\+?\.(?:inf|nan)$/i;
const forbiddenStart = /[-?:,[\]{}#&*!|>'"%@`]/;

/** A scalar without quotes that ends on its line, before a comment. */
export function readPlain(text: string, at: number): OnLine {
  const lineEnd = text.indexOf('\n', at);
  let end = lineEnd === -1 ? text.length : lineEnd;
  const line = text.slice(at, end);
  const comment = line.indexOf(' #');
  if (comment !== -1) end = at + comment;
  while (text.charCodeAt(end - 1) === 32) end--;
  const word = text.slice(at, end);
  if (word.includes(': ') || word.endsWith(':')) throw new NotQuick();
  return { value: plainScalar(word), end };
}

/** What a plain scalar means in the core schema. https://yaml.org/spec/1.2.2/#103-core-schema */
export function plainScalar(word: string): unknown {
  const first = word.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  if ((isDigit || first === 45) && simpleNumber.test(word)) return Number(word);
  if (!isDigit && forbiddenStart.test(word.charAt(0))) throw new NotQuick();
  if ((isDigit || first === 43 || first === 46) && otherNumber.test(word)) throw new NotQuick();
  if (word.length <= longestWord && words.has(word)) return words.get(word);
  return word;
}
