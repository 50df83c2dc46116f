import { func, method, type Overload } from '../overload.ts';
import { type CelValue, fail, Special } from '../value.ts';
import { checkInt } from './operators.ts';

/** An amount as Kubernetes writes it, exact: `units` of `10^-scale`. */
class Quantity extends Special {
  readonly typeName = 'kubernetes.Quantity';
  readonly units: bigint;
  readonly scale: bigint;
  constructor(units: bigint, scale: bigint) {
    super();
    this.units = units;
    this.scale = scale;
  }
  isEqual(other: Special): boolean {
    return other instanceof Quantity && compare(this, other) === 0n;
  }
}

const type = 'kubernetes.Quantity';

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library */
export const quantities: readonly Overload[] = [
  func('isQuantity', ['string'], (text) => parseQuantity(text) !== undefined),
  func(
    'quantity',
    ['string'],
    (text) => parseQuantity(text) ?? fail('quantities must match the regular expression of Kubernetes'),
  ),
  method('isInteger', [type], (value) => asInteger(value as Quantity) !== undefined),
  method(
    'asInteger',
    [type],
    (value) => asInteger(value as Quantity) ?? fail('cannot convert value to integer'),
  ),
  method('asApproximateFloat', [type], (value) => asNumber(value as Quantity)),
  method('sign', [type], (value) => signOf((value as Quantity).units)),
  method('isLessThan', [type, type], (a, b) => compare(a, b) < 0n),
  method('isGreaterThan', [type, type], (a, b) => compare(a, b) > 0n),
  method('compareTo', [type, type], (a, b) => signOf(compare(a, b))),
  method('add', [type, type], (a, b) => sum(a as Quantity, b as Quantity, 1n)),
  method('add', [type, 'int'], (a, b) => sum(a as Quantity, new Quantity(b, 0n), 1n)),
  method('sub', [type, type], (a, b) => sum(a as Quantity, b as Quantity, -1n)),
  method('sub', [type, 'int'], (a, b) => sum(a as Quantity, new Quantity(b, 0n), -1n)),
];

const decimal: Readonly<Record<string, bigint>> = {
  n: -9n,
  u: -6n,
  m: -3n,
  '': 0n,
  k: 3n,
  M: 6n,
  G: 9n,
  T: 12n,
  P: 15n,
  E: 18n,
};
const binary: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
function parseQuantity(text: string): Quantity | undefined {
  if (text.length > 100) return undefined;
  const parts = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d{1,2}|[KMGTPE]i|[numkMGTPE]?)$/.exec(text);
  if (parts === null) return undefined;
  const [, sign, digits = '', suffix = ''] = parts;
  const [whole = '', fraction = ''] = digits.split('.');
  const magnitude = BigInt(`${whole}${fraction}` || '0');
  const exponent = /^[eE][+-]?\d/.test(suffix)
    ? BigInt(suffix.slice(1).replace('+', ''))
    : (decimal[suffix] ?? 0n);
  const units = (sign === '-' ? -magnitude : magnitude) << (binary[suffix] ?? 0n);
  return roundUp(scaled(units, BigInt(fraction.length) - exponent));
}

function scaled(units: bigint, scale: bigint): Quantity {
  return scale < 0n ? new Quantity(units * 10n ** -scale, 0n) : new Quantity(units, scale);
}

/** Nothing is smaller than a billionth: it is rounded away from zero. */
function roundUp(value: Quantity): Quantity {
  if (value.scale <= 9n) return value;
  const step = 10n ** (value.scale - 9n);
  const rest = value.units % step;
  const whole = value.units / step;
  return new Quantity(rest === 0n ? whole : whole + signOf(rest), 9n);
}

function asInteger({ units, scale }: Quantity): bigint | undefined {
  const unit = 10n ** scale;
  if (units % unit !== 0n) return undefined;
  const whole = units / unit;
  return BigInt.asIntN(64, whole) === whole ? checkInt(whole) : undefined;
}

function asNumber({ units, scale }: Quantity): number {
  return Number(`${units}e-${scale}`);
}

function compare(a: CelValue, b: CelValue): bigint {
  return sum(a as Quantity, b as Quantity, -1n).units;
}

function sum(a: Quantity, b: Quantity, sign: bigint): Quantity {
  if (b.scale > a.scale) return sum(new Quantity(a.units * 10n ** (b.scale - a.scale), b.scale), b, sign);
  return new Quantity(a.units + sign * b.units * 10n ** (a.scale - b.scale), a.scale);
}

function signOf(value: bigint): bigint {
  return value < 0n ? -1n : value > 0n ? 1n : 0n;
}
