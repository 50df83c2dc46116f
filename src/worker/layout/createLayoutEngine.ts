/**
 * Automatic layout of the whole canvas. ELK runs in a worker of its own, started on first use from a file of
 * the app (no blob, no eval, so a strict content policy holds); the pure parts around it (columns,
 * groups, packing, our own fast layout) run where they are called. It places cards; it never keeps places.
 */
import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api.js';
import { elkGraph, placesFromElk } from './elkGraph.ts';
import { placeInLayers } from './placeInLayers.ts';
import { planLayout } from './planLayout.ts';
import type { LayoutRequest, Placement } from './types.ts';

/** Cards of one group above which ELK is no longer asked: its time grows faster than its gain. */
export const elkLimit = 600;

export interface LayoutEngine {
  /** Starts the worker, so that the first layout does not wait for it. */
  warm(): void;
  /** The best layout; in the worker where ELK can do it. */
  arrange(request: LayoutRequest): Promise<Placement>;
  dispose(): void;
}

/** An engine on a worker that runs ELK. */
export function createLayoutEngine(createWorker: () => Worker): LayoutEngine {
  let elk: Elk | undefined;
  const start = (): Elk => {
    elk ??= new ELK({ workerFactory: createWorker, algorithms: ['layered'] });
    return elk;
  };
  return {
    warm: () => void start(),
    arrange: (request) => arrangeWith(start, request),
    dispose() {
      elk?.terminateWorker();
      elk = undefined;
    },
  };
}

/** The layout without ELK, at once. */
export function arrangeFast(request: LayoutRequest): Placement {
  const plan = planLayout(request);
  return plan.finish(plan.groups.map((group) => placeInLayers(group.linked, group.links, plan.columns)));
}

/** Exported for tests, which run ELK in their own thread. */
export async function arrangeWith(start: () => Elk, request: LayoutRequest): Promise<Placement> {
  const plan = planLayout(request);
  const placements = plan.groups.map(async ({ linked, links }) => {
    if (linked.length < 2 || linked.length > elkLimit) return placeInLayers(linked, links, plan.columns);
    return placesFromElk(await start().layout(elkGraph(linked, links, plan.columns)), plan.columns);
  });
  return plan.finish(await Promise.all(placements));
}
