import { boundsOf, type Rect } from './spatial.ts';
import type { Position } from './types.ts';

/** Ways to bring several cards into line. */
export const alignments = [
  { name: 'left', label: 'Align left' },
  { name: 'centre', label: 'Align centre' },
  { name: 'right', label: 'Align right' },
  { name: 'top', label: 'Align top' },
  { name: 'middle', label: 'Align middle' },
  { name: 'bottom', label: 'Align bottom' },
  { name: 'across', label: 'Distribute across' },
  { name: 'down', label: 'Distribute down' },
] as const;
export type Alignment = (typeof alignments)[number]['name'];

/** The new places of cards that are brought into line; those that stay are left out. */
export function alignCards<Id>(rects: ReadonlyMap<Id, Rect>, how: Alignment): ReadonlyMap<Id, Position> {
  const bounds = boundsOf(rects.values());
  if (bounds === undefined || rects.size < 2) return new Map();
  const places =
    how === 'across' || how === 'down'
      ? distribute(rects, bounds, how)
      : new Map([...rects].map(([id, rect]) => [id, lineUp(rect, bounds, how)]));
  return new Map([...places].filter(([id, { x, y }]) => rects.get(id)?.x !== x || rects.get(id)?.y !== y));
}

function lineUp(rect: Rect, bounds: Rect, how: Exclude<Alignment, 'across' | 'down'>): Position {
  const { x, y } = rect;
  if (how === 'left') return { x: bounds.x, y };
  if (how === 'right') return { x: bounds.x + bounds.width - rect.width, y };
  if (how === 'centre') return { x: Math.round(bounds.x + (bounds.width - rect.width) / 2), y };
  if (how === 'top') return { x, y: bounds.y };
  if (how === 'bottom') return { x, y: bounds.y + bounds.height - rect.height };
  return { x, y: Math.round(bounds.y + (bounds.height - rect.height) / 2) };
}

/** Equal gaps between neighbours; the first and the last stay. Gaps are never negative. */
function distribute<Id>(
  rects: ReadonlyMap<Id, Rect>,
  bounds: Rect,
  how: 'across' | 'down',
): Map<Id, Position> {
  const [start, length] = how === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const sorted = [...rects].sort(([, a], [, b]) => a[start] - b[start]);
  const filled = sorted.reduce((sum, [, rect]) => sum + rect[length], 0);
  const gap = Math.max(16, (bounds[length] - filled) / (sorted.length - 1));
  let at = bounds[start];
  return new Map(
    sorted.map(([id, rect]) => {
      const place = { x: rect.x, y: rect.y, [start]: Math.round(at) };
      at += rect[length] + gap;
      return [id, place];
    }),
  );
}
