import type { ResourceId } from '../../core/workspace/types.ts';
import { rectsOf } from '../../state/canvas/reconcileLayout.ts';
import type { Rect } from '../../state/canvas/spatial.ts';
import { readingOrder } from '../../state/canvas/spatial.ts';
import type { CanvasTools } from './canvasContext.ts';
import type { ViewportMoves } from './useViewportWishes.ts';

/** All cards with their places. */
export function cardRects({ scene, studio }: CanvasTools): ReadonlyMap<ResourceId, Rect> {
  const { layout, model } = scene.store.getState();
  return rectsOf(layout, studio.workspace.getState().layout, model.cards);
}

/** The element of a card; absent when it is out of view on a large canvas. */
export function cardElement(root: HTMLElement, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
}

/** Gives a card the focus, bringing it into view first. */
export function focusCard(tools: CanvasTools, root: HTMLElement, moves: ViewportMoves, id: ResourceId): void {
  tools.gestures.setState({ current: id });
  moves.bring([id]);
  const element = cardElement(root, id);
  if (element !== null) element.focus({ preventScroll: true });
  // It appears once the view has moved there.
  else window.setTimeout(() => cardElement(root, id)?.focus({ preventScroll: true }), 220);
}

/** The card that keys act on: the one in focus, else the selected one, else the first there is. */
export function currentCard(tools: CanvasTools): ResourceId | undefined {
  const { cards } = tools.scene.store.getState().model;
  const { current } = tools.gestures.getState();
  if (current !== null && cards.has(current)) return current;
  return tools.studio.view.getState().selection.find((id) => cards.has(id));
}

/** What Tab stops at, in reading order: a card, the controls on it, and the weights of its links. */
export function nextStop(
  tools: CanvasTools,
  root: HTMLElement,
  back: boolean,
): HTMLElement | ResourceId | undefined {
  const order = readingOrder(cardRects(tools));
  const active = document.activeElement;
  const current = currentCard(tools);
  if (current === undefined || active === root || active === null)
    return back ? undefined : (current ?? order[0]);
  const stops = stopsOf(tools, root, current);
  const at = active instanceof HTMLElement ? stops.indexOf(active) : -1;
  const inside = stops[at + (back ? -1 : 1)];
  if (at !== -1 && inside !== undefined) return inside;
  const next = order[order.indexOf(current) + (back ? -1 : 1)];
  if (next === undefined || !back) return next;
  return stopsOf(tools, root, next).at(-1) ?? next;
}

function stopsOf(tools: CanvasTools, root: HTMLElement, id: ResourceId): readonly HTMLElement[] {
  const card = cardElement(root, id);
  if (card === null) return [];
  const controls = card.querySelectorAll<HTMLElement>('button');
  const labels = [...tools.scene.store.getState().model.links.values()]
    .filter((link) => link.source === id)
    .flatMap((link) => {
      const name = CSS.escape(link.id);
      return [...root.querySelectorAll<HTMLElement>(`[data-weight="${name}"], [data-trouble="${name}"]`)];
    });
  return [card, ...controls, ...labels];
}
