/**
 * What a CEL expression computes with. Data of a resource is used as it is, never converted: text, booleans and null are
 * themselves, an integer is a bigint, a double is a number, a list is an array, a map is a plain object (or a `Map`,
 * when a rule built it). Everything else is a `Special`. A value that could not be computed is a `Failure`, which
 * travels like a value because `||` and `&&` may still answer in spite of it.
 * https://github.com/google/cel-spec/blob/master/doc/langdef.md#values
 */
export type CelValue = unknown;

export type TypeName =
  | 'null_type'
  | 'bool'
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'bytes'
  | 'list'
  | 'map'
  | 'type'
  | 'optional_type'
  | 'google.protobuf.Duration'
  | 'google.protobuf.Timestamp'
  | 'kubernetes.URL'
  | 'kubernetes.Quantity'
  | 'kubernetes.NamedFormat'
  | 'net.IP'
  | 'net.CIDR'
  | 'semver.Version';

/** A value of a type that JSON does not have. */
export abstract class Special {
  abstract readonly typeName: TypeName;
  /** `other` is of the same type. */
  abstract isEqual(other: Special): boolean;
}

/** Why there is no value: a missing key, an overflow, a function that does not take such arguments. */
export class Failure {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Thrown by functions of the library, and turned into a `Failure` by the call. */
export class CelError extends Error {}

/** Leaves a function of the library. */
export function fail(message: string): never {
  throw new CelError(message);
}

export class Uint extends Special {
  readonly typeName = 'uint';
  readonly value: bigint;
  constructor(value: bigint) {
    super();
    this.value = value;
  }
  isEqual(other: Special): boolean {
    return other instanceof Uint && other.value === this.value;
  }
}

/** A type as a value: `type(self) == int`. */
export class TypeValue extends Special {
  readonly typeName = 'type';
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
  isEqual(other: Special): boolean {
    return other instanceof TypeValue && other.name === this.name;
  }
}

export class Duration extends Special {
  readonly typeName = 'google.protobuf.Duration';
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    super();
    this.nanos = nanos;
  }
  isEqual(other: Special): boolean {
    return other instanceof Duration && other.nanos === this.nanos;
  }
}

export class Timestamp extends Special {
  readonly typeName = 'google.protobuf.Timestamp';
  /** Since 1970. */
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    super();
    this.nanos = nanos;
  }
  isEqual(other: Special): boolean {
    return other instanceof Timestamp && other.nanos === this.nanos;
  }
}

const typeNames: Readonly<Record<string, TypeName>> = {
  string: 'string',
  boolean: 'bool',
  bigint: 'int',
  number: 'double',
};

export function typeOf(value: CelValue): TypeName {
  if (typeof value !== 'object') return typeNames[typeof value] ?? 'null_type';
  if (value === null) return 'null_type';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Special) return value.typeName;
  return value instanceof Uint8Array ? 'bytes' : 'map';
}

/** True for a plain object or a `Map`. */
export function isMap(value: CelValue): value is object {
  return typeOf(value) === 'map';
}

/** The value under a key of a map, or undefined. Numbers are one key whatever their type. */
export function entryOf(map: object, key: CelValue): CelValue {
  if (map instanceof Map) return map.get(mapKey(key));
  if (typeof key !== 'string') return undefined;
  return Object.hasOwn(map, key) ? (map as Record<string, unknown>)[key] : undefined;
}

export function keysOf(map: object): readonly CelValue[] {
  return map instanceof Map ? [...map.keys()] : Object.keys(map);
}

export function sizeOfMap(map: object): number {
  return map instanceof Map ? map.size : Object.keys(map).length;
}

/** The key under which a `Map` keeps a CEL value. */
export function mapKey(key: CelValue): CelValue {
  if (key instanceof Uint) return key.value;
  return typeof key === 'number' && Number.isInteger(key) ? BigInt(key) : key;
}

export class Optional extends Special {
  readonly typeName = 'optional_type';
  static readonly none = new Optional(undefined);
  /** Undefined when there is none. */
  readonly value: CelValue;
  private constructor(value: CelValue) {
    super();
    this.value = value;
  }
  /** None for undefined. */
  static of(value: CelValue): Optional {
    return value === undefined ? Optional.none : new Optional(value);
  }
  isEqual(other: Special): boolean {
    if (!(other instanceof Optional)) return false;
    if (this.value === undefined || other.value === undefined) return this.value === other.value;
    return isEqual(this.value, other.value);
  }
}

/** CEL's `==`: numbers by their worth whatever their type, lists and maps by what they hold. Never fails. */
export function isEqual(a: CelValue, b: CelValue): boolean {
  if (a === b) return true;
  const left = a instanceof Uint ? a.value : a;
  const right = b instanceof Uint ? b.value : b;
  // biome-ignore lint/suspicious/noDoubleEquals: 1 and 1n are equal here
  if (isNumber(left) && isNumber(right)) return left == right;
  if (left === null || typeof left !== 'object' || right === null || typeof right !== 'object') return false;
  if (left instanceof Special) {
    return right instanceof Special && left.typeName === right.typeName && left.isEqual(right);
  }
  const type = typeOf(left);
  if (type !== typeOf(right)) return false;
  return type === 'map' ? areEqualMaps(left, right) : areEqualLists(left, right);
}

export function isNumber(value: CelValue): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Lists, or bytes. */
function areEqualLists(a: object, b: object): boolean {
  const left = a as ArrayLike<unknown>;
  const right = b as ArrayLike<unknown>;
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (!isEqual(left[i], right[i])) return false;
  return true;
}

function areEqualMaps(a: object, b: object): boolean {
  if (sizeOfMap(a) !== sizeOfMap(b)) return false;
  return keysOf(a).every((key) => {
    const other = entryOf(b, key);
    return other !== undefined && isEqual(entryOf(a, key), other);
  });
}
