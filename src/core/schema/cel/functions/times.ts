import { method, type Overload } from '../overload.ts';
import { type Duration, fail, type Timestamp } from '../value.ts';

const durationType = 'google.protobuf.Duration';
const timestampType = 'google.protobuf.Timestamp';

/** Milliseconds since 1970 as a clock of the zone shows it, in a date that is read as UTC. */
type Reading = (clock: Date) => number;

/** Parts of timestamps and durations. https://github.com/google/cel-spec/blob/master/doc/langdef.md#abstract-types */
export const times: readonly Overload[] = [
  ...part('getFullYear', (clock) => clock.getUTCFullYear()),
  ...part('getMonth', (clock) => clock.getUTCMonth()),
  ...part('getDate', (clock) => clock.getUTCDate()),
  ...part('getDayOfMonth', (clock) => clock.getUTCDate() - 1),
  ...part('getDayOfWeek', (clock) => clock.getUTCDay()),
  ...part('getDayOfYear', dayOfYear),
  ...part('getHours', (clock) => clock.getUTCHours()),
  ...part('getMinutes', (clock) => clock.getUTCMinutes()),
  ...part('getSeconds', (clock) => clock.getUTCSeconds()),
  ...part('getMilliseconds', (clock) => clock.getUTCMilliseconds()),
  ...length('getHours', 3_600_000_000_000n),
  ...length('getMinutes', 60_000_000_000n),
  ...length('getSeconds', 1_000_000_000n),
  method('getMilliseconds', [durationType], (value) => (value.nanos / 1_000_000n) % 1000n),
];

function part(name: string, read: Reading): Overload[] {
  return [
    method(name, [timestampType], (value) => BigInt(read(clockAt(value, 'UTC')))),
    method(name, [timestampType, 'string'], (value, zone) => BigInt(read(clockAt(value, zone)))),
  ];
}

function length(name: string, unit: bigint): Overload[] {
  return [method(name, [durationType], (value: Duration) => value.nanos / unit)];
}

function dayOfYear(clock: Date): number {
  const start = new Date(clock.getTime());
  start.setUTCMonth(0, 1);
  return Math.round((clock.getTime() - start.getTime()) / 86_400_000);
}

/** `zone`: `UTC`, an offset (`-08:00`, `2:30`), or a name of the time zone database. */
function clockAt({ nanos }: Timestamp, zone: string): Date {
  const milliseconds = Number((nanos - (((nanos % 1_000_000n) + 1_000_000n) % 1_000_000n)) / 1_000_000n);
  const offset = /^([+-]?)(\d{1,2}):(\d\d)$/.exec(zone);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3]);
    return new Date(milliseconds + (offset[1] === '-' ? -minutes : minutes) * 60_000);
  }
  return new Date(milliseconds + (zone === 'UTC' || zone === '' ? 0 : zoneOffset(milliseconds, zone)));
}

function zoneOffset(milliseconds: number, zone: string): number {
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      },
    }).formatToParts(new Date(milliseconds));
  } catch {
    return fail(`unknown time zone ${zone}`);
  }
  const read = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const shown = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return shown - Math.floor(milliseconds / 1000) * 1000;
}
