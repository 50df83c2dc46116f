/**
 * Tolerant readers of unknown values. A manifest may hold anything anywhere, so summaries read through these:
 * each answers what it was asked for, or the empty form of it, and none ever throws.
 */

export type Body = Readonly<Record<string, unknown>>;

const nothing: Body = Object.freeze({});
const none: readonly unknown[] = Object.freeze([]);

/** The value at a path of map keys, or undefined. Own properties only. */
export function readAt(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const step of path) {
    if (!isMap(current) || !Object.hasOwn(current, step)) return undefined;
    current = current[step];
  }
  return current;
}

/** True for plain maps: not null, not a list. */
export function isMap(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True when something other than null is written at the path: an empty map counts. */
export function isSet(value: unknown, ...path: readonly string[]): boolean {
  const found = readAt(value, ...path);
  return found !== undefined && found !== null;
}

/** The map at a path, else an empty one. */
export function readMap(value: unknown, ...path: readonly string[]): Body {
  const found = readAt(value, ...path);
  return isMap(found) ? found : nothing;
}

/** The list at a path, else an empty one. */
export function readList(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = readAt(value, ...path);
  return Array.isArray(found) ? found : none;
}

/** The text at a path; numbers and booleans are shown as they are written. Undefined for all else and for ''. */
export function readText(value: unknown, ...path: readonly string[]): string | undefined {
  return asText(readAt(value, ...path));
}

/** A scalar as text; undefined for anything else and for ''. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The finite number at a path, or undefined. */
export function readNumber(value: unknown, ...path: readonly string[]): number | undefined {
  const found = readAt(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** True only where `true` is written. */
export function readFlag(value: unknown, ...path: readonly string[]): boolean {
  return readAt(value, ...path) === true;
}

/** The scalars of the list at a path as texts; what is no scalar is left out. */
export function readTexts(value: unknown, ...path: readonly string[]): readonly string[] {
  return readList(value, ...path).flatMap((item) => asText(item) ?? []);
}

/** The entries of the map at a path whose values are scalars. */
export function readPairs(
  value: unknown,
  ...path: readonly string[]
): readonly (readonly [string, string])[] {
  return Object.entries(readMap(value, ...path)).flatMap(
    ([key, each]): readonly (readonly [string, string])[] => {
      const text = asText(each);
      return text === undefined ? [] : [[key, text]];
    },
  );
}
