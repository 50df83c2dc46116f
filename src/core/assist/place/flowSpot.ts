import type { SketchEntry, SketchNode } from './sketchNodes.ts';
import { pathOf } from './sketchNodes.ts';
import type { Spot } from './spot.ts';

/** The spot at an offset between the brackets of a flow collection. */
export function flowSpot(text: string, node: SketchNode, offset: number): readonly Spot[] {
  const entry = node.entries.findLast((each) => each.start <= offset);
  const isBehind =
    entry !== undefined && text.slice(endOf(entry), Math.max(offset, endOf(entry))).includes(',');
  const place = { isFlow: true, column: -1, behind: 'nothing' } as const;
  if (entry === undefined || isBehind) {
    const fresh = {
      ...place,
      range: { start: offset, end: offset },
      lead: text[offset - 1] === ',' ? ' ' : '',
    };
    if (node.type === 'map') return [{ ...fresh, role: 'key', path: pathOf(node), node }];
    const index = node.entries.filter((each) => each.start < offset).length;
    const open: SketchNode = {
      ...node,
      type: 'open',
      isFlow: false,
      entries: [],
      start: offset,
      end: offset,
    };
    return [{ ...fresh, role: 'value', path: [...pathOf(node), index], node: open }];
  }
  const isKey = node.type === 'map' && (entry.valueAt < 0 || offset <= entry.keyEnd);
  if (isKey) {
    const range = { start: entry.start, end: Math.max(entry.keyEnd, offset) };
    const own = entry.valueAt < 0 ? {} : { own: entry };
    return [{ ...place, ...own, role: 'key', path: pathOf(node), node, range, lead: '' }];
  }
  if (offset < entry.valueAt || (entry.node.type !== 'open' && entry.node.type !== 'scalar')) return [];
  return [
    {
      ...place,
      role: 'value',
      path: pathOf(entry.node),
      node: entry.node,
      ...valueRange(text, entry, offset),
    },
  ];
}

function valueRange(
  text: string,
  { node }: SketchEntry,
  offset: number,
): Pick<Spot, 'range' | 'lead' | 'behind'> {
  const isWritten = node.type === 'scalar';
  const start = isWritten ? Math.min(node.start, offset) : offset;
  const end = isWritten ? Math.max(node.end, offset) : offset;
  return { range: { start, end }, lead: !isWritten && text[offset - 1] === ':' ? ' ' : '', behind: 'colon' };
}

function endOf({ node, valueAt, keyEnd }: SketchEntry): number {
  if (node.type !== 'open') return node.end;
  return valueAt < 0 ? keyEnd : valueAt;
}
