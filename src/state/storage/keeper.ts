/**
 * Keeps the open workspace: saves it as the user types, shares it live with other tabs, and opens others.
 * Promises that nothing is lost: a crash or a closed tab costs at most the last third of a second, two tabs
 * that change the same text at once end as two workspaces, and a storage that fails is said, not hidden.
 */
import { hasSecretValues, withholdSecrets } from '../../core/workspace/withholdSecrets.ts';
import type { OpenedWorkspace, Studio, WorkspaceState } from '../types.ts';
import { newId, TabSync } from './tabSync.ts';
import {
  type KeptWorkspaces,
  StorageProblem,
  type WorkspaceEntry,
  type WorkspaceRecord,
} from './workspaceStorage.ts';

const SAVE_AFTER = 300;

/** What the interface shows of the keeping. */
export interface KeeperState {
  readonly status: 'saved' | 'saving' | 'failed';
  /** Why, when failed. */
  readonly problem: string | null;
  readonly keepsSecrets: boolean;
  /** True when the workspace holds Secret values. */
  readonly withholds: boolean;
  /** Other tabs on the same workspace. */
  readonly otherTabs: number;
}

const fresh: KeeperState = {
  status: 'saved',
  problem: null,
  keepsSecrets: false,
  withholds: false,
  otherTabs: 0,
};

export class Keeper {
  readonly #studio: Studio;
  readonly #storage: KeptWorkspaces;
  readonly #tabs: TabSync;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;
  #state: KeeperState = fresh;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Texts of the last saving with what is kept of them; most are the same the next time. */
  #withheld = new Map<string, string>();

  constructor(studio: Studio, storage: KeptWorkspaces) {
    this.#studio = studio;
    this.#storage = storage;
    this.#tabs = new TabSync(studio, {
      onOthers: (otherTabs) => this.#set({ otherTabs }),
      onCopy: (name) => this.#continueAsCopy(name),
    });
    this.#unsubscribe = studio.workspace.subscribe((state, before) => this.#changed(state, before));
  }

  get state(): KeeperState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens a kept workspace; undefined when it is not there. */
  async openKept(id: string): Promise<OpenedWorkspace | undefined> {
    const record = await this.#storage.load(id);
    if (record === undefined) return undefined;
    const { name, layout, definitions = [], channel = 'standard' } = record;
    const [files, baseline] = [new Map(record.files), new Map(record.baseline)];
    const opened = { id, name, files, baseline, layout, definitions, channel };
    await this.#open(opened, record.revision, record.keepsSecrets);
    return opened;
  }

  /** Opens a new workspace and keeps it from now on. */
  async openNew(workspace: Omit<OpenedWorkspace, 'id'>): Promise<void> {
    await this.#open({ ...workspace, id: newId() }, newId(), false);
    await this.flush();
  }

  /** Agrees (or no longer) to keep Secret values of this workspace in this browser. */
  async keepSecrets(keeps: boolean): Promise<void> {
    this.#set({ keepsSecrets: keeps });
    await this.flush();
  }

  async rename(id: string, name: string): Promise<void> {
    if (id === this.#workspace.id) {
      this.#studio.workspace.setState({ name });
      await this.flush();
      return;
    }
    const { record, entry } = await this.#find(id);
    if (record !== undefined) await this.#storage.save({ ...record, name }, { ...entry, name });
  }

  /** A copy beside the original; answers its id. */
  async duplicate(id: string, name: string): Promise<string | undefined> {
    await this.flush();
    const { record, entry } = await this.#find(id);
    if (record === undefined) return undefined;
    const copy = newId();
    const revision = newId();
    await this.#storage.save({ ...record, id: copy, name, revision }, { ...entry, id: copy, name });
    return copy;
  }

  /** Deletes a workspace and answers how to bring it back. */
  async remove(id: string): Promise<() => Promise<void>> {
    await this.flush();
    const { record, entry } = await this.#find(id);
    await this.#storage.remove(id);
    return async () => {
      if (record !== undefined) await this.#storage.save(record, entry);
    };
  }

  list(): Promise<readonly WorkspaceEntry[]> {
    return this.#storage.list();
  }

  lastOpened(): Promise<string | undefined> {
    return this.#storage.lastOpened();
  }

  /** Saves now what waits to be saved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#workspace.id === '') return;
    this.#set({ withholds: this.#holdsSecrets() });
    try {
      await this.#storage.save(this.#record(), this.#entry());
      this.#set({ status: this.#timer === undefined ? 'saved' : 'saving', problem: null });
    } catch (error) {
      this.#fail(error instanceof StorageProblem ? error.message : String(error));
    }
  }

  close(): void {
    this.#unsubscribe();
    this.#tabs.close();
  }

  get #workspace(): WorkspaceState {
    return this.#studio.workspace.getState();
  }

  async #open(opened: OpenedWorkspace, revision: string, keepsSecrets: boolean): Promise<void> {
    if (this.#timer !== undefined) await this.flush();
    this.#tabs.leave();
    const done = this.#studio.open(opened);
    this.#set({ ...fresh, keepsSecrets, withholds: this.#holdsSecrets() });
    this.#tabs.enter(revision);
    await this.#storage.setLastOpened(opened.id).catch(() => undefined);
    await done;
  }

  #changed(state: WorkspaceState, before: WorkspaceState): void {
    if (state.id !== before.id || state.id === '') return;
    const kept = ['files', 'layout', 'baseline', 'name', 'definitions', 'channel'] as const;
    if (kept.every((part) => state[part] === before[part])) return;
    this.#tabs.share(state, before);
    if (this.#state.status !== 'failed') this.#set({ status: 'saving' });
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_AFTER);
  }

  #continueAsCopy(name: string): void {
    this.#studio.notify({
      tone: 'warning',
      sticky: true,
      text: `Another tab changed this workspace at the same moment. Nothing is lost: this tab goes on as "${name}".`,
    });
    void this.flush();
  }

  #fail(problem: string): void {
    if (this.#state.status !== 'failed') {
      const text = `${problem} Everything goes on in memory; export before you close this tab.`;
      this.#studio.notify({ tone: 'warning', sticky: true, text });
    }
    this.#set({ status: 'failed', problem });
  }

  #holdsSecrets(): boolean {
    return [...this.#workspace.files.values()].some((text) => hasSecretValues(text));
  }

  async #find(id: string): Promise<{ record: WorkspaceRecord | undefined; entry: WorkspaceEntry }> {
    const record = await this.#storage.load(id);
    const entry = (await this.#storage.list()).find((each) => each.id === id);
    return { record, entry: entry ?? { id, name: record?.name ?? '', changed: Date.now(), resources: 0 } };
  }

  #record(): WorkspaceRecord {
    const { id, name, files, baseline, ...rest } = this.#workspace;
    const { layout, definitions, channel } = rest;
    const { keepsSecrets } = this.#state;
    const known = this.#withheld;
    this.#withheld = new Map();
    const keptText = (text: string) => {
      if (keepsSecrets) return text;
      const kept = known.get(text) ?? withholdSecrets(text).text;
      this.#withheld.set(text, kept);
      return kept;
    };
    const kept = (texts: ReadonlyMap<string, string>) =>
      [...texts].map(([path, text]) => [path, keptText(text)] as const);
    const revision = this.#tabs.revision;
    return {
      id,
      name,
      files: kept(files),
      baseline: kept(baseline),
      layout,
      definitions,
      channel,
      revision,
      keepsSecrets,
    };
  }

  #entry(): WorkspaceEntry {
    const { id, name } = this.#workspace;
    return { id, name, changed: Date.now(), resources: this.#studio.analysis.getState().resources.size };
  }

  #set(patch: Partial<KeeperState>): void {
    if (Object.entries(patch).every(([key, value]) => this.#state[key as keyof KeeperState] === value))
      return;
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}
