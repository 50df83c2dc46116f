/**
 * Groups as boxes on shared columns: each goes as high as it can without touching another, those that others
 * draw from first. What would make the picture too tall goes into a new strip to the right. The order of the
 * text decides among equals, so the same workspace always looks the same.
 */
import { rankGroups } from './rankGroups.ts';
import {
  type LayoutLink,
  type LayoutRequest,
  type PlacedGroup,
  type Placement,
  type Position,
  spacing,
} from './types.ts';

interface Box {
  readonly name: string;
  readonly places: Placement;
  readonly left: number;
  readonly right: number;
  /** From the top of the frame to its bottom. */
  readonly height: number;
  /** Between the top of the frame and the cards. */
  readonly inset: number;
}

/** Small pictures may be this tall before they are split. */
const leastHeight = 2000;

/** All cards in one coordinate system. */
export function packGroups(
  frame: LayoutRequest['frame'],
  groups: readonly PlacedGroup[],
  links: readonly LayoutLink[],
): Placement {
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) return only.places;
  const ranks = rankGroups(groups, links);
  const boxes = groups
    .filter((group) => group.places.size > 0)
    .sort((a, b) => (ranks.get(a.name) ?? 0) - (ranks.get(b.name) ?? 0))
    .map((group) => boxOf(group, frame));
  const tallest = tallestOf(boxes);
  const placement = new Map<string, Position>();
  let strip: { readonly box: Box; readonly bottom: number }[] = [];
  let [shift, stripRight] = [0, 0];
  for (const box of boxes) {
    let y = topFor(box, strip);
    if (y > 0 && y + box.height > tallest) {
      shift = stripRight + spacing.column;
      strip = [];
      y = 0;
    }
    const isFirstStrip = shift === 0;
    const move = isFirstStrip ? 0 : shift - box.left;
    strip.push({ box, bottom: y + box.height });
    stripRight = Math.max(stripRight, box.right + move);
    for (const [id, place] of box.places)
      placement.set(id, { x: place.x + move, y: y + box.inset + place.y });
  }
  return placement;
}

/** The lowest free height over the columns that a box takes. */
function topFor(box: Box, strip: readonly { readonly box: Box; readonly bottom: number }[]): number {
  const above = strip.filter((each) => each.box.left < box.right && box.left < each.box.right);
  return Math.max(0, ...above.map((each) => each.bottom + spacing.group));
}

function boxOf({ name, cards, places }: PlacedGroup, frame: LayoutRequest['frame']): Box {
  const { side, top, bottom } = name === '' ? { side: 0, top: 0, bottom: 0 } : frame;
  let [left, right, low] = [Infinity, -Infinity, 0];
  for (const card of cards) {
    const place = places.get(card.id);
    if (place === undefined) continue;
    left = Math.min(left, place.x);
    right = Math.max(right, place.x + card.width);
    low = Math.max(low, place.y + card.height);
  }
  return { name, places, left: left - side, right: right + side, height: low + top + bottom, inset: top };
}

/** A height at which all boxes together have about the shape of a window. */
function tallestOf(boxes: readonly Box[]): number {
  const area = boxes.reduce(
    (sum, box) => sum + (box.right - box.left + spacing.column) * (box.height + spacing.group),
    0,
  );
  return Math.max(leastHeight, ...boxes.map((box) => box.height), Math.sqrt(area / 1.3));
}
