/**
 * Automatic layout of the whole canvas. ELK runs in a worker of its own, started on first use from a file of
 * the app (no blob, no eval, so a strict content policy holds); the pure parts around it (groups, packing,
 * our own fast layout) run where they are called. It places cards; it never keeps places.
 */
import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api.js';
import { elkGraph, placesFromElk } from './elkGraph.ts';
import { addIsolated, type Group, splitGroups } from './groups.ts';
import { packGroups } from './packGroups.ts';
import { placeInLayers } from './placeInLayers.ts';
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
  const groups = splitGroups(request).map((group) => ({
    name: group.name,
    places: addIsolated(group, placeInLayers(group.linked, group.links)),
  }));
  return packGroups(request, groups);
}

/** Exported for tests, which run ELK in their own thread. */
export async function arrangeWith(start: () => Elk, request: LayoutRequest): Promise<Placement> {
  const groups = await Promise.all(
    splitGroups(request).map(async (group) => ({
      name: group.name,
      places: addIsolated(group, await placeGroup(start, group)),
    })),
  );
  return packGroups(request, groups);
}

async function placeGroup(start: () => Elk, group: Group): Promise<Placement> {
  if (group.linked.length < 2 || group.linked.length > elkLimit)
    return placeInLayers(group.linked, group.links);
  return placesFromElk(await start().layout(elkGraph(group.linked, group.links)));
}
