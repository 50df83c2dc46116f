import type { ResourceId } from '../../core/workspace/types.ts';
import { framesOf } from './frames.ts';
import type { Rect } from './spatial.ts';
import type { CanvasCard, Position } from './types.ts';

/** The namespace that a place of the canvas belongs to: of the frame around it, else of the nearest one. */
export function namespaceAt(
  cards: Iterable<CanvasCard>,
  rects: ReadonlyMap<ResourceId, Rect>,
  place: Position,
): string | undefined {
  let best: { readonly namespace: string; readonly distance: number } | undefined;
  for (const { namespace, rect } of framesOf(cards, (id) => rects.get(id))) {
    const distance = Math.hypot(
      Math.max(rect.x - place.x, 0, place.x - rect.x - rect.width),
      Math.max(rect.y - place.y, 0, place.y - rect.y - rect.height),
    );
    if (best === undefined || distance < best.distance) best = { namespace, distance };
  }
  return best?.namespace;
}
