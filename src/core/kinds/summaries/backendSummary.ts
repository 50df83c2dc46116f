import { readList, readNumber, readText } from '../reading.ts';

/** `orders:8080` for one backend, `90 % orders-v1 · 10 % orders-v2` for several; undefined for none. */
export function backendWords(rule: unknown): string | undefined {
  const backends = readList(rule, 'backendRefs').slice(0, 16);
  const [only] = backends;
  if (only === undefined) return undefined;
  if (backends.length === 1) return `${nameAndPort(only)}${weightOf(only) === 0 ? ' (weight 0)' : ''}`;
  const sum = backends.reduce<number>((total, each) => total + weightOf(each), 0);
  return backends
    .map((each) => `${percent(weightOf(each), sum)} ${readText(each, 'name') ?? '?'}`)
    .join(' · ');
}

function nameAndPort(backend: unknown): string {
  const name = readText(backend, 'name') ?? '?';
  const port = readNumber(backend, 'port');
  return port === undefined ? name : `${name}:${port}`;
}

/** An absent weight counts 1, as the API has it; what is no weight at all counts nothing. */
export function weightOf(backend: unknown): number {
  return Math.max(0, readNumber(backend, 'weight') ?? 1);
}

/** A share with at most one decimal: `90 %`, `33.3 %`. */
export function percent(part: number, sum: number): string {
  const share = sum > 0 && Number.isFinite(part / sum) ? (part / sum) * 100 : 0;
  return `${Number(share.toFixed(1))} %`;
}
