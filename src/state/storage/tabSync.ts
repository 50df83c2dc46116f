/**
 * Keeps tabs on the same workspace in step. Each state of a workspace has a revision; a tab that changes it tells
 * the others from which revision and how. A tab that was elsewhere by then has changed the same text at the same
 * moment: then one of the two, the same in both eyes, goes on as a copy, and nothing is lost.
 */
import type { Change } from '../../core/actions/types.ts';
import type { HistoryEntry, Studio, WorkspaceState } from '../types.ts';
import { TabChannel, type TabMessage } from './tabChannel.ts';

interface TabEvents {
  /** The number of other tabs on this workspace changed. */
  onOthers(count: number): void;
  /** This tab went on as a copy of that name. */
  onCopy(name: string): void;
}

export class TabSync {
  readonly #studio: Studio;
  readonly #events: TabEvents;
  readonly #channel: TabChannel;
  readonly #others = new Set<string>();
  #revision = newId();
  #isRemote = false;
  /** True from opening until the first change: what another tab has is then newer than what was loaded. */
  #isFresh = false;

  constructor(studio: Studio, events: TabEvents) {
    this.#studio = studio;
    this.#events = events;
    this.#channel = new TabChannel(newId(), (message) => this.#receive(message));
  }

  /** Names the present state, here and in the storage. */
  get revision(): string {
    return this.#revision;
  }

  /** Leaves the workspace that is open. */
  leave(): void {
    if (this.#workspace.id !== '') this.#send({ type: 'bye' });
    this.#others.clear();
  }

  /** Says hello on the workspace that was just opened, in this revision. */
  enter(revision: string): void {
    this.#revision = revision;
    this.#isFresh = true;
    this.#send({ type: 'hello' });
  }

  /** Tells other tabs what this one has just done; what came from them is not told again. */
  share(state: WorkspaceState, before: WorkspaceState): void {
    if (this.#isRemote) return;
    if (state.name !== before.name) this.#send({ type: 'renamed', name: state.name });
    const { definitions, channel } = state;
    if (definitions !== before.definitions || channel !== before.channel)
      this.#send({ type: 'equipped', definitions, channel });
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

  close(): void {
    this.#send({ type: 'bye' });
    this.#channel.close();
  }

  get #workspace(): WorkspaceState {
    return this.#studio.workspace.getState();
  }

  #receive(message: TabMessage): void {
    if (message.workspace !== this.#workspace.id) return;
    if (message.type === 'bye') this.#others.delete(message.tab);
    else this.#others.add(message.tab);
    this.#events.onOthers(this.#others.size);
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
      case 'equipped':
        this.#asRemote(() => void this.#studio.equip(message));
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
    const { name, layout, definitions, channel } = message;
    const [files, baseline] = [new Map(message.files), new Map(message.baseline)];
    this.#asRemote(
      () =>
        void this.#studio.open({
          id: this.#workspace.id,
          name,
          files,
          baseline,
          layout,
          definitions,
          channel,
        }),
    );
  }

  #diverge(other: string): void {
    if (this.#channel.tab < other) return;
    const name = `${this.#workspace.name} (other tab)`;
    this.#others.clear();
    this.#revision = newId();
    this.#asRemote(() => this.#studio.workspace.setState({ id: newId(), name }));
    this.#events.onOthers(0);
    this.#events.onCopy(name);
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
    const { name, files, baseline, layout, definitions, channel } = this.#workspace;
    this.#send({
      type: 'state',
      to,
      revision: this.#revision,
      name,
      files: [...files],
      baseline: [...baseline],
      layout,
      definitions,
      channel,
    });
  }

  #send(message: TabPart): void {
    this.#channel.send({ ...message, workspace: this.#workspace.id, tab: this.#channel.tab } as TabMessage);
  }
}

type TabPart = TabMessage extends infer M
  ? M extends TabMessage
    ? Omit<M, 'workspace' | 'tab'>
    : never
  : never;

/** A new id that no other tab has. */
export function newId(): string {
  return crypto.randomUUID();
}

/** The changes that lead from one state to the next, as history has them; undefined when no text or card moved. */
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
