import type { Plain } from '../../yaml/types.ts';
import { fits } from '../fits.ts';
import { nameFormats } from '../formats/names.ts';
import { suggestName } from '../nameRules.ts';
import type { SchemaNode } from '../schemaNode.ts';

/** In characters: what is longer is no misspelt word, and looking for one would take long. */
const longest = 1000;

/**
 * The same value in a spelling that the schema takes: `30` as `30s`, `1 Gi` as `1Gi`, a URL as its host name, a number as
 * text. The likeliest first; only what fits.
 */
export function respell(node: SchemaNode, value: unknown): readonly Plain[] {
  const found: Plain[] = [];
  for (const candidate of candidatesOf(value)) {
    if (candidate !== value && !found.includes(candidate) && fits(node, candidate)) found.push(candidate);
    if (found.length === 2) break;
  }
  return found;
}

/** Spellings of a map's key that would do, the likeliest first. */
export function respellKey(key: string, isGood: (candidate: string) => boolean): readonly string[] {
  const texts = candidatesOf(key).filter((each) => typeof each === 'string');
  return [...new Set(texts)].filter((each) => each !== key && isGood(each));
}

function candidatesOf(value: unknown): readonly Plain[] {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return [String(value), ...(typeof value === 'number' ? candidatesOf(`${value}`) : [])];
  }
  if (typeof value !== 'string' || value.length > longest) return [];
  const text = value.trim();
  return [
    ...scalarsIn(text),
    text,
    ...durations(text),
    ...quantities(text),
    ...names(text),
    ...paths(text),
    text.toUpperCase(),
    text.slice(0, 1).toUpperCase() + text.slice(1),
  ].filter((candidate) => candidate !== '');
}

function scalarsIn(text: string): readonly Plain[] {
  if (/^[+-]?[0-9]+(\.[0-9]+)?$/.test(text)) return [Number(text)];
  if (/^(true|yes|on)$/i.test(text)) return [true];
  return /^(false|no|off)$/i.test(text) ? [false] : [];
}

const unitWords: readonly (readonly [RegExp, string])[] = [
  [/^(ms|msecs?|millis?|milliseconds?)$/i, 'ms'],
  [/^(s|secs?|seconds?)$/i, 's'],
  [/^(m|mins?|minutes?)$/i, 'm'],
  [/^(h|hrs?|hours?)$/i, 'h'],
];

function durations(text: string): readonly string[] {
  if (/^[0-9]+$/.test(text)) return [`${text}s`, `${text}ms`];
  const days = /^([0-9]{1,4})\s*d(ays?)?$/i.exec(text);
  if (days !== null) return [`${Number(days[1]) * 24}h`];
  const parts = [...text.matchAll(/([0-9]+)(?:\.([0-9]{1,3}))?\s*([A-Za-z]+)/g)];
  if (parts.length === 0 || parts.map(([all]) => all).join('') !== text.replace(/\s+(?=[0-9])/g, ''))
    return [];
  const units = parts.map(([, , , unit = '']) => unitWords.find(([word]) => word.test(unit))?.[1]);
  if (units.some((unit) => unit === undefined)) return [];
  const plain = parts.map(([, whole = '', fraction], i) =>
    fraction === undefined
      ? `${whole}${units[i]}`
      : wholeMillis(Number(`${whole}.${fraction}`), units[i] ?? 's'),
  );
  return [plain.join('')];
}

/** `1.5s` as `1500ms`, `1.5h` as `90m`. */
function wholeMillis(count: number, unit: string): string {
  const smaller: Readonly<Record<string, readonly [number, string]>> = {
    h: [60, 'm'],
    m: [60, 's'],
    s: [1000, 'ms'],
  };
  const [times, next] = smaller[unit] ?? [1, unit];
  return `${Math.round(count * times)}${next}`;
}

function quantities(text: string): readonly string[] {
  const match = /^([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]+)$/.exec(text);
  if (match === null) return [];
  const [, count = '', suffix = ''] = match;
  const letter = suffix.slice(0, 1);
  const upper = letter.toUpperCase();
  const candidates = [`${count}${suffix}`];
  if (/^[kmgtpe]ib?$/i.test(suffix)) candidates.push(`${count}${upper}i`);
  if (/^[kmgtpe]b?$/i.test(suffix))
    candidates.push(`${count}${upper}i`, `${count}${upper === 'K' ? 'k' : upper}`);
  return candidates;
}

function names(text: string): readonly string[] {
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#@]+)/i.exec(text)?.[1] ?? text;
  const bare = host
    .replace(/:[0-9]+$/, '')
    .replace(/\/.*$/, '')
    .replace(/\.$/, '');
  const formats = ['dns-subdomain', ...(bare.includes('.') ? [] : ['dns-label'])].flatMap(
    (name) => nameFormats[name] ?? [],
  );
  const suggestions = formats.flatMap((format) => suggestName(bare, format) ?? []);
  return [
    text.toLowerCase(),
    bare,
    bare.toLowerCase(),
    ...suggestions,
    text.replace(/[\s:]+/g, '-').replace(/-+$/, ''),
  ];
}

function paths(text: string): readonly string[] {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/]+(\/.*)$/i.exec(text)?.[1];
  return [
    ...(path === undefined ? [] : [path]),
    ...(text.startsWith('/') ? [] : [`/${text}`]),
    `https://${text}`,
  ];
}
