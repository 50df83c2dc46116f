/** An IP address as a number. */
export interface Address {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

/** A range of addresses. */
export interface AddressRange extends Address {
  readonly prefix: number;
}

/**
 * Reads an IP address as Go's `net.ParseIP` does: dotted decimal without leading zeros, or IPv6 with `::` and an
 * optional dotted tail. No zone, no brackets. Undefined for anything else.
 */
export function readAddress(text: string): Address | undefined {
  if (text.length > 45) return undefined;
  if (!text.includes(':')) {
    const bits = readDotted(text);
    return bits === undefined ? undefined : { family: 4, bits };
  }
  const bits = readColons(text);
  return bits === undefined ? undefined : { family: 6, bits };
}

/** Reads `10.0.0.0/8` or `fd00::/8`. */
export function readRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = readAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || !/^(0|[1-9][0-9]{0,2})$/.test(length)) return undefined;
  const prefix = Number(length);
  return prefix > widthOf(address) ? undefined : { ...address, prefix };
}

/** True when each address of the inner range is in the outer one and the inner one is smaller. */
export function liesInside(inner: AddressRange, outer: AddressRange): boolean {
  return inner.prefix > outer.prefix && isWithin(inner, outer);
}

/** True when each address of the inner range is in the outer one. */
export function isWithin(inner: AddressRange, outer: AddressRange): boolean {
  if (inner.family !== outer.family || inner.prefix < outer.prefix) return false;
  const shift = BigInt(widthOf(outer) - outer.prefix);
  return inner.bits >> shift === outer.bits >> shift;
}

function widthOf({ family }: Address): number {
  return family === 4 ? 32 : 128;
}

function readDotted(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let bits = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    bits = (bits << 8n) | BigInt(part);
  }
  return bits;
}

function readColons(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = '', tail] = halves;
  const before = readGroups(head, tail === undefined);
  const after = tail === undefined ? [] : readGroups(tail, true);
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => 0n), ...after];
  return groups.reduce((bits, group) => (bits << 16n) | group, 0n);
}

function readGroups(text: string, mayEndDotted: boolean): bigint[] | undefined {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (mayEndDotted && i === parts.length - 1 && part.includes('.')) {
      const dotted = readDotted(part);
      if (dotted === undefined) return undefined;
      groups.push(dotted >> 16n, dotted & 0xffffn);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      groups.push(BigInt(`0x${part}`));
    } else return undefined;
  }
  return groups;
}
