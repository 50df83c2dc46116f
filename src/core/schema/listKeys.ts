import type { Schema } from '../catalogue/schema.ts';
import type { Judgement } from './judgement.ts';
import { canonicalText, isMap } from './plain.ts';
import type { SchemaNode } from './schemaNode.ts';

/** Items of a set are all different; items of a list map differ in their keys. At fault: the later item. */
export function checkListKeys(judgement: Judgement, schema: Schema, list: readonly unknown[]): void {
  const keys = schema.listType === 'map' ? (schema.listKeys ?? []) : undefined;
  for (const [first, later] of duplicatesIn(schema, list)) {
    addDuplicate(judgement, first, later, keys === undefined ? undefined : keysOf(list[later], keys));
  }
}

/** The positions of items that are the same, each with the first of its sort. */
function duplicatesIn(schema: Schema, list: readonly unknown[]): readonly (readonly [number, number])[] {
  const keys = schema.listType === 'map' ? (schema.listKeys ?? []) : undefined;
  if (list.length < 2 || keys?.length === 0) return [];
  const firsts = new Map<string, number>();
  const found: (readonly [number, number])[] = [];
  for (const [i, item] of list.entries()) {
    if (keys !== undefined && !isMap(item)) continue;
    const text = keys === undefined ? canonicalText(item) : keyText(item, keys);
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, i);
    else found.push([first, i]);
  }
  return found;
}

/** On update, the server looks at duplicates only if the old object had none anywhere; that they are old items is no excuse. */
function hadDuplicates({ subject }: Judgement): boolean {
  if (subject.operation === 'create' || subject.isNative) return false;
  return subject.old !== undefined && hasDuplicates(subject.root, subject.old);
}

function hasDuplicates(node: SchemaNode | undefined, value: unknown): boolean {
  if (node === undefined || typeof value !== 'object' || value === null) return false;
  if (isMap(value))
    return Object.entries(value).some(([key, entry]) => hasDuplicates(node.field(key), entry));
  if (!Array.isArray(value)) return false;
  const { listType } = node.schema;
  if ((listType === 'map' || listType === 'set') && duplicatesIn(node.schema, value).length > 0) return true;
  return value.some((item) => hasDuplicates(node.items, item));
}

function addDuplicate(
  judgement: Judgement,
  first: number,
  later: number,
  keys: Readonly<Record<string, unknown>> | undefined,
): void {
  const at = [...judgement.path, first];
  const path = [...judgement.path, later];
  judgement.addAt(
    path,
    'value',
    { fault: 'duplicate', first: at, ...(keys === undefined ? {} : { keys }) },
    { related: [at], isRatcheted: hadDuplicates(judgement) },
  );
}

function keyText(item: unknown, keys: readonly string[]): string {
  return keys
    .map((key) => (isMap(item) && Object.hasOwn(item, key) ? canonicalText(item[key]) : ''))
    .join('\n');
}

function keysOf(item: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  const present = keys.filter((key) => isMap(item) && Object.hasOwn(item, key));
  return Object.fromEntries(present.map((key) => [key, (item as Record<string, unknown>)[key]]));
}
