import { readDuration } from '../../formats/duration.ts';
import { Duration, fail, Timestamp } from '../value.ts';

const second = 1_000_000_000n;
/** What a duration can hold: Go's int64 of nanoseconds. */
export function checkDuration(nanos: bigint): Duration {
  return BigInt.asIntN(64, nanos) === nanos ? new Duration(nanos) : fail('duration out of range');
}

/** From the year 1 to the year 9999. */
export function checkTimestamp(nanos: bigint): Timestamp {
  if (nanos < -62_135_596_800n * second || nanos >= 253_402_300_800n * second) fail('timestamp out of range');
  return new Timestamp(nanos);
}

/** Go's notation: `1h30m`, `1.5s`, `-20ms`. Undefined for other text. https://pkg.go.dev/time#ParseDuration */
export function parseDuration(text: string): Duration | undefined {
  const nanos = readDuration(text);
  return nanos === undefined ? undefined : new Duration(nanos);
}

/** RFC 3339, `2024-02-03T04:05:06.7+01:00`. Undefined for other text and days that do not exist. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,18}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/.exec(text);
  if (parts === null) return undefined;
  const [
    ,
    year,
    month,
    day,
    hour,
    minute,
    seconds,
    fraction = '',
    sign,
    offsetHour = '0',
    offsetMinute = '0',
  ] = parts;
  const days = dayNumber(Number(year), Number(month), Number(day));
  if (days === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(seconds) > 59)
    return undefined;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1);
  const inSeconds = days * 86_400 + Number(hour) * 3600 + (Number(minute) - offset) * 60 + Number(seconds);
  return new Timestamp(BigInt(inSeconds) * second + BigInt(fraction.padEnd(9, '0').slice(0, 9)));
}

/** `2024-02-03`, at midnight UTC. */
export function parseDate(text: string): Timestamp | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const days = parts === null ? undefined : dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return days === undefined ? undefined : new Timestamp(BigInt(days) * 86_400n * second);
}

function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || month < 1) return undefined;
  return date.getTime() / 86_400_000;
}

/** As `string(duration)` writes it: seconds, `90.5s`. */
export function formatDuration({ nanos }: Duration): string {
  return `${nanos < 0n ? '-' : ''}${formatSeconds(nanos < 0n ? -nanos : nanos)}s`;
}

/** RFC 3339 in UTC with as many digits as are needed. */
export function formatTimestamp({ nanos }: Timestamp): string {
  const rest = ((nanos % second) + second) % second;
  const text = new Date(Number((nanos - rest) / 1_000_000n)).toISOString().slice(0, 19);
  return `${text}${rest === 0n ? '' : formatSeconds(rest).slice(1)}Z`;
}

function formatSeconds(nanos: bigint): string {
  const rest = nanos % second;
  if (rest === 0n) return String(nanos / second);
  return `${nanos / second}.${String(rest).padStart(9, '0').replace(/0+$/, '')}`;
}
