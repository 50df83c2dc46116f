import type { Rect } from './spatial.ts';
import type { CanvasLink } from './types.ts';

export type LinkSide = 'left' | 'right';

/** Cards must be at least this far apart for a line to run straight between them. */
const leastGap = 24;

/**
 * The sides at which a line leaves and enters, from where the cards stand: forth, back, or, when they stand
 * one above the other, both on the side where there is room.
 */
export function linkSides(
  link: CanvasLink,
  source: Rect,
  target: Rect,
): readonly [leave: LinkSide, enter: LinkSide] {
  if (target.x >= source.x + source.width + leastGap) return ['right', 'left'];
  if (target.x + target.width + leastGap <= source.x) return ['left', 'right'];
  const side = outer.has(link.edge.role) ? 'right' : 'left';
  return [side, side];
}

/** What these join stands at the end of the traffic, with room on the right. */
const outer: ReadonlySet<CanvasLink['edge']['role']> = new Set(['scales', 'selects']);
