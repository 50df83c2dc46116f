/**
 * Keeps the places that the automatic layout found, so that a workspace looks the same when it is opened
 * again. They are a convenience: when storage is forbidden, full or slow, the layout is simply made anew.
 */
import { createStore, delMany, entries, get, set, type UseStore } from 'idb-keyval';
import type { Position } from './types.ts';

export interface PlacesStorage {
  load(workspace: string): Promise<ReadonlyMap<string, Position> | undefined>;
  /** Writes soon; later calls replace earlier ones. */
  save(workspace: string, places: ReadonlyMap<string, Position>): void;
}

interface Kept {
  readonly time: number;
  readonly places: ReadonlyMap<string, Position>;
}

/** Workspaces whose places are kept; the ones not seen for longest go first. */
const mostKept = 40;
const delay = 600;
/** Longer than this the first sight does not wait, in milliseconds. */
const patience = 200;

/** Places in the browser's database. */
export function createPlacesStorage(): PlacesStorage {
  let store: UseStore | undefined;
  const open = () => {
    store ??= createStore('traffic-studio-places', 'places');
    return store;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    async load(workspace) {
      const found = Promise.resolve().then(() => get<Kept>(workspace, open()));
      const kept = await Promise.race([found, wait(patience)]).catch(() => undefined);
      return kept?.places;
    },
    save(workspace, places) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        Promise.resolve()
          .then(() => set(workspace, { time: Date.now(), places }, open()))
          .then(() => prune(open()))
          .catch(() => undefined);
      }, delay);
    },
  };
}

async function prune(store: UseStore): Promise<void> {
  const kept = await entries<string, Kept>(store);
  if (kept.length <= mostKept) return;
  const old = kept.sort(([, a], [, b]) => b.time - a.time).slice(mostKept);
  await delMany(
    old.map(([workspace]) => workspace),
    store,
  );
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
