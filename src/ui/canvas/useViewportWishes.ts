import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { rectsOf } from '../../state/canvas/reconcileLayout.ts';
import { boundsOf, type Rect } from '../../state/canvas/spatial.ts';
import type { ViewState } from '../../state/types.ts';
import { type CanvasTools, useCanvasTools } from './canvasContext.ts';
import { shownAs } from './createHighlight.ts';

export const zoomRange = { min: 0.03, max: 2 } as const;
/** Below this zoom the small type of a card cannot be read. */
export const farZoom = 0.45;

/** Below this zoom, and above this many cards, the canvas is one drawing. */
const overviewZoom = 0.13;
const overviewFrom = 600;

/** Fits the first sight, follows `view.bring`, and tells the cards when they are far out. */
export function useViewportWishes(): void {
  const tools = useCanvasTools();
  const flow = useViewportMoves();
  const store = useStoreApi();
  useEffect(() => {
    const { gestures, scene } = tools;
    const look = () => {
      const zoom = store.getState().transform[2];
      const isFar = zoom < farZoom;
      const isOverview = zoom < overviewZoom && scene.store.getState().model.cards.size > overviewFrom;
      const before = gestures.getState();
      if (isFar !== before.isFar || isOverview !== before.isOverview)
        gestures.setState({ isFar, isOverview });
    };
    look();
    const stops = [store.subscribe(look), scene.store.subscribe(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [tools, store]);
  useEffect(() => {
    let done: ViewState['bring'] | undefined;
    let hasFitted = false;
    const serve = () => {
      const { width } = store.getState();
      if (tools.scene.store.getState().phase !== 'ready') hasFitted = false;
      else if (width > 0) {
        const { bring } = tools.studio.view.getState();
        const isFresh = bring !== null && bring !== done;
        done = bring;
        if (!hasFitted) flow.showFirst();
        if (isFresh && bring.ids.length > 0) flow.bring(bring.ids);
        else if (isFresh && hasFitted) flow.fitAll(true);
        hasFitted = true;
      }
    };
    serve();
    const stops = [
      tools.scene.store.subscribe((now, before) => {
        if (now.phase !== before.phase) serve();
      }),
      tools.studio.view.subscribe((now, before) => {
        if (now.bring !== before.bring) serve();
      }),
      store.subscribe((now, before) => {
        if (now.width !== before.width && before.width === 0) serve();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [tools, flow, store]);
}

export interface ViewportMoves {
  /** The first sight: all of it, or, when that would be too small to read, where it begins. */
  showFirst(): void;
  fitAll(isSmooth?: boolean): void;
  /** Shows these; stays where it is when they are in view already. */
  bring(ids: ViewState['selection']): void;
  /** Shows these as large as they fit. */
  zoomTo(ids: ViewState['selection']): void;
  zoomBy(factor: number): void;
  zoomToLevel(zoom: number): void;
}

/** Ways to move the view. Smooth only where motion is welcome. */
export function useViewportMoves(): ViewportMoves {
  const tools = useCanvasTools();
  const flow = useReactFlow();
  const store = useStoreApi();
  const known = movesOf.get(store);
  if (known !== undefined) return known;
  const moves = createMoves(tools, flow, store);
  movesOf.set(store, moves);
  return moves;
}

const movesOf = new WeakMap<ReturnType<typeof useStoreApi>, ViewportMoves>();
/** Names on cards can be read down to this zoom. */
const leastFirstZoom = 0.24;
/** Room around what is fitted, in pixels; the toolbar stands in the lower one. */
const margin = { side: 40, top: 48, bottom: 84 } as const;

function createMoves(
  tools: CanvasTools,
  flow: ReturnType<typeof useReactFlow>,
  store: ReturnType<typeof useStoreApi>,
): ViewportMoves {
  const rects = () =>
    rectsOf(
      tools.scene.store.getState().layout,
      tools.studio.workspace.getState().layout,
      tools.scene.store.getState().model.cards,
    );

  function show(bounds: Rect, mostZoom: number, isSmooth: boolean): void {
    const { width, height } = store.getState();
    const room = { width: width - 2 * margin.side, height: height - margin.top - margin.bottom };
    const fit = Math.min(room.width / bounds.width, room.height / bounds.height, mostZoom);
    const zoom = Math.max(zoomRange.min, fit);
    const x = margin.side + (room.width - bounds.width * zoom) / 2 - bounds.x * zoom;
    const y = margin.top + (room.height - bounds.height * zoom) / 2 - bounds.y * zoom;
    void flow.setViewport({ x, y, zoom }, { duration: isSmooth ? duration() : 0 });
  }

  function boundsOfIds(ids: ViewState['selection']): Rect | undefined {
    const all = rects();
    const { model } = tools.scene.store.getState();
    return boundsOf(ids.flatMap((id) => shownAs(model, id)).flatMap((id) => all.get(id) ?? []));
  }

  function isInView(bounds: Rect): boolean {
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    const [left, top] = [bounds.x * zoom + x, bounds.y * zoom + y];
    return (
      left >= 8 &&
      top >= 8 &&
      left + bounds.width * zoom <= width - 8 &&
      top + bounds.height * zoom <= height - 56
    );
  }

  return {
    showFirst() {
      const bounds = boundsOf(rects().values());
      if (bounds === undefined) return;
      const { width, height } = store.getState();
      const most = {
        width: (width - 2 * margin.side) / leastFirstZoom,
        height: (height - margin.top - margin.bottom) / leastFirstZoom,
      };
      const seen = {
        width: Math.min(bounds.width, most.width),
        height: Math.min(bounds.height, most.height),
      };
      const isWhole = bounds.width <= most.width && bounds.height <= most.height;
      show({ x: bounds.x, y: bounds.y, ...(isWhole ? bounds : seen) }, 1, false);
    },
    fitAll(isSmooth = true) {
      const bounds = boundsOf(rects().values());
      if (bounds !== undefined) show(bounds, 1, isSmooth);
    },
    bring(ids) {
      const bounds = boundsOfIds(ids);
      if (bounds === undefined) return;
      const { zoom } = flow.getViewport();
      if (!isInView(bounds) || zoom < farZoom) show(bounds, Math.max(Math.min(zoom, 1), 0.7), true);
    },
    zoomTo(ids) {
      const bounds = boundsOfIds(ids);
      if (bounds !== undefined) show(bounds, 1.25, true);
    },
    zoomBy: (factor) => void flow.zoomTo(clampZoom(flow.getZoom() * factor), { duration: duration() }),
    zoomToLevel: (zoom) => void flow.zoomTo(clampZoom(zoom), { duration: duration() }),
  };
}

function clampZoom(zoom: number): number {
  return Math.max(zoomRange.min, Math.min(zoomRange.max, zoom));
}

/** Milliseconds of a move; none for those who want none. */
function duration(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160;
}
