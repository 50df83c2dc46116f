import type { ResourceId } from '../../core/workspace/types.ts';
import type { CardPoint } from '../../state/types.ts';

/** The card under a point of the window, with the row that is there, if any. */
export function pointUnder(x: number, y: number): CardPoint | null {
  return pointOf(document.elementFromPoint(x, y));
}

/** The card that an element belongs to, with the row that it stands in, if any. */
export function pointOf(element: Element | null): CardPoint | null {
  const id = element?.closest<HTMLElement>('.react-flow__node-card, .react-flow__node-ghost')?.dataset.id;
  if (id === undefined) return null;
  const row = element?.closest<HTMLElement>('[data-row]')?.dataset.row;
  return { id: id as ResourceId, ...(row === undefined ? {} : { row }) };
}
