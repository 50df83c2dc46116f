import { assignLayers } from './assignLayers.ts';
import { type LayoutCard, type LayoutLink, spacing } from './types.ts';

/** The layers of all groups together, so that columns run through the whole canvas. */
export interface Columns {
  readonly layerOf: ReadonlyMap<string, number>;
  /** The left edge of each layer. */
  readonly x: readonly number[];
}

/** Columns for all cards; the first begins at zero. */
export function buildColumns(cards: readonly LayoutCard[], links: readonly LayoutLink[]): Columns {
  const layerOf = assignLayers(cards, links);
  const widths: number[] = [];
  for (const card of cards) {
    const layer = layerOf.get(card.id) ?? 0;
    while (widths.length <= layer) widths.push(0);
    widths[layer] = Math.max(widths[layer] ?? 0, card.width);
  }
  const x: number[] = [];
  let left = 0;
  for (const width of widths) {
    x.push(left);
    left += width + spacing.column;
  }
  return { layerOf, x };
}
