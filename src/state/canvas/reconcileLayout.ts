/**
 * Keeps the automatic layout in step with what is on the canvas. Everything that has a place keeps it:
 * a renamed card takes its place along, a card that grows pushes away only what it would cover, and new
 * cards go where there is room. Pure; where the user put a card (`manual`) is never changed here.
 */
import type { ResourceId } from '../../core/workspace/types.ts';
import { layoutRequest } from './layoutRequest.ts';
import { placeNewCards } from './placeNewCards.ts';
import { settleGrowth } from './settleGrowth.ts';
import type { Rect } from './spatial.ts';
import type { CanvasModel, Position } from './types.ts';

/** Places found by the studio, beside those that the user chose. */
export interface AutoLayout {
  readonly places: ReadonlyMap<string, Position>;
  /** Chosen places that a growing card would cover, and where the card is shown instead. */
  readonly nudges: ReadonlyMap<string, { readonly from: Position; readonly to: Position }>;
  /** The heights that all this was found for. */
  readonly heights: ReadonlyMap<string, number>;
}

/** Places that the user chose, as the workspace keeps them. */
export type ManualLayout = Readonly<Record<string, Position>>;

export const emptyLayout: AutoLayout = { places: new Map(), nudges: new Map(), heights: new Map() };

/** Where a card stands: where the user put it, else where the studio did. */
export function placeOf(layout: AutoLayout, manual: ManualLayout, id: string): Position | undefined {
  const chosen = manual[id];
  if (chosen === undefined) return layout.places.get(id);
  const nudge = layout.nudges.get(id);
  return nudge?.from === chosen ? nudge.to : chosen;
}

/** Cards with their places as rectangles. */
export function rectsOf(
  layout: AutoLayout,
  manual: ManualLayout,
  cards: CanvasModel['cards'],
): ReadonlyMap<ResourceId, Rect> {
  const rects = new Map<ResourceId, Rect>();
  for (const [id, { size }] of cards) {
    const place = placeOf(layout, manual, id);
    if (place !== undefined) rects.set(id, { ...place, width: size.width, height: size.height });
  }
  return rects;
}

/** True when nothing on the canvas has a place yet, so the whole should be laid out. */
export function needsFullLayout(layout: AutoLayout, manual: ManualLayout, model: CanvasModel): boolean {
  if (model.cards.size === 0) return false;
  for (const id of model.cards.keys()) if (placeOf(layout, manual, id) !== undefined) return false;
  return true;
}

/** The layout that places every card of the model. The same object when nothing had to be done. */
export function reconcileLayout(
  before: AutoLayout,
  manual: ManualLayout,
  model: CanvasModel,
  renamed: ReadonlyMap<string, string> = new Map(),
): AutoLayout {
  const settled = settle(followRenames(before, manual, renamed), manual, model);
  const known = new Map<string, Position>(settled.places);
  for (const id of Object.keys(manual)) known.set(id, placeOf(settled, manual, id) ?? { x: 0, y: 0 });
  const isComplete = [...model.cards.keys()].every((id) => known.has(id));
  const added = isComplete ? undefined : placeNewCards(layoutRequest(model), known);
  const places = added === undefined ? settled.places : new Map([...settled.places, ...added]);
  return withHeights({ ...settled, places }, before, model);
}

/** The layout with places that were found for all cards at once. */
export function adoptPlacement(
  before: AutoLayout,
  model: CanvasModel,
  placement: ReadonlyMap<string, Position>,
): AutoLayout {
  return withHeights({ ...before, places: new Map([...before.places, ...placement]) }, before, model);
}

function withHeights(next: AutoLayout, before: AutoLayout, model: CanvasModel): AutoLayout {
  const isKnown = [...model.cards].every(([id, card]) => before.heights.get(id) === card.size.height);
  if (isKnown && next.places === before.places && next.nudges === before.nudges) return before;
  if (isKnown) return next;
  const heights = new Map(before.heights);
  for (const [id, card] of model.cards) heights.set(id, card.size.height);
  return { ...next, heights };
}

/** The place moves with the name: what is called so next has to find one of its own. */
function followRenames(
  layout: AutoLayout,
  manual: ManualLayout,
  renamed: ReadonlyMap<string, string>,
): AutoLayout {
  const moves = [...renamed].filter(([from, to]) => layout.places.has(from) && manual[to] === undefined);
  if (moves.length === 0) return layout;
  const places = new Map(layout.places);
  for (const [from, to] of moves) {
    const place = places.get(from);
    if (place === undefined) continue;
    places.delete(from);
    places.set(to, place);
  }
  return { ...layout, places };
}

function settle(layout: AutoLayout, manual: ManualLayout, model: CanvasModel): AutoLayout {
  const grown = [...model.cards].filter(
    ([id, card]) => card.size.height > (layout.heights.get(id) ?? Infinity),
  );
  if (grown.length === 0) return layout;
  const rects = rectsOf(layout, manual, model.cards);
  const pushed = settleGrowth(
    rects,
    grown.map(([id]) => id),
  );
  if (pushed.size === 0) return layout;
  const places = new Map(layout.places);
  const nudges = new Map(layout.nudges);
  for (const [id, to] of pushed) {
    const from = manual[id];
    if (from === undefined) places.set(id, to);
    else nudges.set(id, { from, to });
  }
  return { ...layout, places, nudges };
}
