import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../core/actions/types.ts';
import { CoreHost } from '../../worker/coreHost.ts';
import { createStudio } from '../createStudio.ts';
import type { Studio } from '../types.ts';
import { Keeper } from './keeper.ts';
import {
  type KeptWorkspaces,
  StorageProblem,
  type WorkspaceEntry,
  type WorkspaceRecord,
} from './workspaceStorage.ts';

/** A storage in memory that several tabs share. */
function memoryStorage() {
  const records = new Map<string, WorkspaceRecord>();
  const entries = new Map<string, WorkspaceEntry>();
  let last: string | undefined;
  const storage: KeptWorkspaces = {
    list: async () => [...entries.values()],
    load: async (id) => records.get(id),
    save: async (record, entry) => {
      records.set(record.id, structuredClone(record));
      entries.set(entry.id, entry);
    },
    remove: async (id) => {
      records.delete(id);
      entries.delete(id);
    },
    lastOpened: async () => last,
    setLastOpened: async (id) => {
      last = id;
    },
  };
  return { storage, records };
}

const open: Keeper[] = [];

function tab(storage: KeptWorkspaces): { studio: Studio; keeper: Keeper } {
  const studio = createStudio(new CoreHost());
  const keeper = new Keeper(studio, storage);
  open.push(keeper);
  return { studio, keeper };
}

const insert = (text: string, at = 0): Change => ({
  label: 'Type',
  files: [{ type: 'edit', path: 'a.yaml', edits: [{ start: at, end: at, text }] }],
});
const textOf = (studio: Studio) => studio.workspace.getState().files.get('a.yaml');
const files = (text: string) => new Map([['a.yaml', text]]);

/** Messages between tabs and the timer of the saving take a moment, on a busy machine a long one. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

afterEach(() => {
  for (const keeper of open.splice(0)) keeper.close();
});

describe('Keeper', () => {
  it('keeps what was typed for the next start', async () => {
    const { storage } = memoryStorage();
    const first = tab(storage);
    await first.keeper.openNew({ name: 'Shop', files: files('a: 1\n') });
    first.studio.commit(insert('# hello\n'), 'editor');
    await first.keeper.flush();
    first.keeper.close();
    const second = tab(storage);
    await second.keeper.openKept((await storage.lastOpened()) ?? '');
    expect(textOf(second.studio)).toBe('# hello\na: 1\n');
    expect(second.studio.workspace.getState().baseline.get('a.yaml')).toBe('a: 1\n');
    expect(second.studio.workspace.getState().name).toBe('Shop');
  });

  it('saves by itself shortly after a change', async () => {
    const { storage, records } = memoryStorage();
    const { studio, keeper } = tab(storage);
    await keeper.openNew({ name: 'Shop', files: files('') });
    studio.commit(insert('x: 1\n'), 'editor');
    expect(keeper.state.status).toBe('saving');
    await eventually(() => expect([...records.values()][0]?.files[0]?.[1]).toBe('x: 1\n'));
    expect(keeper.state.status).toBe('saved');
  });

  it('withholds Secret values until the user agrees', async () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  password: hunter2\n';
    const { storage, records } = memoryStorage();
    const { keeper } = tab(storage);
    await keeper.openNew({ name: 'Shop', files: files(secret) });
    expect(keeper.state.withholds).toBe(true);
    expect(JSON.stringify([...records.values()])).not.toContain('hunter2');
    await keeper.keepSecrets(true);
    expect([...records.values()][0]?.files[0]?.[1]).toBe(secret);
    await keeper.keepSecrets(false);
    expect(JSON.stringify([...records.values()])).not.toContain('hunter2');
  });

  it('goes on in memory when the storage fails, and says so once', async () => {
    const { storage } = memoryStorage();
    const full: KeptWorkspaces = {
      ...storage,
      save: () => Promise.reject(new StorageProblem('The storage of this browser is full.')),
    };
    const { studio, keeper } = tab(full);
    await keeper.openNew({ name: 'Shop', files: files('') });
    studio.commit(insert('x: 1\n'), 'editor');
    await keeper.flush();
    expect(keeper.state).toMatchObject({ status: 'failed', problem: 'The storage of this browser is full.' });
    expect(studio.view.getState().notices).toHaveLength(1);
    expect(textOf(studio)).toBe('x: 1\n');
  });

  it('shares changes live between two tabs, undo included', async () => {
    const { storage } = memoryStorage();
    const [a, b] = [tab(storage), tab(storage)];
    await a.keeper.openNew({ name: 'Shop', files: files('a: 1\n') });
    await b.keeper.openKept(a.studio.workspace.getState().id);
    await eventually(() => expect(a.keeper.state.otherTabs).toBe(1));
    a.studio.commit(insert('# from a\n'), 'editor');
    await eventually(() => expect(textOf(b.studio)).toBe('# from a\na: 1\n'));
    b.studio.commit(insert('# from b\n'), 'canvas');
    await eventually(() => expect(textOf(a.studio)).toBe('# from b\n# from a\na: 1\n'));
    b.studio.undo();
    await eventually(() => expect(textOf(a.studio)).toBe('# from a\na: 1\n'));
    a.studio.markReviewed();
    await eventually(() =>
      expect(b.studio.workspace.getState().baseline.get('a.yaml')).toBe('# from a\na: 1\n'),
    );
  });

  it('brings a new tab up to what another has not saved yet', async () => {
    const { storage } = memoryStorage();
    const [a, b] = [tab(storage), tab(storage)];
    await a.keeper.openNew({ name: 'Shop', files: files('') });
    a.studio.commit(insert('unsaved: true\n'), 'editor');
    await b.keeper.openKept(a.studio.workspace.getState().id);
    await eventually(() => expect(textOf(b.studio)).toBe('unsaved: true\n'));
    b.studio.commit(insert('more: true\n'), 'editor');
    await eventually(() => expect(textOf(a.studio)).toBe('more: true\nunsaved: true\n'));
  });

  it('keeps definitions and the channel with the workspace, and tells the other tabs', async () => {
    const { storage } = memoryStorage();
    const [a, b, later] = [tab(storage), tab(storage), tab(storage)];
    await a.keeper.openNew({ name: 'Shop', files: files('a: 1\n') });
    const { id } = a.studio.workspace.getState();
    await b.keeper.openKept(id);
    await eventually(() => expect(a.keeper.state.otherTabs).toBe(1));
    const definition = { path: 'crds.yaml', text: 'kind: CustomResourceDefinition\n' };
    await a.studio.equip({ definitions: [definition], channel: 'experimental' });
    await eventually(() =>
      expect(b.studio.workspace.getState()).toMatchObject({
        definitions: [definition],
        channel: 'experimental',
      }),
    );
    await Promise.all([a.keeper.flush(), b.keeper.flush()]);
    a.keeper.close();
    b.keeper.close();
    await later.keeper.openKept(id);
    expect(later.studio.workspace.getState()).toMatchObject({
      definitions: [definition],
      channel: 'experimental',
    });
    await later.studio.undefine('crds.yaml');
    expect(later.studio.workspace.getState().definitions).toEqual([]);
  });

  it('loses nothing when two tabs change the same state at once', async () => {
    const { storage, records } = memoryStorage();
    const [a, b] = [tab(storage), tab(storage)];
    await a.keeper.openNew({ name: 'Shop', files: files('') });
    await b.keeper.openKept(a.studio.workspace.getState().id);
    await eventually(() => expect(a.keeper.state.otherTabs).toBe(1));
    a.studio.commit(insert('a: 1\n'), 'editor');
    b.studio.commit(insert('b: 1\n'), 'editor');
    await eventually(() =>
      expect(a.studio.workspace.getState().id).not.toBe(b.studio.workspace.getState().id),
    );
    expect([textOf(a.studio), textOf(b.studio)]).toEqual(['a: 1\n', 'b: 1\n']);
    await Promise.all([a.keeper.flush(), b.keeper.flush()]);
    expect([...records.values()].map((record) => record.files[0]?.[1]).sort()).toEqual(['a: 1\n', 'b: 1\n']);
    expect(new Set([...records.values()].map((record) => record.name))).toEqual(
      new Set(['Shop', 'Shop (other tab)']),
    );
  });

  it('renames, duplicates and deletes with a way back', async () => {
    const { storage } = memoryStorage();
    const { studio, keeper } = tab(storage);
    await keeper.openNew({ name: 'Shop', files: files('a: 1\n') });
    const { id } = studio.workspace.getState();
    const copy = await keeper.duplicate(id, 'Shop copy');
    await keeper.rename(id, 'Store');
    expect((await keeper.list()).map((entry) => entry.name)).toEqual(['Store', 'Shop copy']);
    const restore = await keeper.remove(copy ?? '');
    expect(await keeper.list()).toHaveLength(1);
    await restore();
    expect(await keeper.list()).toHaveLength(2);
  });
});
