import type * as t from '@babel/types';
import type { Schema } from '../../../src/core/catalogue/schema.ts';

/** At the start, or as a sentence of its own; not of one value among several. */
const deprecation = /^(\w+ is (a )?)?deprecated\b|[.\n]\s*deprecated:/i;

/**
 * The documentation text of the last block comment before a declaration, without stars and escapes, and whether it says
 * that the field is deprecated. Parts that upstream keeps out of its own reference are left out as well.
 */
export function readDoc(comments: readonly t.Comment[]): Pick<Schema, 'doc' | 'deprecated'> {
  const block = comments.findLast((each) => each.type === 'CommentBlock' && each.value.startsWith('*'));
  if (block === undefined) return {};
  const doc = clean(block.value.slice(1));
  if (doc === '') return {};
  return { doc, ...(deprecation.test(doc) ? { deprecated: true } : {}) };
}

function clean(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .replace(/\\\*/g, '*')
    .replace(/\*\\\//g, '*/')
    .replace(/<gateway:util:excludeFromCRD>[\s\S]*?<\/gateway:util:excludeFromCRD>/g, '')
    .replace(/^<\/?gateway:.*$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
