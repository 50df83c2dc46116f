import { spacing } from '../../worker/layout/types.ts';
import { overlaps, type Rect } from './spatial.ts';
import type { Position } from './types.ts';

/** Cards nearer than this look as if they touched. */
const minimumGap = 8;

/**
 * Makes room below cards that have grown over their neighbours (a listener was added, rows unfolded).
 * Cards only give way downwards, and only those that would be covered.
 */
export function settleGrowth(
  rects: ReadonlyMap<string, Rect>,
  grown: Iterable<string>,
): ReadonlyMap<string, Position> {
  const now = new Map(rects);
  const moved = new Map<string, Position>();
  const queue = [...grown];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const rect = now.get(id);
    if (rect === undefined) continue;
    for (const [otherId, other] of now) {
      if (otherId === id || other.y <= rect.y || !overlaps(rect, other, minimumGap)) continue;
      const place = { x: other.x, y: rect.y + rect.height + spacing.card };
      now.set(otherId, { ...other, ...place });
      moved.set(otherId, place);
      queue.push(otherId);
    }
  }
  return moved;
}
