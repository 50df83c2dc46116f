/**
 * Workspaces in IndexedDB: each is one record and one small entry for the list. Secret values never get here
 * without consent (`withholdSecrets`). Nothing here is essential: when the storage is full or forbidden, calls
 * reject with a StorageProblem and the studio goes on in memory.
 */
import { createStore, del, get, getMany, keys, set, setMany, type UseStore } from 'idb-keyval';
import type { Position } from '../../core/actions/types.ts';
import type { Channel } from '../../core/catalogue/channel.ts';
import type { DefinitionFile } from '../../core/catalogue/library.ts';

/** What is kept of a workspace. Files and baseline as pairs, in order. */
export interface WorkspaceRecord {
  readonly id: string;
  readonly name: string;
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly baseline: readonly (readonly [path: string, text: string])[];
  readonly layout: Readonly<Record<string, Position>>;
  /** Absent in records of older versions. */
  readonly definitions?: readonly DefinitionFile[];
  readonly channel?: Channel;
  /** Tells one state from another across tabs. */
  readonly revision: string;
  /** True once the user has agreed to keep Secret values. */
  readonly keepsSecrets: boolean;
}

/** A line of the list of workspaces. `changed` in milliseconds since 1970. */
export interface WorkspaceEntry {
  readonly id: string;
  readonly name: string;
  readonly changed: number;
  readonly resources: number;
}

/** Why something could not be kept, in words for a person. */
export class StorageProblem extends Error {}

/** What the keeper needs of a storage. */
export type KeptWorkspaces = Pick<WorkspaceStorage, keyof WorkspaceStorage>;

/** The storage of one browser profile. */
export class WorkspaceStorage {
  readonly #store: UseStore | undefined;

  constructor(database = 'traffic-studio') {
    try {
      this.#store = createStore(database, 'workspaces');
    } catch {
      this.#store = undefined;
    }
  }

  /** All workspaces, the last changed first. */
  list(): Promise<readonly WorkspaceEntry[]> {
    return this.#guard(async (store) => {
      const names = (await keys<string>(store)).filter((key) => key.startsWith('entry:'));
      const entries = await getMany<WorkspaceEntry>(names, store);
      return entries.filter((each) => each !== undefined).sort((a, b) => b.changed - a.changed);
    });
  }

  load(id: string): Promise<WorkspaceRecord | undefined> {
    return this.#guard((store) => get<WorkspaceRecord>(`record:${id}`, store));
  }

  save(record: WorkspaceRecord, entry: WorkspaceEntry): Promise<void> {
    return this.#guard((store) =>
      setMany(
        [
          [`record:${record.id}`, record],
          [`entry:${record.id}`, entry],
        ],
        store,
      ),
    );
  }

  remove(id: string): Promise<void> {
    return this.#guard(async (store) => {
      await del(`record:${id}`, store);
      await del(`entry:${id}`, store);
    });
  }

  /** The workspace that was open last, so that a new tab without an address finds it. */
  async lastOpened(): Promise<string | undefined> {
    return this.#guard((store) => get<string>('last', store));
  }

  setLastOpened(id: string): Promise<void> {
    return this.#guard((store) => set('last', id, store));
  }

  async #guard<T>(work: (store: UseStore) => Promise<T>): Promise<T> {
    if (this.#store === undefined) throw new StorageProblem('This browser does not allow storage here.');
    try {
      return await work(this.#store);
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      throw new StorageProblem(
        isFull ? 'The storage of this browser is full.' : 'This browser does not allow storage here.',
        { cause: error },
      );
    }
  }
}
