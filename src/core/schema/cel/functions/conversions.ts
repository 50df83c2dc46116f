import { codePoints } from '../../plain.ts';
import { func, method, type Overload } from '../overload.ts';
import { fail, sizeOfMap, TypeValue, typeOf, Uint } from '../value.ts';
import { checkInt, checkUint } from './operators.ts';
import {
  checkTimestamp,
  formatDuration,
  formatTimestamp,
  parseDuration,
  parseTimestamp,
} from './timeText.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** From one type to another, and sizes. https://github.com/google/cel-spec/blob/master/doc/langdef.md#standard-definitions */
export const conversions: readonly Overload[] = [
  func('type', ['any'], (value) => new TypeValue(typeOf(value))),
  func('dyn', ['any'], (value) => value),
  ...['size' as const].flatMap((name) =>
    [func, method].flatMap((form) => [
      form(name, ['string'], (text) => BigInt(codePoints(text))),
      form(name, ['bytes'], (bytes) => BigInt(bytes.length)),
      form(name, ['list'], (list) => BigInt(list.length)),
      form(name, ['map'], (map) => BigInt(sizeOfMap(map))),
    ]),
  ),

  func('int', ['int'], (value) => value),
  func('int', ['uint'], ({ value }) => checkInt(value)),
  func('int', ['double'], (value) => wholeOf(value, 2 ** 63)),
  func('int', ['string'], (text) => checkInt(parseWhole(text, /^[+-]?\d+$/, 'int'))),
  func(
    'int',
    ['google.protobuf.Timestamp'],
    ({ nanos }) => (nanos - (((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n)) / 1_000_000_000n,
  ),
  func('int', ['google.protobuf.Duration'], ({ nanos }) => nanos),
  func('uint', ['uint'], (value) => value),
  func('uint', ['int'], (value) => checkUint(value)),
  func('uint', ['double'], (value) =>
    value < 0 ? fail('unsigned integer overflow') : new Uint(wholeOf(value, 2 ** 64)),
  ),
  func('uint', ['string'], (text) => checkUint(parseWhole(text, /^\d+$/, 'uint'))),
  func('double', ['double'], (value) => value),
  func('double', ['int'], (value) => Number(value)),
  func('double', ['uint'], ({ value }) => Number(value)),
  func('double', ['string'], parseDouble),
  func('bool', ['bool'], (value) => value),
  func('bool', ['string'], parseBool),

  func('string', ['string'], (value) => value),
  func('string', ['bool'], (value) => String(value)),
  func('string', ['int'], (value) => String(value)),
  func('string', ['uint'], ({ value }) => String(value)),
  func('string', ['double'], formatDouble),
  func(
    'string',
    ['bytes'],
    (bytes) => decodeUtf8(bytes) ?? fail('invalid UTF-8 in bytes, cannot convert to string'),
  ),
  func('string', ['google.protobuf.Timestamp'], (value) => formatTimestamp(value)),
  func('string', ['google.protobuf.Duration'], (value) => formatDuration(value)),
  func('bytes', ['bytes'], (value) => value),
  func('bytes', ['string'], (text) => encodeUtf8(text)),

  func('duration', ['google.protobuf.Duration'], (value) => value),
  func(
    'duration',
    ['string'],
    (text) => parseDuration(text) ?? fail(`time: invalid duration ${JSON.stringify(text)}`),
  ),
  func('timestamp', ['google.protobuf.Timestamp'], (value) => value),
  func('timestamp', ['string'], (text) =>
    checkTimestamp((parseTimestamp(text) ?? fail(`invalid timestamp ${JSON.stringify(text)}`)).nanos),
  ),
  func('timestamp', ['int'], (seconds) => checkTimestamp(seconds * 1_000_000_000n)),
];

function wholeOf(value: number, limit: number): bigint {
  if (!(Math.abs(value) < limit)) fail('integer overflow');
  return BigInt(Math.trunc(value));
}

function parseWhole(text: string, form: RegExp, type: string): bigint {
  if (!form.test(text) || text.length > 40) fail(`type conversion error from 'string' to '${type}'`);
  return BigInt(text.replace(/^\+/, ''));
}

function parseDouble(text: string): number {
  const special = /^([+-]?)(?:(inf|infinity)|nan)$/i.exec(text);
  if (special !== null)
    return special[2] === undefined ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text))
    fail("type conversion error from 'string' to 'double'");
  return Number(text);
}

function parseBool(text: string): boolean {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text)) return false;
  return fail("type conversion error from 'string' to 'bool'");
}

/** The shortest digits that read back as the same number, as Go's `%g` writes them. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const [digits = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 21) return Object.is(value, -0) ? '-0' : plainDigits(value);
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function plainDigits(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
