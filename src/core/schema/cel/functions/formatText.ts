import {
  type CelValue,
  Duration,
  entryOf,
  fail,
  isNumber,
  keysOf,
  Special,
  Timestamp,
  TypeValue,
  typeOf,
  Uint,
} from '../value.ts';
import { formatDouble } from './conversions.ts';
import { formatDuration, formatTimestamp } from './timeText.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/**
 * `"%s has %d".format([a, b])`, with the clauses `%s %d %f %e %b %o %x %X %%` and a precision.
 * https://pkg.go.dev/github.com/google/cel-go/ext#Strings
 */
export function formatText(text: string, values: readonly CelValue[]): string {
  let used = 0;
  const out = text.replace(/%(?:%|(?:\.(\d{1,3}))?(.)?)/gsu, (clause, precision?: string, verb?: string) => {
    if (clause === '%%') return '%';
    if (verb === undefined) fail('unexpected end of format string');
    if (used >= values.length) fail(`index ${used} out of range`);
    return writeClause(verb, values[used++], precision === undefined ? undefined : Number(precision));
  });
  // The server does not mind arguments that no clause asks for.
  return out;
}

function writeClause(verb: string, value: CelValue, precision: number | undefined): string {
  switch (verb) {
    case 's':
      return writeString(value);
    case 'd':
      return isWhole(value)
        ? String(wholeOf(value))
        : typeof value === 'number'
          ? String(value)
          : wrong(verb, value);
    case 'f':
      return asDouble(verb, value).toFixed(Math.min(precision ?? 6, 100));
    case 'e':
      return asDouble(verb, value)
        .toExponential(Math.min(precision ?? 6, 100))
        .replace(/e([+-])(\d)$/, 'e$10$2');
    case 'b':
      if (typeof value === 'boolean') return value ? '1' : '0';
      return isWhole(value) ? wholeOf(value).toString(2) : wrong(verb, value);
    case 'o':
      return isWhole(value) ? wholeOf(value).toString(8) : wrong(verb, value);
    case 'x':
      return writeHex(verb, value);
    case 'X':
      return writeHex(verb, value).toUpperCase();
    default:
      return fail(`could not parse formatting clause: unrecognized formatting clause "${verb}"`);
  }
}

function wrong(verb: string, value: CelValue): never {
  return fail(`error during formatting: %${verb} does not take a value of type ${typeOf(value)}`);
}

function isWhole(value: CelValue): value is bigint | Uint {
  return typeof value === 'bigint' || value instanceof Uint;
}

function wholeOf(value: bigint | Uint): bigint {
  return value instanceof Uint ? value.value : value;
}

function asDouble(verb: string, value: CelValue): number {
  if (value instanceof Uint) return Number(value.value);
  return isNumber(value) ? Number(value) : wrong(verb, value);
}

function writeHex(verb: string, value: CelValue): string {
  if (isWhole(value)) return wholeOf(value).toString(16);
  const bytes = typeof value === 'string' ? encodeUtf8(value) : value;
  if (!(bytes instanceof Uint8Array)) return wrong(verb, value);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function writeString(value: CelValue): string {
  if (value instanceof Duration) return formatDuration(value);
  if (value instanceof Timestamp) return formatTimestamp(value);
  if (value instanceof TypeValue) return value.name;
  if (value instanceof Uint) return String(value.value);
  if (value instanceof Uint8Array) return decodeUtf8(value) ?? '\ufffd';
  if (typeof value === 'number') return formatDouble(value);
  if (Array.isArray(value)) return `[${value.map(writeString).join(', ')}]`;
  if (value instanceof Special) return wrong('s', value);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = keysOf(value).map((key) => [writeString(key), writeString(entryOf(value, key))] as const);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${key}: ${entry}`).join(', ')}}`;
}
