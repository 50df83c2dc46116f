import { isRecord } from '../workspace/readDocument.ts';

const longest = 60;

/** A value as it can stand in a sentence: scalars as they are, the rest by its size. */
export function sayValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return sayText(value);
  if (Array.isArray(value)) {
    const isShort = value.length <= 4 && value.every((item) => typeof item !== 'object' || item === null);
    if (isShort && value.length > 0) return value.map(sayValue).join(', ');
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  }
  if (!isRecord(value)) return String(value);
  return Object.keys(value).length === 0 ? 'an empty map' : `a map of ${Object.keys(value).length}`;
}

/** True for what `sayValue` says in full. */
export function isSayable(value: unknown): boolean {
  return typeof value === 'string'
    ? !value.includes('\n') && value.length <= longest
    : typeof value !== 'object';
}

function sayText(text: string): string {
  if (text === '') return 'an empty text';
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > 1) return `a text of ${lines} lines`;
  const line = text.trimEnd();
  const short = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return /^\s|\s$/.test(text.replace(/\n$/, '')) ? JSON.stringify(short) : short;
}

/** What a new or removed item is, in a few words: `HTTPS, port 443`; empty when there is nothing short to say. */
export function sayDetails(value: unknown, without: readonly string[] = []): string {
  if (!isRecord(value)) return '';
  const isSecret = value.kind === 'Secret';
  const parts: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (parts.length === 3) break;
    if (key === 'group' || without.includes(key) || !isSayable(inner) || (isSecret && key !== 'kind'))
      continue;
    parts.push(bareFields.has(key) ? sayValue(inner) : `${key} ${sayValue(inner)}`);
  }
  return parts.join(', ');
}

/** Fields whose values speak for themselves. */
const bareFields: ReadonlySet<string> = new Set([
  'protocol',
  'type',
  'kind',
  'method',
  'hostname',
  'value',
  'path',
]);
