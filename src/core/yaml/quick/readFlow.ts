import { skipIndent } from '../lines.ts';
import { isQuickKey } from './isQuickKey.ts';
import { NotQuick } from './notQuick.ts';
import { type OnLine, plainScalar } from './readPlain.ts';
import { readQuoted } from './readQuoted.ts';

const key = /([A-Za-z][A-Za-z0-9_./-]*|"[A-Za-z0-9_./* -]*"|'[A-Za-z0-9_./* -]*'):[ ]+/y;
const word = /[^,[\]{}#:"'\n]+(?::[^ ,[\]{}#:"'\n]+)*/y;
const deepest = 20;

/** A map or list in braces or brackets that ends on its line. */
export function readFlow(text: string, at: number, depth = 0): OnLine {
  if (depth > deepest) throw new NotQuick();
  return text.charAt(at) === '{' ? readMap(text, at + 1, depth) : readList(text, at + 1, depth);
}

function readMap(text: string, start: number, depth: number): OnLine {
  const value: Record<string, unknown> = {};
  let at = skipIndent(text, start);
  if (text.charAt(at) === '}') return { value, end: at + 1 };
  for (;;) {
    key.lastIndex = at;
    const [all = '', written = ''] = key.exec(text) ?? [];
    const isQuoted = /^["']/.test(written);
    const name = isQuoted ? written.slice(1, -1) : written;
    if (all === '' || !isQuickKey(name, isQuoted) || Object.hasOwn(value, name)) throw new NotQuick();
    const item = readItem(text, at + all.length, depth);
    value[name] = item.value;
    at = skipIndent(text, item.end);
    if (text.charAt(at) === '}') return { value, end: at + 1 };
    at = behindComma(text, at);
  }
}

function readList(text: string, start: number, depth: number): OnLine {
  const value: unknown[] = [];
  let at = skipIndent(text, start);
  if (text.charAt(at) === ']') return { value, end: at + 1 };
  for (;;) {
    const item = readItem(text, at, depth);
    value.push(item.value);
    at = skipIndent(text, item.end);
    if (text.charAt(at) === ']') return { value, end: at + 1 };
    at = behindComma(text, at);
  }
}

function readItem(text: string, at: number, depth: number): OnLine {
  const first = text.charAt(at);
  if (first === '{' || first === '[') return readFlow(text, at, depth + 1);
  if (first === '"' || first === "'") return readQuoted(text, at);
  word.lastIndex = at;
  const written = word.exec(text)?.[0].trimEnd();
  if (written === undefined || written === '') throw new NotQuick();
  return { value: plainScalar(written), end: at + written.length };
}

function behindComma(text: string, at: number): number {
  if (text.charAt(at) !== ',') throw new NotQuick();
  return skipIndent(text, at + 1);
}
