/**
 * Groups as boxes: those that others draw from stand left, and what would make a column too tall begins a
 * new one. The order of the text decides among equals, so the same workspace always looks the same.
 */
import { type LayoutRequest, type Placement, type Position, spacing } from './types.ts';

/** A group that has been placed inside itself. */
export interface PlacedGroup {
  readonly name: string;
  readonly places: Placement;
}

interface Box {
  readonly name: string;
  readonly places: Placement;
  readonly width: number;
  readonly height: number;
  /** Where the cards begin inside the box. */
  readonly inset: Position;
}

/** All cards in one coordinate system. */
export function packGroups(request: LayoutRequest, groups: readonly PlacedGroup[]): Placement {
  if (groups.length === 1) return groups[0]?.places ?? new Map();
  const boxes = groups.map((group) => boxOf(request, group));
  const ranks = rankGroups(request, groups);
  const tallest = targetHeight(boxes);
  const placement = new Map<string, Position>();
  let x = 0;
  for (const rank of [...new Set(ranks.values())].sort((a, b) => a - b)) {
    let [y, width] = [0, 0];
    for (const box of boxes.filter((each) => ranks.get(each.name) === rank)) {
      if (y > 0 && y + box.height > tallest) {
        x += width + spacing.group;
        [y, width] = [0, 0];
      }
      for (const [id, place] of box.places) {
        placement.set(id, { x: x + box.inset.x + place.x, y: y + box.inset.y + place.y });
      }
      y += box.height + spacing.group;
      width = Math.max(width, box.width);
    }
    x += width + spacing.column;
  }
  return placement;
}

function boxOf(request: LayoutRequest, group: PlacedGroup): Box {
  const sizes = new Map(request.cards.map((card) => [card.id, card]));
  const frame = group.name === '' ? { side: 0, top: 0, bottom: 0 } : request.frame;
  let [width, height] = [0, 0];
  for (const [id, { x, y }] of group.places) {
    const card = sizes.get(id);
    width = Math.max(width, x + (card?.width ?? 0));
    height = Math.max(height, y + (card?.height ?? 0));
  }
  return {
    ...group,
    width: width + 2 * frame.side,
    height: height + frame.top + frame.bottom,
    inset: { x: frame.side, y: frame.top },
  };
}

/** A height at which all boxes together are about as wide as a window is. */
function targetHeight(boxes: readonly Box[]): number {
  const area = boxes.reduce(
    (sum, box) => sum + (box.width + spacing.group) * (box.height + spacing.group),
    0,
  );
  return Math.max(...boxes.map((box) => box.height), Math.sqrt(area / 1.7));
}

/** How many groups stand before each one; what is scoped to the cluster comes first. */
function rankGroups(request: LayoutRequest, groups: readonly PlacedGroup[]): ReadonlyMap<string, number> {
  const nameOf = new Map(groups.flatMap(({ name, places }) => [...places.keys()].map((id) => [id, name])));
  const before = leadersOf(countLinks(request, nameOf));
  const ranks = new Map<string, number>();
  const rankOf = (name: string, open: ReadonlySet<string>): number => {
    const known = ranks.get(name);
    if (known !== undefined) return known;
    const leaders = [...(before.get(name) ?? [])].filter((each) => !open.has(each));
    const rank = Math.max(
      name === '' ? -1 : 0,
      ...leaders.map((each) => rankOf(each, new Set([...open, name])) + 1),
    );
    ranks.set(name, Math.max(0, rank));
    return Math.max(0, rank);
  };
  for (const { name } of groups) rankOf(name, new Set());
  return ranks;
}

function countLinks(
  request: LayoutRequest,
  nameOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const link of request.links) {
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
): ReadonlyMap<string, Set<string>> {
  const leaders = new Map<string, Set<string>>();
  for (const [source, row] of counts) {
    for (const [target, count] of row) {
      if (target === '' || (source !== '' && count <= (counts.get(target)?.get(source) ?? 0))) continue;
      const set = leaders.get(target) ?? new Set();
      leaders.set(target, set.add(source));
    }
  }
  return leaders;
}
