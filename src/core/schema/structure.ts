import type { JsonType } from '../catalogue/schema.ts';
import { byCloseness } from './closest.ts';
import { checkCombinations } from './combinations.ts';
import { type Judgement, markOf } from './judgement.ts';
import { checkListKeys } from './listKeys.ts';
import { isMap, isSame, type PlainMap } from './plain.ts';
import { checkNumber, checkText } from './scalars.ts';
import type { SchemaNode } from './schemaNode.ts';

/** Judges one prepared value and all below it by their schema; faults go to the judgement, at its present path. */
export function checkStructure(judgement: Judgement, node: SchemaNode, value: unknown): void {
  if (!checkType(judgement, node, value)) return;
  if (value === null) return;
  if (node.hasRules) judgement.grounds.push({ node, value, path: judgement.path.slice() });
  if (node.enum !== undefined) checkEnum(judgement, node, node.enum, value);
  if (typeof value === 'string') checkText(judgement, node, value);
  else if (typeof value === 'number') checkNumber(judgement, node.schema, value);
  else if (Array.isArray(value)) checkList(judgement, node, value);
  else if (isMap(value)) checkMap(judgement, node, value);
  if (node.combinations !== undefined) checkCombinations(judgement, node.combinations, value, checkStructure);
}

function checkType(judgement: Judgement, node: SchemaNode, value: unknown): boolean {
  const { type } = node;
  if (value === null) {
    if (node.isNullable || judgement.subject.isNative) return true;
    if (type === undefined && node.schema.intOrString !== true) return true;
  } else if (type === undefined) {
    if (node.schema.intOrString !== true || typeof value === 'string' || Number.isInteger(value)) return true;
    // Code reads any number as a quantity; a CRD takes integers and texts only.
    if (node.isQuantity && judgement.subject.isNative && Number.isFinite(value)) return true;
  } else if (isOfType(type, value)) return true;
  const expected: readonly JsonType[] = type === undefined ? ['integer', 'string'] : [type];
  judgement.add(markOf(value), { fault: 'type', expected, actual: typeOf(value), value });
  return false;
}

function isOfType(type: JsonType, value: unknown): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** What a value is, in the words of a schema. */
export function typeOf(value: unknown): JsonType | 'null' {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as 'string' | 'boolean';
  return typeof value === 'bigint' ? 'integer' : 'object';
}

function checkEnum(
  judgement: Judgement,
  node: SchemaNode,
  allowed: ReadonlySet<unknown>,
  value: unknown,
): void {
  if (allowed.has(value)) return;
  const values = node.schema.enum ?? [];
  if (typeof value === 'object' && values.some((each) => isSame(each, value))) return;
  const texts = values.filter((each) => typeof each === 'string');
  const closest = typeof value === 'string' ? byCloseness(value, texts)[0] : undefined;
  judgement.add(markOf(value), {
    fault: 'enum',
    value,
    allowed: values,
    ...(closest === undefined ? {} : { closest }),
  });
}

function checkList(judgement: Judgement, node: SchemaNode, list: readonly unknown[]): void {
  const { schema, items } = node;
  checkSize(judgement, 'items', list.length, schema.minItems, schema.maxItems);
  if (items !== undefined) {
    const { path } = judgement;
    for (let i = 0; i < list.length; i++) {
      path.push(i);
      checkStructure(judgement, items, list[i]);
      path.pop();
    }
  }
  if (schema.listType === 'map' || schema.listType === 'set' || schema.uniqueItems === true) {
    checkListKeys(judgement, schema, list);
  }
}

function checkMap(judgement: Judgement, node: SchemaNode, map: PlainMap): void {
  const { schema } = node;
  const isRoot = node === judgement.subject.root;
  for (const field of node.required) {
    if (isRoot && field === 'metadata') continue;
    if (!Object.hasOwn(map, field)) judgement.add('key', { fault: 'required', field });
  }
  if (schema.isResource === true) checkEmbedded(judgement, node, map);
  const keys = Object.keys(map);
  checkSize(judgement, 'keys', keys.length, schema.minProperties, schema.maxProperties);
  const { path } = judgement;
  for (const key of keys) {
    const child = node.field(key);
    // The metadata of the resource itself has its own judge.
    if (child === undefined || (isRoot && key === 'metadata')) continue;
    path.push(key);
    checkStructure(judgement, child, map[key]);
    path.pop();
  }
}

/** A resource inside a resource says what it is. */
function checkEmbedded(judgement: Judgement, node: SchemaNode, map: PlainMap): void {
  for (const field of ['apiVersion', 'kind']) {
    if (node.required.includes(field)) continue;
    if (!Object.hasOwn(map, field) || map[field] === '') judgement.add('key', { fault: 'required', field });
  }
}

function checkSize(
  judgement: Judgement,
  of: 'items' | 'keys',
  actual: number,
  min: number | undefined,
  max: number | undefined,
): void {
  if ((min === undefined || actual >= min) && (max === undefined || actual <= max)) return;
  judgement.add('key', {
    fault: 'size',
    of,
    actual,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  });
}
