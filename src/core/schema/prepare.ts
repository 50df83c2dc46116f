import type { Path } from '../yaml/path.ts';
import { metadataNode } from './metadataSchema.ts';
import { copyMap, type PlainMap, putEntry } from './plain.ts';
import type { SchemaNode } from './schemaNode.ts';

/** Fields of every resource, whether its schema lists them or not. */
export const resourceFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

export interface Preparing {
  /** Called for each field that the schema does not have: it is dropped from the result. */
  readonly onUnknown?: (path: Path, field: string, node: SchemaNode) => void;
  /** Null is the same as absent everywhere (kinds of the API server itself). */
  readonly isNative: boolean;
  /** The value is a whole resource: its metadata is the server's, whatever the schema says. */
  readonly isRoot?: boolean;
}

/**
 * A value as the server has it before it validates: unknown fields dropped, nulls dropped where null is not allowed,
 * defaults filled in, also inside list items, never in place of what is there. Answers the value itself where nothing
 * changed and changes nothing in place. https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting-and-nullable
 */
export function prepare(node: SchemaNode, value: unknown, preparing: Preparing): unknown {
  return prepareValue(node, value, preparing, []);
}

function prepareValue(
  node: SchemaNode,
  value: unknown,
  preparing: Preparing,
  path: (string | number)[],
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value)
    ? prepareList(node, value, preparing, path)
    : prepareMap(node, value as PlainMap, preparing, path);
}

function prepareList(
  node: SchemaNode,
  list: readonly unknown[],
  preparing: Preparing,
  path: (string | number)[],
): readonly unknown[] {
  const { items } = node;
  if (items === undefined) return list;
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (typeof item !== 'object' || item === null) continue;
    path.push(i);
    const ready = prepareValue(items, item, preparing, path);
    path.pop();
    if (ready === item) continue;
    copy ??= [...list];
    copy[i] = ready;
  }
  return copy ?? list;
}

function prepareMap(
  node: SchemaNode,
  map: PlainMap,
  preparing: Preparing,
  path: (string | number)[],
): PlainMap {
  // A list was asked for: the structure is wrong, and its fields are not those of an object.
  if (node.type !== undefined && node.type !== 'object') return map;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(map)) {
    const value = map[key];
    const ready = prepareEntry(node, key, value, preparing, path);
    if (ready === value) continue;
    copy ??= copyMap(map);
    if (ready === undefined) delete copy[key];
    else putEntry(copy, key, ready);
  }
  for (const [key, fallback] of node.defaults) {
    if (Object.hasOwn(copy ?? map, key)) continue;
    copy ??= copyMap(map);
    putEntry(copy, key, withDefaults(node, key, fallback, preparing));
  }
  return copy ?? map;
}

/** The entry as it stays; undefined when it does not. */
function prepareEntry(
  node: SchemaNode,
  key: string,
  value: unknown,
  preparing: Preparing,
  path: (string | number)[],
): unknown {
  const isWhole = node.schema.isResource === true || (path.length === 0 && preparing.isRoot === true);
  if (isWhole && key === 'metadata') {
    return prepareValue(metadataNode, value, { ...preparing, isNative: true, isRoot: false }, [...path, key]);
  }
  const child = node.field(key);
  if (child === undefined) {
    if (node.keepsUnknown || (isWhole && resourceFields.has(key))) return value;
    preparing.onUnknown?.([...path, key], key, node);
    return undefined;
  }
  if (value === null) {
    if (child.isNullable && !preparing.isNative) return null;
    const fallback = node.listed(key)?.schema.default;
    return fallback === undefined ? undefined : withDefaults(node, key, fallback, preparing);
  }
  if (typeof value !== 'object') return value;
  path.push(key);
  const ready = prepareValue(child, value, preparing, path);
  path.pop();
  return ready;
}

function withDefaults(node: SchemaNode, key: string, fallback: unknown, { isNative }: Preparing): unknown {
  const child = node.field(key);
  return child === undefined ? fallback : prepare(child, fallback, { isNative });
}
