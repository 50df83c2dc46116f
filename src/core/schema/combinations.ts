import type { Schema } from '../catalogue/schema.ts';
import type { FaultDetail } from './fault.ts';
import { Judgement, markOf } from './judgement.ts';
import type { Combinations, SchemaNode } from './schemaNode.ts';

type CheckStructure = (judgement: Judgement, node: SchemaNode, value: unknown) => void;

/** `allOf`, `anyOf`, `oneOf` and `not` of a value. What an `allOf` asks for is reported as if it stood on the schema. */
export function checkCombinations(
  judgement: Judgement,
  combined: Combinations,
  value: unknown,
  check: CheckStructure,
): void {
  for (const node of combined.allOf) check(judgement, node, value);
  const { anyOf, oneOf, not } = combined;
  if (anyOf.length > 0 && !anyOf.some((node) => fits(judgement, node, value, check))) {
    add(judgement, 'anyOf', anyOf, value, check);
  }
  if (oneOf.length > 0 && oneOf.filter((node) => fits(judgement, node, value, check)).length !== 1) {
    add(judgement, 'oneOf', oneOf, value, check);
  }
  if (not !== undefined && fits(judgement, not, value, check)) add(judgement, 'not', [not], value, check);
}

function fits(judgement: Judgement, node: SchemaNode, value: unknown, check: CheckStructure): boolean {
  return trial(judgement, node, value, check).faults.length === 0;
}

/** Each alternative is tried apart: its faults are not faults of the resource. */
function trial(judgement: Judgement, node: SchemaNode, value: unknown, check: CheckStructure): Judgement {
  const apart = new Judgement({ ...judgement.subject, written: value, operation: 'create' });
  check(apart, node, value);
  return apart;
}

function add(
  judgement: Judgement,
  of: 'anyOf' | 'oneOf' | 'not',
  nodes: readonly SchemaNode[],
  value: unknown,
  check: CheckStructure,
): void {
  const detail: FaultDetail = {
    fault: 'combination',
    of,
    alternatives: nodes.map((node) => wordsOf(node.schema)),
  };
  judgement.add(markOf(value), detail);
  // The server also reports what the nearest alternative lacks, which keeps it from the rules.
  const isBlocked = of !== 'not' && nodes.some((node) => trial(judgement, node, value, check).isBlocked);
  const isRefused = judgement.faults.at(-1)?.isRatcheted !== true;
  if (isBlocked && isRefused && !judgement.subject.isNative) judgement.isBlocked = true;
}

/** An alternative in words: `port and host`, `https`, `a text that matches ^a$`. */
function wordsOf(schema: Schema): string {
  const parts: string[] = [];
  if (schema.required !== undefined) parts.push(schema.required.join(' and '));
  if (schema.type !== undefined) parts.push(schema.type === 'object' ? 'a map' : `${article(schema.type)}`);
  if (schema.enum !== undefined) parts.push(schema.enum.map((each) => JSON.stringify(each)).join(' or '));
  if (schema.pattern !== undefined) parts.push(`a text that matches ${schema.pattern}`);
  if (schema.format !== undefined) parts.push(schema.format);
  if (schema.minimum !== undefined) parts.push(`at least ${schema.minimum}`);
  if (schema.maximum !== undefined) parts.push(`at most ${schema.maximum}`);
  if (schema.maxLength === 0 || schema.maxItems === 0) parts.push('nothing');
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const words = wordsOf(field);
    if (words !== '') parts.push(`${name}: ${words}`);
  }
  if (schema.not !== undefined) parts.push(`not ${wordsOf(schema.not)}`);
  for (const each of schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []) parts.push(wordsOf(each));
  return parts.filter((part) => part !== '').join(', ');
}

function article(type: string): string {
  return type === 'array' ? 'a list' : type === 'integer' ? 'an integer' : `a ${type}`;
}
