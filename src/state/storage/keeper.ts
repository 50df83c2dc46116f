/**
 * Keeps the open workspace: saves it as the user types, shares it live with other tabs, and opens others.
 * Promises that nothing is lost: a crash or a closed tab costs at most the last third of a second, two tabs
 * that change the same text at once end as two workspaces, and a storage that fails is said, not hidden.
 */
import type { Change } from '../../core/actions/types.ts';
import { hasSecretValues, withholdSecrets } from '../../core/workspace/withholdSecrets.ts';
import type { HistoryEntry, OpenedWorkspace, Studio, WorkspaceState } from '../types.ts';
import { TabChannel, type TabMessage } from './tabChannel.ts';
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
  /** True when the workspace holds Secret values that are not kept. */
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
  readonly #channel: TabChannel;
  readonly #others = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #state: KeeperState = fresh;
  #revision = newId();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRemote = false;
  /** True from opening until the first change: what another tab has is then newer than what was loaded. */
  #isFresh = false;
  #unsubscribe: () => void;

  constructor(studio: Studio, storage: KeptWorkspaces) {
    this.#studio = studio;
    this.#storage = storage;
    this.#channel = new TabChannel(newId(), (message) => this.#receive(message));
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
    const opened = {
      id: record.id,
      name: record.name,
      files: new Map(record.files),
      baseline: new Map(record.baseline),
      layout: record.layout,
    };
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
      this.#send({ type: 'renamed', name });
      return this.flush();
    }
    const record = await this.#storage.load(id);
    if (record === undefined) return;
    const entry = (await this.#storage.list()).find((each) => each.id === id);
    await this.#storage.save({ ...record, name }, { id, changed: Date.now(), resources: 0, ...entry, name });
  }

  /** A copy beside the original; answers its id. */
  async duplicate(id: string, name: string): Promise<string | undefined> {
    await this.flush();
    const record = await this.#storage.load(id);
    const entry = (await this.#storage.list()).find((each) => each.id === id);
    if (record === undefined) return undefined;
    const copy = newId();
    await this.#storage.save(
      { ...record, id: copy, name, revision: newId() },
      { id: copy, name, changed: Date.now(), resources: entry?.resources ?? 0 },
    );
    return copy;
  }

  /** Deletes a workspace and answers how to bring it back. */
  async remove(id: string): Promise<() => Promise<void>> {
    await this.flush();
    const record = await this.#storage.load(id);
    const entry = (await this.#storage.list()).find((each) => each.id === id);
    await this.#storage.remove(id);
    return async () => {
      if (record !== undefined && entry !== undefined) await this.#storage.save(record, entry);
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
    try {
      await this.#storage.save(this.#record(), this.#entry());
      this.#set({ status: this.#timer === undefined ? 'saved' : 'saving', problem: null });
    } catch (error) {
      const problem = error instanceof StorageProblem ? error.message : String(error);
      if (this.#state.status !== 'failed')
        this.#studio.notify({
          tone: 'warning',
          sticky: true,
          text: `${problem} Everything goes on in memory; export before you close this tab.`,
        });
      this.#set({ status: 'failed', problem });
    }
  }

  close(): void {
    this.#send({ type: 'bye' });
    this.#unsubscribe();
    this.#channel.close();
  }

  get #workspace(): WorkspaceState {
    return this.#studio.workspace.getState();
  }

  async #open(opened: OpenedWorkspace, revision: string, keepsSecrets: boolean): Promise<void> {
    if (this.#timer !== undefined) await this.flush();
    if (this.#workspace.id !== '') this.#send({ type: 'bye' });
    this.#others.clear();
    this.#revision = revision;
    this.#isFresh = true;
    this.#isRemote = true;
    const done = this.#studio.open(opened);
    this.#isRemote = false;
    this.#set({ ...fresh, keepsSecrets, withholds: this.#holdsSecrets() });
    this.#send({ type: 'hello' });
    await this.#storage.setLastOpened(opened.id).catch(() => undefined);
    await done;
  }

  #changed(state: WorkspaceState, before: WorkspaceState): void {
    if (state.id !== before.id || state.id === '') return;
    const isChanged =
      state.files !== before.files ||
      state.layout !== before.layout ||
      state.baseline !== before.baseline ||
      state.name !== before.name;
    if (!isChanged) return;
    if (!this.#isRemote) this.#share(state, before);
    if (state.files !== before.files) this.#set({ withholds: this.#holdsSecrets() });
    this.#set({ status: this.#state.status === 'failed' ? 'failed' : 'saving' });
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_AFTER);
  }

  /** Tells other tabs what was done, as the changes that did it. */
  #share(state: WorkspaceState, before: WorkspaceState): void {
    const changes = changesBetween(before, state);
    if (changes === undefined) {
      if (state.baseline !== before.baseline) this.#send({ type: 'reviewed' });
      return;
    }
    const base = this.#revision;
    this.#isFresh = false;
    this.#revision = newId();
    this.#send({ type: 'change', base, revision: this.#revision, changes });
  }

  #receive(message: TabMessage): void {
    if (message.workspace !== this.#workspace.id) return;
    if (message.type === 'bye') this.#others.delete(message.tab);
    else this.#others.add(message.tab);
    this.#set({ otherTabs: this.#others.size });
    switch (message.type) {
      case 'hello':
        this.#sendState(message.tab);
        break;
      case 'state':
        this.#takeState(message);
        break;
      case 'change':
        this.#takeChange(message);
        break;
      case 'renamed':
        this.#asRemote(() => this.#studio.workspace.setState({ name: message.name }));
        break;
      case 'reviewed':
        this.#asRemote(() => this.#studio.workspace.setState(({ files }) => ({ baseline: files })));
        break;
      case 'bye':
        break;
    }
  }

  #takeChange(message: TabMessage & { type: 'change' }): void {
    if (message.base !== this.#revision) {
      this.#diverge(message.tab);
      return;
    }
    this.#revision = message.revision;
    this.#asRemote(() => {
      for (const change of message.changes) this.#studio.commit(change, 'tab');
    });
  }

  /** Another tab is ahead of the storage: take over what it has. */
  #takeState(message: TabMessage & { type: 'state' }): void {
    if (message.to !== this.#channel.tab || !this.#isFresh) return;
    if (message.revision === this.#revision && sameFiles(message.files, this.#workspace.files)) return;
    this.#revision = message.revision;
    this.#asRemote(() => {
      const { id } = this.#workspace;
      void this.#studio.open({
        id,
        name: message.name,
        files: new Map(message.files),
        baseline: new Map(message.baseline),
        layout: message.layout,
      });
    });
  }

  /** Both tabs changed the same state at once. One of them, the same in both eyes, goes on as a copy. */
  #diverge(other: string): void {
    if (this.#channel.tab < other) return;
    const name = `${this.#workspace.name} (other tab)`;
    this.#asRemote(() => this.#studio.workspace.setState({ id: newId(), name }));
    this.#others.clear();
    this.#revision = newId();
    this.#set({ otherTabs: 0 });
    this.#studio.notify({
      tone: 'warning',
      sticky: true,
      text: `Another tab changed this workspace at the same moment. Nothing is lost: this tab goes on as "${name}".`,
    });
    void this.flush();
  }

  #asRemote(work: () => void): void {
    this.#isRemote = true;
    try {
      work();
    } finally {
      this.#isRemote = false;
    }
  }

  #sendState(to: string): void {
    const { name, files, baseline, layout } = this.#workspace;
    this.#send({
      type: 'state',
      to,
      revision: this.#revision,
      name,
      files: [...files],
      baseline: [...baseline],
      layout,
    });
  }

  #send(message: TabPart): void {
    this.#channel.send({ ...message, workspace: this.#workspace.id, tab: this.#channel.tab } as TabMessage);
  }

  #holdsSecrets(): boolean {
    return [...this.#workspace.files.values()].some((text) => hasSecretValues(text));
  }

  #record(): WorkspaceRecord {
    const { id, name, files, baseline, layout } = this.#workspace;
    const { keepsSecrets } = this.#state;
    const kept = (texts: ReadonlyMap<string, string>) =>
      [...texts].map(([path, text]) => [path, keepsSecrets ? text : withholdSecrets(text).text] as const);
    return {
      id,
      name,
      files: kept(files),
      baseline: kept(baseline),
      layout,
      revision: this.#revision,
      keepsSecrets,
    };
  }

  #entry(): WorkspaceEntry {
    const { id, name } = this.#workspace;
    return { id, name, changed: Date.now(), resources: this.#studio.analysis.getState().resources.size };
  }

  #set(patch: Partial<KeeperState>): void {
    const next = { ...this.#state, ...patch };
    if (Object.entries(patch).every(([key, value]) => this.#state[key as keyof KeeperState] === value))
      return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

type TabPart = TabMessage extends infer M
  ? M extends TabMessage
    ? Omit<M, 'workspace' | 'tab'>
    : never
  : never;

/** The changes that lead from one state to the next, as history has them; undefined when only review marks moved. */
function changesBetween(before: WorkspaceState, after: WorkspaceState): readonly Change[] | undefined {
  if (after.files === before.files && after.layout === before.layout) return undefined;
  const undone = before.past.length > after.past.length ? before.past.at(-1) : undefined;
  if (undone !== undefined) return undone.inverse;
  const entry = after.past.at(-1);
  const old = before.past.at(-1);
  if (entry === undefined || entry === old) return undefined;
  return isContinued(old, entry) ? entry.changes.slice(old?.changes.length ?? 0) : entry.changes;
}

function isContinued(old: HistoryEntry | undefined, entry: HistoryEntry): boolean {
  return (
    old !== undefined && entry.changes.length > old.changes.length && entry.changes[0] === old.changes[0]
  );
}

function sameFiles(
  files: readonly (readonly [string, string])[],
  present: ReadonlyMap<string, string>,
): boolean {
  return files.length === present.size && files.every(([path, text]) => present.get(path) === text);
}

function newId(): string {
  return crypto.randomUUID();
}
