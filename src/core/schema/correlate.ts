import type { Path } from '../yaml/path.ts';
import { isMap, isSame } from './plain.ts';
import type { SchemaNode } from './schemaNode.ts';

/**
 * The value that a place of the new object had in the old one: fields by name, items of a list map by their keys. Items
 * of other lists have no counterpart, so nothing below them has. Undefined when there is none.
 * https://github.com/kubernetes/enhancements/tree/master/keps/sig-api-machinery/4008-crd-ratcheting
 */
export function oldValueAt(root: SchemaNode, value: unknown, old: unknown, path: Path): unknown {
  let place: Place | undefined = { node: root, value, old };
  for (const step of path) {
    place = next(place, step);
    if (place === undefined) return undefined;
  }
  return place.old;
}

/** True when the value at the path, or one that it is part of, is what it was in the old object. */
export function isUnchanged(root: SchemaNode, value: unknown, old: unknown, path: Path): boolean {
  let place: Place | undefined = { node: root, value, old };
  if (isSame(value, old)) return true;
  for (const step of path) {
    place = next(place, step);
    if (place === undefined || place.value === undefined) return false;
    if (isSame(place.value, place.old)) return true;
  }
  return false;
}

interface Place {
  readonly node: SchemaNode | undefined;
  readonly value: unknown;
  readonly old: unknown;
}

function next({ node, value, old }: Place, step: string | number): Place | undefined {
  const below = node?.step(step);
  if (typeof step === 'string') {
    if (!isMap(value) || !isMap(old) || !Object.hasOwn(old, step)) return undefined;
    return { node: below, value: Object.hasOwn(value, step) ? value[step] : undefined, old: old[step] };
  }
  const keys = node?.schema.listKeys;
  if (node?.isListMap !== true || keys === undefined) return undefined;
  if (!Array.isArray(value) || !Array.isArray(old)) return undefined;
  const item: unknown = value[step];
  const matching = old.filter((each) => hasSameKeys(item, each, keys));
  return matching.length === 1 ? { node: below, value: item, old: matching[0] } : undefined;
}

function hasSameKeys(a: unknown, b: unknown, keys: readonly string[]): boolean {
  return isMap(a) && isMap(b) && keys.every((key) => isSame(a[key], b[key]));
}
