/** A quantity as an exact fraction: `mantissa * 10^exponent`. */
export interface Quantity {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binary: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

/**
 * Reads what Kubernetes calls a quantity: `500m`, `1Gi`, `1.5`, `12e3`; numbers count as they are written. Undefined when
 * it is none. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function readQuantity(value: unknown): Quantity | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length > 100) return undefined;
  const match = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([a-zA-Z]{0,2}|[eE][+-]?[0-9]{1,4})$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', suffix = ''] = match;
  if (whole + fraction === '') return undefined;
  const mantissa = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const shift = -fraction.length;
  if (Object.hasOwn(decimal, suffix)) return { mantissa, exponent: shift + (decimal[suffix] ?? 0) };
  if (Object.hasOwn(binary, suffix)) {
    return { mantissa: mantissa << BigInt(binary[suffix] ?? 0), exponent: shift };
  }
  return /^[eE][+-]?[0-9]/.test(suffix) ? { mantissa, exponent: shift + Number(suffix.slice(1)) } : undefined;
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const least = Math.min(a.exponent, b.exponent);
  const left = a.mantissa * 10n ** BigInt(a.exponent - least);
  const right = b.mantissa * 10n ** BigInt(b.exponent - least);
  return left < right ? -1 : left > right ? 1 : 0;
}
