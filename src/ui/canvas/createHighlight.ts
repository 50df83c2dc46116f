/**
 * What stands out on the canvas and what fades: the path of what is hovered or selected, the path in focus,
 * and what is found. Derived from the view, the scene and the gestures; each card and link reads its own bit.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { CanvasScene } from '../../state/canvas/createCanvasScene.ts';
import { findCards } from '../../state/canvas/findCards.ts';
import { type CanvasPath, pathThrough } from '../../state/canvas/paths.ts';
import type { CanvasModel } from '../../state/canvas/types.ts';
import type { Studio } from '../../state/types.ts';
import type { GestureStore } from './gestures.ts';

export interface Highlight {
  /** The path of what is hovered, else of what is selected; null when nothing is. */
  readonly lit: CanvasPath | null;
  /** The path in focus: all else fades. */
  readonly focus: CanvasPath | null;
  /** Cards that match what is looked for, in the order of the text. */
  readonly found: readonly ResourceId[];
}

export interface HighlightSource {
  readonly store: StoreApi<Highlight>;
  follow(): () => void;
}

const nothing: readonly ResourceId[] = [];

/** Follows the stores while the canvas is shown. */
export function createHighlight(studio: Studio, scene: CanvasScene, gestures: GestureStore): HighlightSource {
  const store = createStore<Highlight>(() => ({ lit: null, focus: null, found: nothing }));

  function light(): void {
    const { hovered } = gestures.getState();
    const { selection, selectedEdges } = studio.view.getState();
    const { model } = scene.store.getState();
    store.setState({ lit: litPath(model, hovered, selection, selectedEdges) });
  }

  function focus(): void {
    const { focus: id } = studio.view.getState();
    const { model } = scene.store.getState();
    const cards = id === null ? [] : shownAs(model, id);
    store.setState({ focus: cards.length === 0 ? null : pathThrough(model.links, cards) });
  }

  function find(): void {
    const found = findCards(
      scene.store.getState().model,
      studio.analysis.getState().resources,
      studio.view.getState().find,
    );
    if (found.length > 0 || store.getState().found.length > 0) store.setState({ found });
  }

  function follow(): () => void {
    light();
    focus();
    find();
    const stops = [
      studio.view.subscribe((now, before) => {
        if (now.selection !== before.selection || now.selectedEdges !== before.selectedEdges) light();
        if (now.focus !== before.focus) focus();
        if (now.find !== before.find) find();
      }),
      gestures.subscribe((now, before) => {
        if (now.hovered !== before.hovered) light();
      }),
      scene.store.subscribe((now, before) => {
        if (now.model === before.model) return;
        light();
        focus();
        find();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  return { store, follow };
}

function litPath(
  model: CanvasModel,
  hovered: { readonly type: 'card' | 'link'; readonly id: string } | null,
  selection: readonly ResourceId[],
  selectedEdges: readonly string[],
): CanvasPath | null {
  if (hovered?.type === 'link') return pathThrough(model.links, [], [hovered.id]);
  if (hovered?.type === 'card') return pathThrough(model.links, [hovered.id as ResourceId]);
  const cards = selection.flatMap((id) => shownAs(model, id));
  if (cards.length === 0 && selectedEdges.length === 0) return null;
  return pathThrough(model.links, cards, selectedEdges);
}

/** The cards that show a resource: its own, or those that its chip is on. */
export function shownAs(model: CanvasModel, id: ResourceId): readonly ResourceId[] {
  return model.cards.has(id) ? [id] : (model.docked.get(id) ?? nothing);
}
