/**
 * The canvas beside the studio: what is on it, and where. It follows the three stores and answers with one
 * state, so that cards and their places always change together. It asks for the full layout once, when
 * nothing has a place yet (nor had when it was open before), and on `tidy`; otherwise nothing that has a place is moved.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ResourceId } from '../../core/workspace/types.ts';
import { arrangeFast, type LayoutEngine } from '../../worker/layout/createLayoutEngine.ts';
import { findRenames } from '../followRenames.ts';
import type { AnalysisState, Overlay, Studio } from '../types.ts';
import { createCanvasModel } from './createCanvasModel.ts';
import { layoutRequest } from './layoutRequest.ts';
import type { PlacesStorage } from './placesStorage.ts';
import {
  type AutoLayout,
  adoptPlacement,
  emptyLayout,
  needsFullLayout,
  placeOf,
  reconcileLayout,
} from './reconcileLayout.ts';
import type { CanvasModel, Position } from './types.ts';

export interface SceneState {
  readonly model: CanvasModel;
  readonly layout: AutoLayout;
  /** `waiting`: cards are known and their first layout is on its way. */
  readonly phase: 'empty' | 'waiting' | 'ready';
  /** Cards that show all their rows. */
  readonly unfolded: ReadonlySet<ResourceId>;
}

export interface CanvasScene {
  readonly store: StoreApi<SceneState>;
  /** Follows the studio until the returned function is called. */
  follow(): () => void;
  /** Shows all rows of a card, or only the first ones. */
  toggleRows(id: ResourceId): void;
  /** Lays out everything anew, as one step of undo. */
  tidy(): Promise<void>;
}

/** How long the first sight waits for the best layout before it takes the fast one, in milliseconds. */
const patience = { small: 700, large: 300 } as const;
/** Small enough that the best layout is a matter of starting its worker. */
const smallUpTo = 80;

const noModel: CanvasModel = { cards: new Map(), links: new Map(), docked: new Map() };
const start: SceneState = { model: noModel, layout: emptyLayout, phase: 'empty', unfolded: new Set() };

/** A scene for one studio. */
export function createCanvasScene(studio: Studio, engine: LayoutEngine, storage: PlacesStorage): CanvasScene {
  const store = createStore<SceneState>(() => start);
  const selectModel = createCanvasModel();
  let workspace = '';
  /** True once the places that were kept for this workspace have been looked for. */
  let isOpened = false;
  let analysed: AnalysisState | undefined;
  let round = 0;

  /** The layout as it was before a change was shown that is not made: taken up again when it is given up. */
  let beforeOverlay: AutoLayout | undefined;

  function refresh(): void {
    const analysis = studio.analysis.getState();
    const { id, layout: manual } = studio.workspace.getState();
    const { overlay } = studio.view.getState();
    if (id !== workspace || !analysis.isReady) {
      workspace = id;
      isOpened = false;
      analysed = undefined;
      round++;
      store.setState(start, true);
      if (!analysis.isReady) return;
    }
    const { hiddenKinds, hiddenNamespaces, expandedPolicies } = studio.view.getState();
    const { unfolded, layout, phase } = store.getState();
    const shown = overlay?.analysis ?? analysis;
    const model = selectModel(shown, { hiddenKinds, hiddenNamespaces, expandedPolicies, unfolded });
    const renamed =
      analysed === undefined || analysed === analysis ? undefined : findRenames(analysed, analysis);
    analysed = analysis;
    const mustLayOut = model.cards.size > 0 && (!isOpened || needsFullLayout(layout, manual, model));
    isOpened = true;
    if (phase === 'waiting' || mustLayOut) {
      store.setState({ model, phase: 'waiting' });
      if (phase !== 'waiting') void layOut(id);
      return;
    }
    const next = reconcileLayout(layoutUnder(overlay, layout, model), manual, model, renamed);
    if (next.places !== layout.places && overlay === null) storage.save(id, next.places);
    store.setState({ model, layout: next, phase: 'ready' });
    // Behind the task that draws it.
    if (!studio.view.getState().isDrawn) setTimeout(() => studio.setView({ isDrawn: true }));
  }

  /** Where cards stand before a change that is only shown; one that was made keeps the places it was shown at. */
  function layoutUnder(overlay: Overlay | null, layout: AutoLayout, model: CanvasModel): AutoLayout {
    if (overlay !== null) {
      beforeOverlay ??= layout;
      return beforeOverlay;
    }
    const before = beforeOverlay;
    beforeOverlay = undefined;
    if (before === undefined) return layout;
    const isMade = [...model.cards.keys()].some((id) => layout.places.has(id) && !before.places.has(id));
    return isMade ? layout : before;
  }

  /** The places that were kept, else the best layout, else, when that takes long, the fast one. */
  async function layOut(id: string): Promise<void> {
    const mine = ++round;
    const kept = await storage.load(id);
    if (mine !== round) return;
    const { model: first, layout } = store.getState();
    const found = kept === undefined ? layout : adoptPlacement(layout, first, kept);
    const isAnew = needsFullLayout(found, studio.workspace.getState().layout, first);
    const placement = isAnew ? await arrange(mine) : new Map<string, Position>();
    if (mine !== round) return;
    const { model } = store.getState();
    store.setState({ layout: adoptPlacement(found, model, placement), phase: 'ready' });
    if (isAnew) storage.save(id, placement);
    refresh();
  }

  async function arrange(mine: number): Promise<ReadonlyMap<string, Position>> {
    const request = layoutRequest(store.getState().model);
    const longest = request.cards.length > smallUpTo ? patience.large : patience.small;
    return Promise.race([
      engine.arrange(request).catch(() => arrangeFast(request)),
      wait(longest).then(() => (mine === round ? arrangeFast(request) : new Map<string, Position>())),
    ]);
  }

  return {
    store,
    follow() {
      engine.warm();
      refresh();
      const stops = [
        studio.analysis.subscribe(refresh),
        studio.workspace.subscribe((now, before) => {
          if (now.layout !== before.layout || now.id !== before.id) refresh();
        }),
        studio.view.subscribe((now, before) => {
          const isSame = (['hiddenKinds', 'hiddenNamespaces', 'expandedPolicies', 'overlay'] as const).every(
            (key) => now[key] === before[key],
          );
          if (!isSame) refresh();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    toggleRows(id) {
      store.setState(({ unfolded }) => ({ unfolded: toggled(unfolded, id) }));
      refresh();
    },
    async tidy() {
      const { model, layout } = store.getState();
      const request = layoutRequest(model);
      const placement = await engine.arrange(request).catch(() => arrangeFast(request));
      const { layout: manual } = studio.workspace.getState();
      const moved = [...placement].filter(([id, place]) => !isAt(placeOf(layout, manual, id), place));
      if (moved.length === 0) studio.announce('Everything is tidy already');
      else studio.move(Object.fromEntries(moved), 'Tidy the canvas');
    },
  };
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

function isAt(a: Position | undefined, b: Position): boolean {
  return a !== undefined && a.x === b.x && a.y === b.y;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
