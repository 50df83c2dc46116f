/** Cards as rectangles: who is next in a direction, and in which order they are read. */
import type { Position } from './types.ts';

export interface Rect extends Position {
  readonly width: number;
  readonly height: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Cards this near to each other stand in one column. */
const columnWidth = 160;

/** Ids from left to right by column, then from top to bottom. */
export function readingOrder<Id>(rects: ReadonlyMap<Id, Rect>): readonly Id[] {
  const byX = [...rects].sort(([, a], [, b]) => a.x - b.x || a.y - b.y);
  const columns: (readonly [Id, Rect])[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const entry of byX) {
    const column = columns.at(-1);
    if (column === undefined || entry[1].x - start > columnWidth) {
      columns.push([entry]);
      start = entry[1].x;
    } else column.push(entry);
  }
  return columns.flatMap((column) => column.sort(([, a], [, b]) => a.y - b.y || a.x - b.x).map(([id]) => id));
}

/** The nearest card in a direction: those straight ahead first, then those aside. */
export function nextInDirection<Id>(
  rects: ReadonlyMap<Id, Rect>,
  from: Id,
  direction: Direction,
): Id | undefined {
  const start = rects.get(from);
  if (start === undefined) return undefined;
  let best: { readonly id: Id; readonly cost: number } | undefined;
  for (const [id, rect] of rects) {
    if (id === from) continue;
    const cost = costOf(start, rect, direction);
    if (cost !== undefined && (best === undefined || cost < best.cost)) best = { id, cost };
  }
  return best?.id;
}

/** Distance ahead, and more for what lies aside; undefined for what is not ahead. */
function costOf(from: Rect, to: Rect, direction: Direction): number | undefined {
  const isHorizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const a = centre(from);
  const b = centre(to);
  const ahead = sign * (isHorizontal ? b.x - a.x : b.y - a.y);
  if (ahead <= 1) return undefined;
  const gap = isHorizontal
    ? gapBetween(from.y, from.height, to.y, to.height)
    : gapBetween(from.x, from.width, to.x, to.width);
  const aside = isHorizontal ? Math.abs(b.y - a.y) : Math.abs(b.x - a.x);
  // What lies more aside than ahead is only taken when nothing else is there.
  const isAside = gap > 0 && aside > 2 * ahead;
  return ahead + aside * 0.3 + gap * 3 + (isAside ? 1_000_000 : 0);
}

/** How far two intervals are apart; 0 when they overlap. */
function gapBetween(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(0, b - (a + aLength), a - (b + bLength));
}

/** The middle of a rectangle. */
export function centre(rect: Rect): Position {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** The smallest rectangle around all; undefined for none. */
export function boundsOf(rects: Iterable<Rect>): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  if (left === Infinity) return undefined;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** True when two rectangles come nearer to each other than `gap`. */
export function overlaps(a: Rect, b: Rect, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}
