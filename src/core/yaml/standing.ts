import { type CST, isAlias, isScalar } from 'yaml';
import { contentEnd, isFlow, type Slot } from './entries.ts';
import { columnOf, commentsBelow, lineEnd, lineStart } from './lines.ts';
import { isAbsent, isBlockScalar, nodeStart } from './nodes.ts';

/** What stands in a slot now: a part on the indicator's line (or its own) and whole lines below. */
export interface Standing {
  readonly headStart: number;
  readonly headEnd: number;
  /** The end of the lines below the head; the head's line end when there are none. */
  readonly bodyEnd: number;
}

/** Where the parts of a slot's value stand. */
export function standing(text: string, slot: Slot): Standing {
  const { node, propsEnd } = slot;
  if (node === undefined || isAbsent(node))
    return { headStart: propsEnd, headEnd: propsEnd, bodyEnd: propsEnd };
  const start = nodeStart(node);
  const end = contentEnd(text, node);
  if (isBlockScalar(node))
    return { headStart: start, headEnd: start + headerLength(node.srcToken), bodyEnd: end };
  if (isAlias(node) || isScalar(node) || isFlow(node))
    return { headStart: start, headEnd: end, bodyEnd: end };
  const column = slot.holder === 'root' ? columnOf(text, start) : slot.column;
  const bodyEnd = commentsBelow(text, end, column);
  // Comments between `---` and the content belong to the document, not to its value.
  const isBelow = slot.holder !== 'root' && standsBelow(text, slot);
  if (isBelow) return { headStart: propsEnd, headEnd: propsEnd, bodyEnd };
  return { headStart: start, headEnd: Math.min(lineEnd(text, start), bodyEnd), bodyEnd };
}

/** True when the value begins on a later line than its indicator. */
export function standsBelow(text: string, { node, propsEnd, indicatorEnd }: Slot): boolean {
  if (node === undefined || isAbsent(node)) return false;
  return (
    lineStart(text, nodeStart(node)) > lineStart(text, propsEnd) ||
    lineStart(text, propsEnd) > lineStart(text, indicatorEnd)
  );
}

function headerLength(token: CST.Token | undefined): number {
  const header = token?.type === 'block-scalar' ? token.props[0] : undefined;
  return header !== undefined && 'source' in header ? header.source.length : 1;
}
