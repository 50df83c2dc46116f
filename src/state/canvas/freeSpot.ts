import { spacing } from '../../worker/layout/types.ts';
import { framePadding, padded } from './frames.ts';
import { boundsOf, overlaps, type Rect } from './spatial.ts';
import type { Position } from './types.ts';

/** What is in the way of a card. */
export interface Obstacles {
  /** Cards that must not be covered. */
  readonly cards: readonly Rect[];
  /** Frames of other namespaces, and cards outside of all. */
  readonly frames: readonly Rect[];
  /** Around the cards of the own namespace; its frame will grow to hold the new one. */
  readonly own?: Rect;
}

/**
 * The place nearest to the wish, straight above or below it, that touches nothing and keeps the frame of the
 * own namespace off the others; when frames are in each other's way already, cards decide alone.
 */
export function freeSpot(wish: Rect, { cards, frames, own }: Obstacles, gap: number): Position {
  const near = [...cards, ...frames].filter(
    (each) => each.x < wish.x + wish.width + spacing.card && wish.x < each.x + each.width + spacing.card,
  );
  const free = heightsAround(wish, near, frames, gap).filter(
    (y) => !near.some((each) => overlaps({ ...wish, y }, each, gap - 1)),
  );
  const calm = free.find((y) => {
    if (own === undefined) return true;
    const frame = padded(boundsOf([own, { ...wish, y }]) ?? wish);
    return !frames.some((each) => overlaps(frame, each));
  });
  return { x: wish.x, y: calm ?? free[0] ?? wish.y };
}

/** Heights right above and below what is near, the nearest to the wish first. */
function heightsAround(
  wish: Rect,
  near: readonly Rect[],
  frames: readonly Rect[],
  gap: number,
): readonly number[] {
  const { top, bottom } = framePadding;
  return [
    wish.y,
    ...near.flatMap((each) => [each.y + each.height + gap, each.y - wish.height - gap]),
    ...frames.flatMap((each) => [each.y + each.height + gap + top, each.y - wish.height - gap - bottom]),
  ].sort((a, b) => Math.abs(a - wish.y) - Math.abs(b - wish.y));
}
