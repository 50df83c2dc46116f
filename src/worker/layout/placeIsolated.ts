import { type LayoutCard, type Placement, type Position, spacing } from './types.ts';

interface Area {
  /** Where the first card stands. */
  readonly start: Position;
  /** How far to the right cards may reach before a new row begins. */
  readonly right: number;
}

/** Cards that stand alone, in rows; those of an earlier column come first. */
export function placeIsolated(cards: readonly LayoutCard[], { start, right }: Area): Placement {
  const places = new Map<string, Position>();
  let { x, y } = start;
  let rowHeight = 0;
  for (const card of cards.toSorted((a, b) => a.column - b.column)) {
    if (x > start.x && x + card.width > right) {
      x = start.x;
      y += rowHeight + spacing.card;
      rowHeight = 0;
    }
    places.set(card.id, { x, y });
    x += card.width + spacing.column;
    rowHeight = Math.max(rowHeight, card.height);
  }
  return places;
}

/** A width at which many cards fill an area of about the shape of a window. */
export function widthForArea(cards: readonly LayoutCard[]): number {
  const area = cards.reduce(
    (sum, card) => sum + (card.width + spacing.column) * (card.height + spacing.card),
    0,
  );
  const widest = Math.max(0, ...cards.map((card) => card.width));
  return Math.max(2 * (widest + spacing.column), Math.sqrt(area * 1.4));
}
