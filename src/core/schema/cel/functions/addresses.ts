import { func, method, type Overload } from '../overload.ts';
import { type CelValue, fail, Special } from '../value.ts';
import { type AddressBytes, formatAddress, maskAddress, parseAddress } from './addressText.ts';

class Address extends Special {
  readonly typeName = 'net.IP';
  readonly bytes: AddressBytes;
  constructor(bytes: AddressBytes) {
    super();
    this.bytes = bytes;
  }
  isEqual(other: Special): boolean {
    return other instanceof Address && formatAddress(this.bytes) === formatAddress(other.bytes);
  }
}

class Range extends Special {
  readonly typeName = 'net.CIDR';
  readonly bytes: AddressBytes;
  readonly length: number;
  constructor(bytes: AddressBytes, length: number) {
    super();
    this.bytes = bytes;
    this.length = length;
  }
  isEqual(other: Special): boolean {
    return other instanceof Range && formatRange(this) === formatRange(other);
  }
}

const [ip, cidr] = ['net.IP', 'net.CIDR'] as const;

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library and the one of CIDRs */
export const addresses: readonly Overload[] = [
  func('isIP', ['string'], (text) => parseAddress(text) !== undefined),
  func('ip', ['string'], readAddress),
  func('ip.isCanonical', ['string'], (text) => formatAddress(readAddress(text).bytes) === text),
  func('string', [ip], (value) => formatAddress(bytesOf(value))),
  method('family', [ip], (value) => (bytesOf(value).length === 4 ? 4n : 6n)),
  method('isUnspecified', [ip], (value) => bytesOf(value).every((byte) => byte === 0)),
  method('isLoopback', [ip], (value) => isLoopback(bytesOf(value))),
  method('isLinkLocalMulticast', [ip], (value) => isLinkLocalMulticast(bytesOf(value))),
  method('isLinkLocalUnicast', [ip], (value) => isLinkLocalUnicast(bytesOf(value))),
  method('isGlobalUnicast', [ip], (value) => isGlobalUnicast(bytesOf(value))),

  func('isCIDR', ['string'], (text) => parseRange(text) !== undefined),
  func('cidr', ['string'], readRange),
  func('string', [cidr], (value) => formatRange(value as Range)),
  method('containsIP', [cidr, 'string'], (range, text) => contains(range, readAddress(text).bytes)),
  method('containsIP', [cidr, ip], (range, address) => contains(range, bytesOf(address))),
  method('containsCIDR', [cidr, 'string'], (range, text) => containsRange(range, readRange(text))),
  method('containsCIDR', [cidr, cidr], (range, other) => containsRange(range, other as Range)),
  method('ip', [cidr], (value) => new Address((value as Range).bytes)),
  method('masked', [cidr], (value) => masked(value as Range)),
  method('prefixLength', [cidr], (value) => BigInt((value as Range).length)),
];

function readAddress(text: string): Address {
  return new Address(
    parseAddress(text) ?? fail(`IP Address '${text}' parse error during conversion from string`),
  );
}

function readRange(text: string): Range {
  return parseRange(text) ?? fail(`network address parse error during conversion from string: '${text}'`);
}

function parseRange(text: string): Range | undefined {
  const parts = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text);
  const bytes = parts === null ? undefined : parseAddress(parts[1] ?? '');
  const length = Number(parts?.[2]);
  return bytes === undefined || length > bytes.length * 8 ? undefined : new Range(bytes, length);
}

function bytesOf(value: CelValue): AddressBytes {
  return (value as Address).bytes;
}

function formatRange({ bytes, length }: Range): string {
  return `${formatAddress(bytes)}/${length}`;
}

function masked({ bytes, length }: Range): Range {
  return new Range(maskAddress(bytes, length), length);
}

function contains(value: CelValue, bytes: AddressBytes): boolean {
  const range = value as Range;
  if (range.bytes.length !== bytes.length) return false;
  return formatAddress(maskAddress(bytes, range.length)) === formatAddress(masked(range).bytes);
}

function containsRange(value: CelValue, other: Range): boolean {
  return (value as Range).length <= other.length && contains(value, other.bytes);
}

function isLoopback(bytes: AddressBytes): boolean {
  if (bytes.length === 4) return bytes[0] === 127;
  return bytes.every((byte, i) => byte === (i === 15 ? 1 : 0));
}

function isLinkLocalMulticast([a = 0, b = 0, c = 0, ...rest]: AddressBytes): boolean {
  return rest.length === 1 ? a === 224 && b === 0 && c === 0 : a === 0xff && (b & 0x0f) === 2;
}

function isLinkLocalUnicast([a = 0, b = 0, ...rest]: AddressBytes): boolean {
  return rest.length === 2 ? a === 169 && b === 254 : a === 0xfe && (b & 0xc0) === 0x80;
}

function isGlobalUnicast(bytes: AddressBytes): boolean {
  const isMulticast = bytes.length === 4 ? ((bytes[0] ?? 0) & 0xf0) === 0xe0 : bytes[0] === 0xff;
  const isBroadcast = bytes.length === 4 && bytes.every((byte) => byte === 255);
  const isUnspecified = bytes.every((byte) => byte === 0);
  return !isMulticast && !isBroadcast && !isUnspecified && !isLoopback(bytes) && !isLinkLocalUnicast(bytes);
}
