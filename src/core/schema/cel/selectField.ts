import { type CelValue, entryOf, Failure, isMap, Optional, typeOf } from './value.ts';

/**
 * `value.name`. A CRD's field may be written escaped (`raw` is what it stands for); a key of a free map is written as it
 * is, and comes first.
 */
export function selectField(value: CelValue, name: string, raw: string): CelValue {
  if (value instanceof Optional) return selectOptional(value, name, raw);
  if (!isMap(value)) return new Failure(`no such overload: select '${name}' of ${typeOf(value)}`);
  const found = entryOf(value, name) ?? (name === raw ? undefined : entryOf(value, raw));
  return found === undefined ? new Failure(`no such key: ${raw}`) : found;
}

/** `value.?name`. */
export function selectOptional(value: CelValue, name: string, raw: string): CelValue {
  const inner = value instanceof Optional ? value.value : value;
  if (inner === undefined) return Optional.none;
  if (!isMap(inner)) return new Failure(`no such overload: select '${name}' of ${typeOf(inner)}`);
  return Optional.of(entryOf(inner, name) ?? (name === raw ? undefined : entryOf(inner, raw)));
}

/** `has(value.name)`. */
export function hasField(value: CelValue, name: string, raw: string): CelValue {
  const found = selectOptional(value, name, raw);
  return found instanceof Optional ? found.value !== undefined : found;
}

/** `value[key]`. */
export function readIndex(value: CelValue, key: CelValue): CelValue {
  if (value instanceof Optional) return readOptionalIndex(value, key);
  if (Array.isArray(value)) {
    const index = indexOf(key);
    if (index === undefined) return new Failure(`unsupported index type '${typeOf(key)}' in list`);
    const found: CelValue = value[index];
    return found === undefined ? new Failure(`index out of bounds: ${index}`) : found;
  }
  if (!isMap(value)) return new Failure(`no such overload: ${typeOf(value)}[${typeOf(key)}]`);
  const found = entryOf(value, key);
  return found === undefined ? new Failure(`no such key: ${String(key)}`) : found;
}

/** `value[?key]`. */
export function readOptionalIndex(value: CelValue, key: CelValue): CelValue {
  const inner = value instanceof Optional ? value.value : value;
  if (inner === undefined) return Optional.none;
  if (!Array.isArray(inner)) {
    if (isMap(inner)) return Optional.of(entryOf(inner, key));
    return new Failure(`no such overload: ${typeOf(inner)}[?${typeOf(key)}]`);
  }
  const index = indexOf(key);
  if (index === undefined) return new Failure(`unsupported index type '${typeOf(key)}' in list`);
  return Optional.of(inner[index]);
}

/** A list's index, or undefined for what is none. Out of bounds it is some number at which there is nothing. */
function indexOf(key: CelValue): number | undefined {
  const value = typeof key === 'object' && key !== null && 'value' in key ? key.value : key;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}
