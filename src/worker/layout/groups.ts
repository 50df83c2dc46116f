import type { LayoutCard, LayoutLink } from './types.ts';

/** The cards of one namespace (or of the cluster) with the lines among them. */
export interface Group {
  readonly name: string;
  /** Cards that some line touches, from inside the group or from outside. */
  readonly linked: readonly LayoutCard[];
  /** Cards that stand alone. */
  readonly isolated: readonly LayoutCard[];
  readonly links: readonly LayoutLink[];
}

/**
 * Splits by namespace when several are in play, so that their frames never overlap; otherwise all is one
 * group, cluster-scoped cards included.
 */
export function splitGroups(cards: readonly LayoutCard[], links: readonly LayoutLink[]): readonly Group[] {
  const names = new Set(cards.map((card) => card.group).filter((name) => name !== ''));
  const nameOf = new Map(cards.map((card) => [card.id, names.size > 1 ? card.group : '']));
  const inside = new Map<string, LayoutLink[]>();
  const touched = new Set<string>();
  for (const link of links) {
    const name = nameOf.get(link.source);
    if (name === undefined || !nameOf.has(link.target) || link.source === link.target) continue;
    touched.add(link.source).add(link.target);
    if (name === nameOf.get(link.target)) push(inside, name, link);
  }
  const members = new Map<string, LayoutCard[]>();
  for (const card of cards) push(members, nameOf.get(card.id) ?? '', card);
  return [...members].map(([name, all]) => ({
    name,
    linked: all.filter((card) => touched.has(card.id)),
    isolated: all.filter((card) => !touched.has(card.id)),
    links: inside.get(name) ?? [],
  }));
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
