import { decodeBase64 } from './cel/functions/base64.ts';
import { Duration, Timestamp } from './cel/value.ts';
import { isLooseDuration, readDuration } from './formats/duration.ts';
import { isDate, isDateTime } from './formats/openApiTexts.ts';
import { isMap, type PlainMap } from './plain.ts';
import type { SchemaNode } from './schemaNode.ts';

/** Converted values by what they were made from, for one judgement: nested rules share them. */
export type CelMemory = WeakMap<object, { readonly node: SchemaNode | undefined; readonly value: unknown }>;

/**
 * A prepared value as a CEL rule sees it: integers of the schema as bigint, texts with a format as durations, times and
 * bytes, field names escaped where CEL could not say them; of a whole resource's metadata only the name.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
export function toCelValue(
  node: SchemaNode | undefined,
  value: unknown,
  isRoot: boolean,
  memory: CelMemory = new WeakMap(),
): unknown {
  if (typeof value === 'number') return numberOf(node, value);
  if (typeof value === 'string') return textOf(node, value);
  if (typeof value !== 'object' || value === null) return value;
  const kept = memory.get(value);
  if (kept !== undefined && kept.node === node) return kept.value;
  const made: unknown = Array.isArray(value)
    ? value.map((item) => toCelValue(node?.items, item, false, memory))
    : mapOf(node, value as PlainMap, isRoot, memory);
  memory.set(value, { node, value: made });
  return made;
}

function numberOf(node: SchemaNode | undefined, value: number): unknown {
  return node?.type !== 'number' && Number.isInteger(value) ? BigInt(value) : value;
}

function mapOf(node: SchemaNode | undefined, map: PlainMap, isRoot: boolean, memory: CelMemory): PlainMap {
  const isWhole = isRoot || node?.schema.isResource === true;
  const entries = Object.entries(map).map(([key, entry]) => {
    if (isWhole && key === 'metadata') return [key, namesOf(entry)] as const;
    const listed = node?.listed(key);
    const converted = toCelValue(listed ?? node?.values, entry, false, memory);
    return [listed === undefined ? key : escapeName(key), converted] as const;
  });
  return Object.fromEntries(entries);
}

function namesOf(metadata: unknown): unknown {
  if (!isMap(metadata)) return {};
  const names = ['name', 'generateName'].filter((key) => typeof metadata[key] === 'string');
  return Object.fromEntries(names.map((key) => [key, metadata[key]]));
}

const reserved: ReadonlySet<string> = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** A field's name as a rule writes it: `__dash__` for a dash, `__namespace__` for a word of the language. */
export function escapeName(name: string): string {
  if (reserved.has(name)) return `__${name}__`;
  return name
    .replaceAll('__', '__underscores__')
    .replaceAll('.', '__dot__')
    .replaceAll('-', '__dash__')
    .replaceAll('/', '__slash__');
}

function textOf(node: SchemaNode | undefined, text: string): unknown {
  switch (node?.schema.format) {
    case 'duration': {
      const nanos = readDuration(text);
      if (nanos !== undefined) return new Duration(nanos);
      return isLooseDuration(text) ? new Duration(looseNanos(text)) : text;
    }
    case 'date':
      return isDate(text) ? timestampOf(`${text}T00:00:00Z`) : text;
    case 'date-time':
    case 'datetime':
      return isDateTime(text) ? timestampOf(text) : text;
    case 'byte':
      return decodeBase64(text) ?? text;
    default:
      return text;
  }
}

const unitNanos: readonly (readonly [RegExp, bigint])[] = [
  [/^(ns|nano)/, 1n],
  [/^(us|µs|micro)/, 1_000n],
  [/^(ms|milli)/, 1_000_000n],
  [/^(s$|sec)/, 1_000_000_000n],
  [/^(m$|min)/, 60_000_000_000n],
  [/^h/, 3_600_000_000_000n],
  [/^d/, 86_400_000_000_000n],
  [/^w/, 604_800_000_000_000n],
];

function looseNanos(text: string): bigint {
  let total = 0n;
  for (const [, count = '0', unit = ''] of text.matchAll(/([0-9]+)\s*([A-Za-zµ]+)/g)) {
    const scale = unitNanos.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
    total += BigInt(count) * (scale ?? 0n);
  }
  return total;
}

function timestampOf(text: string): Timestamp {
  const [, date = '', time = '', fraction = '', zone = 'Z'] =
    /^(.{10})[tT](.{8})(\.[0-9]+)?(.*)$/.exec(text) ?? [];
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const millis = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const nanos = BigInt(fraction.slice(1, 10).padEnd(9, '0'));
  const [, sign = '+', zoneHours = '0', zoneMinutes = '0'] = /^([+-])([0-9]{2}):([0-9]{2})$/.exec(zone) ?? [];
  const offset = BigInt(Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000_000_000n;
  return new Timestamp(BigInt(millis) * 1_000_000n + nanos - (sign === '-' ? -offset : offset));
}
