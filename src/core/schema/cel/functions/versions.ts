import { func, method, type Overload } from '../overload.ts';
import { type CelValue, fail, Special } from '../value.ts';

class Version extends Special {
  readonly typeName = 'semver.Version';
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly preRelease: readonly string[];
  constructor(numbers: readonly [bigint, bigint, bigint], preRelease: readonly string[]) {
    super();
    this.numbers = numbers;
    this.preRelease = preRelease;
  }
  isEqual(other: Special): boolean {
    return other instanceof Version && compare(this, other) === 0n;
  }
}

const type = 'semver.Version';

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-semver-library */
export const versions: readonly Overload[] = [
  func('isSemver', ['string'], (text) => parseVersion(text) !== undefined),
  func(
    'isSemver',
    ['string', 'bool'],
    (text, isLoose) => parseVersion(isLoose ? normalise(text) : text) !== undefined,
  ),
  func('semver', ['string'], (text) => readVersion(text, false)),
  func('semver', ['string', 'bool'], (text, isLoose) => readVersion(text, isLoose)),
  method('major', [type], (version) => (version as Version).numbers[0]),
  method('minor', [type], (version) => (version as Version).numbers[1]),
  method('patch', [type], (version) => (version as Version).numbers[2]),
  method('isLessThan', [type, type], (a, b) => compare(a, b) < 0n),
  method('isGreaterThan', [type, type], (a, b) => compare(a, b) > 0n),
  method('compareTo', [type, type], (a, b) => compare(a, b)),
];

function readVersion(text: string, isLoose: boolean): Version {
  return (
    parseVersion(isLoose ? normalise(text) : text) ??
    fail(`semver parse error: '${text}' is no semantic version`)
  );
}

function parseVersion(text: string): Version | undefined {
  const number = '(0|[1-9]\\d{0,18})';
  const rest = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
  const parts = new RegExp(`^${number}\\.${number}\\.${number}(?:-(${rest}))?(?:\\+${rest})?$`).exec(text);
  if (parts === null) return undefined;
  const preRelease = parts[4]?.split('.') ?? [];
  if (preRelease.some((each) => /^0\d+$/.test(each))) return undefined;
  return new Version([BigInt(parts[1] ?? 0), BigInt(parts[2] ?? 0), BigInt(parts[3] ?? 0)], preRelease);
}

/** Takes away a `v` and leading zeros, and adds the numbers that are missing. */
function normalise(text: string): string {
  const parts = /^v?(\d+(?:\.\d+){0,2})(.*)$/s.exec(text);
  if (parts === null) return text;
  const numbers = (parts[1] ?? '').split('.').map((each) => each.replace(/^0+(?=\d)/, ''));
  while (numbers.length < 3) numbers.push('0');
  return `${numbers.join('.')}${parts[2] ?? ''}`;
}

/** https://semver.org/#spec-item-11 */
function compare(left: CelValue, right: CelValue): bigint {
  const [a, b] = [left as Version, right as Version];
  for (const i of [0, 1, 2] as const) {
    if (a.numbers[i] !== b.numbers[i]) return a.numbers[i] < b.numbers[i] ? -1n : 1n;
  }
  if (a.preRelease.length === 0 || b.preRelease.length === 0) {
    return BigInt(Math.sign(b.preRelease.length - a.preRelease.length));
  }
  for (let i = 0; i < Math.min(a.preRelease.length, b.preRelease.length); i++) {
    const way = comparePart(a.preRelease[i] ?? '', b.preRelease[i] ?? '');
    if (way !== 0n) return way;
  }
  return BigInt(Math.sign(a.preRelease.length - b.preRelease.length));
}

function comparePart(a: string, b: string): bigint {
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber !== isOther) return isNumber ? -1n : 1n;
  if (isNumber) return BigInt(Math.sign(a.length - b.length)) || (a < b ? -1n : a > b ? 1n : 0n);
  return a < b ? -1n : a > b ? 1n : 0n;
}
