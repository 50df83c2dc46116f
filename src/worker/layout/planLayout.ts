import { buildColumns, type Columns } from './columns.ts';
import { type Group, splitGroups } from './groups.ts';
import { packGroups } from './packGroups.ts';
import { buildPiles, unpile } from './piles.ts';
import { placeIsolated, widthForArea } from './placeIsolated.ts';
import { type LayoutRequest, type Placement, spacing } from './types.ts';

/** A layout with the heights inside each group still open. */
export interface LayoutPlan {
  readonly columns: Columns;
  readonly groups: readonly Group[];
  /** The whole, from the places of the linked cards of each group. */
  finish(placements: readonly Placement[]): Placement;
}

/** What all layouts share: piles, columns and groups before, cards that stand alone and packing behind. */
export function planLayout(request: LayoutRequest): LayoutPlan {
  const { piles, links } = buildPiles(request.cards, request.links);
  const columns = buildColumns(piles, links);
  const groups = splitGroups(piles, links);
  return {
    columns,
    groups,
    finish(placements) {
      const placed = groups.map((group, index) => ({
        name: group.name,
        cards: [...group.linked, ...group.isolated],
        places: withIsolated(group, placements[index] ?? new Map(), groups.length > 1),
      }));
      return unpile(piles, packGroups(request.frame, placed, links));
    },
  };
}

/** Cards that stand alone go below the others; those of the cluster beside them, as a head of the whole. */
function withIsolated(group: Group, linked: Placement, hasSeveral: boolean): Placement {
  if (group.isolated.length === 0) return linked;
  const sizes = new Map(group.linked.map((card) => [card.id, card]));
  let [left, right, bottom] = [Infinity, 0, 0];
  for (const [id, { x, y }] of linked) {
    left = Math.min(left, x);
    right = Math.max(right, x + (sizes.get(id)?.width ?? 0));
    bottom = Math.max(bottom, y + (sizes.get(id)?.height ?? 0));
  }
  const isEmpty = linked.size === 0;
  const isHead = hasSeveral && group.name === '' && !isEmpty;
  const start = isHead
    ? { x: right + spacing.column, y: 0 }
    : { x: isEmpty ? 0 : left, y: isEmpty ? 0 : bottom + 2 * spacing.card };
  const width = widthForArea(group.isolated);
  const area = { start, right: isHead ? start.x + width : Math.max(right, start.x + width) };
  return new Map([...linked, ...placeIsolated(group.isolated, area)]);
}
