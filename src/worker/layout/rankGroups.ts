import type { LayoutLink, PlacedGroup } from './types.ts';

/** How many groups stand before each one; what is scoped to the cluster comes first. */
export function rankGroups(
  groups: readonly PlacedGroup[],
  links: readonly LayoutLink[],
): ReadonlyMap<string, number> {
  const nameOf = new Map(groups.flatMap(({ name, places }) => [...places.keys()].map((id) => [id, name])));
  const before = leadersOf(countLinks(links, nameOf));
  const ranks = new Map<string, number>();
  const rankOf = (name: string, open: ReadonlySet<string>): number => {
    const known = ranks.get(name);
    if (known !== undefined) return known;
    const leaders = [...(before.get(name) ?? [])].filter((each) => !open.has(each));
    const rank = Math.max(0, ...leaders.map((each) => rankOf(each, new Set([...open, name])) + 1));
    ranks.set(name, name === '' ? -1 : rank);
    return ranks.get(name) ?? 0;
  };
  for (const { name } of groups) rankOf(name, new Set());
  return ranks;
}

function countLinks(
  links: readonly LayoutLink[],
  nameOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const link of links) {
    const source = nameOf.get(link.source);
    const target = nameOf.get(link.target);
    if (source === undefined || target === undefined || source === target) continue;
    const row = counts.get(source) ?? new Map<string, number>();
    row.set(target, (row.get(target) ?? 0) + 1);
    counts.set(source, row);
  }
  return counts;
}

/** For each group those that it draws from more often than they draw from it. */
function leadersOf(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const leaders = new Map<string, Set<string>>();
  for (const [source, row] of counts) {
    for (const [target, count] of row) {
      if (source === '' || target === '' || count <= (counts.get(target)?.get(source) ?? 0)) continue;
      leaders.set(target, (leaders.get(target) ?? new Set()).add(source));
    }
  }
  return leaders;
}
