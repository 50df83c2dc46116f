import type { LayoutCard, LayoutLink, LayoutRequest, Placement } from './types.ts';
import { spacing } from './types.ts';

/** The cards of one namespace (or of the cluster) with the lines among them. */
export interface Group {
  readonly name: string;
  /** Cards that some line inside the group touches. */
  readonly linked: readonly LayoutCard[];
  /** Cards that stand alone in it. */
  readonly isolated: readonly LayoutCard[];
  readonly links: readonly LayoutLink[];
}

/**
 * Splits by namespace when several are in play, so that their frames never overlap; otherwise all is one
 * group, cluster-scoped cards included.
 */
export function splitGroups(request: LayoutRequest): readonly Group[] {
  const names = new Set(request.cards.map((card) => card.group).filter((name) => name !== ''));
  const nameOf = new Map(request.cards.map((card) => [card.id, names.size > 1 ? card.group : '']));
  const links = new Map<string, LayoutLink[]>();
  const touched = new Set<string>();
  for (const link of request.links) {
    const name = nameOf.get(link.source);
    if (name === undefined || name !== nameOf.get(link.target) || link.source === link.target) continue;
    touched.add(link.source).add(link.target);
    push(links, name, link);
  }
  const cards = new Map<string, LayoutCard[]>();
  for (const card of request.cards) push(cards, nameOf.get(card.id) ?? '', card);
  return [...cards].map(([name, members]) => ({
    name,
    linked: members.filter((card) => touched.has(card.id)),
    isolated: members.filter((card) => !touched.has(card.id)),
    links: links.get(name) ?? [],
  }));
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Adds the cards that stand alone as rows below the rest, by column and then as they come. */
export function addIsolated(group: Group, linked: Placement): Placement {
  if (group.isolated.length === 0) return linked;
  const sizes = new Map(group.linked.map((card) => [card.id, card]));
  let [width, top] = [0, 0];
  for (const [id, { x, y }] of linked) {
    const card = sizes.get(id);
    width = Math.max(width, x + (card?.width ?? 0));
    top = Math.max(top, y + (card?.height ?? 0) + spacing.card * 2);
  }
  const places = new Map(linked);
  const limit = Math.max(width, widthForArea(group.isolated));
  let [x, y, rowHeight] = [0, top, 0];
  for (const card of group.isolated.toSorted((a, b) => a.column - b.column)) {
    if (x > 0 && x + card.width > limit) {
      x = 0;
      y += rowHeight + spacing.isolated;
      rowHeight = 0;
    }
    places.set(card.id, { x, y });
    x += card.width + spacing.isolated;
    rowHeight = Math.max(rowHeight, card.height);
  }
  return places;
}

/** A width that makes many cards about as wide as a window is. */
function widthForArea(cards: readonly LayoutCard[]): number {
  const area = cards.reduce(
    (sum, card) => sum + (card.width + spacing.isolated) * (card.height + spacing.isolated),
    0,
  );
  return Math.max(2 * (280 + spacing.isolated), Math.sqrt(area * 1.6));
}
