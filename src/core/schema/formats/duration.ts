const nanoseconds: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const mostNanoseconds = 2n ** 63n - 1n;

/**
 * Reads a duration as Go's `time.ParseDuration` (and CEL's `duration()`) does: `1h30m`, `1.5s`, `-3ms`, `0`. Answers
 * nanoseconds, or undefined when it is none or more than 292 years. https://pkg.go.dev/time#ParseDuration
 */
export function readDuration(text: string): bigint | undefined {
  if (text.length > 200) return undefined;
  const sign = text.startsWith('-') ? -1n : 1n;
  const rest = /^[+-]/.test(text) ? text.slice(1) : text;
  if (rest === '0') return 0n;
  let total = 0n;
  let at = 0;
  const part = /([0-9]*)(\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)/y;
  while (at < rest.length) {
    part.lastIndex = at;
    const [all, whole = '', , fraction = '', unit = ''] = part.exec(rest) ?? [];
    if (all === undefined || whole + fraction === '') return undefined;
    const scale = nanoseconds[unit] ?? 0n;
    total +=
      BigInt(whole || '0') * scale + (BigInt(fraction || '0') * scale) / 10n ** BigInt(fraction.length);
    at += all.length;
  }
  const isInRange = total <= mostNanoseconds + (sign < 0n ? 1n : 0n);
  return at === 0 || !isInRange ? undefined : sign * total;
}

const longUnits = new Set(
  'nano,nanosecond,micro,microsecond,milli,millisecond,sec,second,min,minute,hr,hour,day,d,week,w,h,m,s,ms,us,µs,ns'.split(
    ',',
  ),
);

/** What a CRD's `format: duration` accepts: Go's durations, and `2 days`, `22 ns`, `5 minutes`. */
export function isLooseDuration(text: string): boolean {
  if (readDuration(text) !== undefined) return true;
  if (text.length > 200) return false;
  const parts = text.matchAll(/[0-9]+\s*([A-Za-zµ]+)/g);
  return [...parts].some(([, unit = '']) => longUnits.has(unit.toLowerCase().replace(/(?<=..)s$/, '')));
}
