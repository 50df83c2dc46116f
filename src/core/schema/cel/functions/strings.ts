import { codePoints } from '../../plain.ts';
import { func, method, type Overload } from '../overload.ts';
import type { Run } from '../steps.ts';
import { type CelValue, fail } from '../value.ts';
import { formatText } from './formatText.ts';

/** Text. Positions count code points. https://pkg.go.dev/github.com/google/cel-go/ext#Strings */
export const strings: readonly Overload[] = [
  method('contains', ['string', 'string'], (text, part) => text.includes(part)),
  method('startsWith', ['string', 'string'], (text, part) => text.startsWith(part)),
  method('endsWith', ['string', 'string'], (text, part) => text.endsWith(part)),
  method('charAt', ['string', 'int'], (text, index) => {
    const points = [...text];
    return points[position(index, points.length)] ?? '';
  }),
  method('indexOf', ['string', 'string'], (text, part) => pointIndex(text, text.indexOf(part))),
  method('indexOf', ['string', 'string', 'int'], (text, part, from, run) => findFrom(text, part, from, run)),
  method('lastIndexOf', ['string', 'string'], (text, part) => pointIndex(text, text.lastIndexOf(part))),
  method('lastIndexOf', ['string', 'string', 'int'], (text, part, from, run) =>
    findBefore(text, part, from, run),
  ),
  method('lowerAscii', ['string'], (text) => text.replace(/[A-Z]+/g, (part) => part.toLowerCase())),
  method('upperAscii', ['string'], (text) => text.replace(/[a-z]+/g, (part) => part.toUpperCase())),
  method('replace', ['string', 'string', 'string'], (text, from, to, run) =>
    replace(text, from, to, -1n, run),
  ),
  method('replace', ['string', 'string', 'string', 'int'], replace),
  method('split', ['string', 'string'], (text, by, run) => split(text, by, -1n, run)),
  method('split', ['string', 'string', 'int'], split),
  method('substring', ['string', 'int'], (text, from) => {
    const points = [...text];
    return points.slice(position(from, points.length)).join('');
  }),
  method('substring', ['string', 'int', 'int'], (text, from, to) => {
    const points = [...text];
    const [start, end] = [position(from, points.length), position(to, points.length)];
    if (start > end) fail(`invalid substring range. start: ${start}, end: ${end}`);
    return points.slice(start, end).join('');
  }),
  // Unicode's White_Space, which is not quite what JavaScript's `trim` takes away.
  method('trim', ['string'], (text) =>
    text.replace(/^\p{White_Space}+/u, '').replace(/(?<!\p{White_Space})\p{White_Space}+$/u, ''),
  ),
  method('reverse', ['string'], (text) => [...text].reverse().join('')),
  method('join', ['list'], (list, run) => join(list, '', run)),
  method('join', ['list', 'string'], join),
  method('format', ['string', 'list'], formatText),
  func('strings.quote', ['string'], quote),
];

/** A position up to the end itself. */
function position(index: bigint, length: number): number {
  if (index < 0n || index > BigInt(length)) fail(`index out of range: ${index}`);
  return Number(index);
}

/** From an index of JavaScript's. */
function pointIndex(text: string, index: number): bigint {
  return index < 0 ? -1n : BigInt(codePoints(text.slice(0, index)));
}

function findFrom(text: string, part: string, from: bigint, run: Run): bigint {
  const points = [...text];
  run.spend(points.length / 10);
  const start = position(from, points.length);
  const found = pointIndex(points.slice(start).join(''), points.slice(start).join('').indexOf(part));
  return found < 0n ? -1n : found + BigInt(start);
}

function findBefore(text: string, part: string, from: bigint, run: Run): bigint {
  const points = [...text];
  run.spend(points.length / 10);
  const start = position(from, points.length);
  return pointIndex(text, text.lastIndexOf(part, points.slice(0, start).join('').length));
}

function replace(text: string, from: string, to: string, limit: bigint, run: Run): string {
  run.spend((text.length * (to.length + 1)) / 10);
  if (limit < 0n) return text.split(from).length > 1 || from === '' ? replaceAll(text, from, to) : text;
  let left = limit;
  const pieces = from === '' ? ['', ...[...text], ''] : text.split(from);
  let out = pieces[0] ?? '';
  for (const piece of pieces.slice(1)) {
    out += (left > 0n ? to : from) + piece;
    left -= 1n;
  }
  return out;
}

function replaceAll(text: string, from: string, to: string): string {
  return (from === '' ? ['', ...[...text], ''] : text.split(from)).join(to);
}

/** `limit`: at most so many parts, the last with all of the rest; negative: all; zero: none. */
function split(text: string, by: string, limit: bigint, run: Run): string[] {
  run.spend(text.length / 10);
  if (limit === 0n) return [];
  const parts = by === '' ? [...text] : text.split(by);
  if (limit < 0n || BigInt(parts.length) <= limit) return parts;
  const kept = Number(limit) - 1;
  return [...parts.slice(0, kept), parts.slice(kept).join(by)];
}

function join(list: readonly CelValue[], by: string, run: Run): string {
  run.spend(list.length * (1 + by.length / 10));
  return list
    .map((each) =>
      typeof each === 'string' ? each : fail('no such overload: join of a list that is not of strings'),
    )
    .join(by);
}

const escapes: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are written as escapes
  return `"${text.replace(/[\u0007\b\f\n\r\t\v\\"]/g, (sign) => escapes[sign] ?? sign)}"`;
}
