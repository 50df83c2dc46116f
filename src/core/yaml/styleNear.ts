import { type CST, isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { BlockStyle } from './blockLines.ts';
import { isFlow } from './entries.ts';
import { type AnyNode, asNode, type Collection, nodeStart, pairValue } from './nodes.ts';
import type { Quote } from './scalarText.ts';

/** The nearest example of each measure, and how far away it is. */
type Evidence = { readonly [K in keyof BlockStyle]: { value: number; distance: number } };

/** The block style a writer at `offset` would use: that of the nearest examples, else two spaces everywhere. */
export function styleNear(root: AnyNode | undefined, offset: number): BlockStyle {
  const found: Evidence = {
    step: { value: 2, distance: Number.POSITIVE_INFINITY },
    listOffset: { value: -1, distance: Number.POSITIVE_INFINITY },
    dashGap: { value: 2, distance: Number.POSITIVE_INFINITY },
  };
  collect(root, offset, found);
  const step = found.step.value;
  const listOffset = found.listOffset.value === -1 ? step : found.listOffset.value;
  return { step, listOffset, dashGap: found.dashGap.value };
}

/** The quotes all texts of a list share; undefined when they differ or there are none. */
export function quoteOfItems(list: Collection): Quote | undefined {
  let shared: Quote | undefined;
  for (const item of list.items) {
    if (!isScalar(item) || typeof item.value !== 'string') continue;
    const quote = item.type === 'QUOTE_DOUBLE' ? '"' : item.type === 'QUOTE_SINGLE' ? "'" : 'none';
    if (shared !== undefined && shared !== quote) return undefined;
    shared = quote;
  }
  return shared;
}

/** True where the whole text is JSON, or the nearest { } around a place quotes its keys as JSON does. */
export function isJsonStyle(text: string, around: readonly Collection[]): boolean {
  const [outermost] = around;
  if (outermost !== undefined && isFlow(outermost) && isJson(text)) return true;
  const map = around.findLast((one) => isMap(one) && isFlow(one) && one.items.length > 0);
  const key = isMap(map) ? map.items[0]?.key : undefined;
  return isScalar(key) && key.type === 'QUOTE_DOUBLE';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function collect(node: AnyNode | undefined, offset: number, found: Evidence): void {
  if (node === undefined || isAlias(node) || isScalar(node) || isFlow(node)) return;
  const indent = indentOf(node);
  if (isMap(node)) {
    for (const pair of node.items) {
      const value = pairValue(pair);
      const inner = indentOf(value);
      if (inner !== undefined && indent !== undefined && value !== undefined) {
        if (isSeq(value)) note(found.listOffset, inner - indent, value, offset, 0);
        else if (isMap(value)) note(found.step, inner - indent, value, offset, 1);
      }
      collect(value, offset, found);
    }
    return;
  }
  const tokens = node.srcToken !== undefined && 'items' in node.srcToken ? node.srcToken.items : [];
  for (const token of tokens) {
    const inner = token.value !== undefined ? blockIndent(token.value) : undefined;
    const isCompact = !token.start.some(({ type }) => type === 'newline');
    if (inner !== undefined && indent !== undefined && isCompact)
      note(found.dashGap, inner - indent, node, offset, 2);
  }
  for (const item of node.items) collect(asNode(item), offset, found);
}

function note(one: Evidence['step'], value: number, node: AnyNode, offset: number, least: number): void {
  const distance = Math.abs(nodeStart(node) - offset);
  if (value < least || distance >= one.distance) return;
  one.value = value;
  one.distance = distance;
}

function indentOf(node: AnyNode | undefined): number | undefined {
  return node?.srcToken === undefined ? undefined : blockIndent(node.srcToken);
}

function blockIndent(token: CST.Token): number | undefined {
  return token.type === 'block-map' || token.type === 'block-seq' ? token.indent : undefined;
}
