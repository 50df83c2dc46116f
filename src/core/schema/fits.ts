import { Judgement } from './judgement.ts';
import { prepare } from './prepare.ts';
import type { SchemaNode } from './schemaNode.ts';
import { checkStructure } from './structure.ts';

/** True when the structure of a value is sound where the node stands; rules are not asked. */
export function fits(node: SchemaNode, value: unknown): boolean {
  const prepared = prepare(node, value, { isNative: false });
  const judgement = new Judgement({
    root: node,
    value: prepared,
    written: value,
    old: undefined,
    operation: 'create',
    isNative: false,
    reader: 'built-in',
  });
  checkStructure(judgement, node, prepared);
  return judgement.faults.length === 0;
}
