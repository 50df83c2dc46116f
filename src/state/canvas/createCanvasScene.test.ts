import { afterEach, describe, expect, it, vi } from 'vitest';
import { CoreHost } from '../../worker/coreHost.ts';
import { arrangeFast, type LayoutEngine } from '../../worker/layout/createLayoutEngine.ts';
import { createStudio } from '../createStudio.ts';
import type { Studio } from '../types.ts';
import { createCanvasScene } from './createCanvasScene.ts';
import type { PlacesStorage } from './placesStorage.ts';
import { placeOf } from './reconcileLayout.ts';
import type { Position } from './types.ts';

const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { ports: [{ port: 80 }] }\n`;
const id = (name: string) => `/Service/default/${name}`;
const quickEngine: LayoutEngine = {
  warm: () => undefined,
  arrange: async (request) => arrangeFast(request),
  dispose: () => undefined,
};

/** Storage that keeps everything in a map. */
function memory(): PlacesStorage & { readonly kept: Map<string, ReadonlyMap<string, Position>> } {
  const kept = new Map<string, ReadonlyMap<string, Position>>();
  return {
    kept,
    load: async (workspace) => kept.get(workspace),
    save: (workspace, places) => void kept.set(workspace, places),
  };
}

async function openStudio(text: string, layout: Readonly<Record<string, Position>> = {}): Promise<Studio> {
  const studio = createStudio(new CoreHost());
  await studio.open({ id: 'one', name: 'One', files: new Map([['a.yaml', text]]), layout });
  await studio.settled();
  return studio;
}

const ready = (scene: ReturnType<typeof createCanvasScene>) =>
  vi.waitFor(() => expect(scene.store.getState().phase).toBe('ready'));

function type(studio: Studio, find: string, replacement: string): Promise<void> {
  const text = studio.workspace.getState().files.get('a.yaml') ?? '';
  const start = text.indexOf(find);
  const edits = [{ start, end: start + find.length, text: replacement }];
  studio.commit({ label: 'Type', files: [{ type: 'edit', path: 'a.yaml', edits }] }, 'editor');
  return studio.settled();
}

let stop: (() => void) | undefined;
afterEach(() => stop?.());

describe('createCanvasScene', () => {
  it('lays out what is opened, and keeps the places', async () => {
    const storage = memory();
    const studio = await openStudio([service('a'), service('b')].join('---\n'));
    const scene = createCanvasScene(studio, quickEngine, storage);
    stop = scene.follow();
    await ready(scene);
    expect(scene.store.getState().model.cards.size).toBe(2);
    expect(scene.store.getState().layout.places.size).toBe(2);
    expect(storage.kept.get('one')?.size).toBe(2);
  });

  it('shows it as it was when it is opened again, with chosen places beside kept ones', async () => {
    const storage = memory();
    storage.save(
      'one',
      new Map([
        [id('a'), { x: 7, y: 7 }],
        [id('b'), { x: 7, y: 400 }],
      ]),
    );
    const manual = { [id('b')]: { x: 900, y: 0 } };
    const studio = await openStudio([service('a'), service('b')].join('---\n'), manual);
    const scene = createCanvasScene(studio, quickEngine, storage);
    stop = scene.follow();
    await ready(scene);
    const { layout } = scene.store.getState();
    expect(placeOf(layout, manual, id('a'))).toEqual({ x: 7, y: 7 });
    expect(placeOf(layout, manual, id('b'))).toEqual({ x: 900, y: 0 });
  });

  it('does not wait forever for the best layout', async () => {
    const studio = await openStudio(service('a'));
    const never: LayoutEngine = { ...quickEngine, arrange: () => new Promise(() => undefined) };
    const scene = createCanvasScene(studio, never, memory());
    stop = scene.follow();
    await vi.waitFor(() => expect(scene.store.getState().phase).toBe('ready'), { timeout: 2000 });
    expect(scene.store.getState().layout.places.has(id('a'))).toBe(true);
  });

  it('keeps a card where it is while its name is typed, and places a new one beside', async () => {
    const studio = await openStudio([service('a'), service('b')].join('---\n'));
    const scene = createCanvasScene(studio, quickEngine, memory());
    stop = scene.follow();
    await ready(scene);
    const before = scene.store.getState().layout.places;
    await type(studio, 'name: a', 'name: axe');
    const after = scene.store.getState().layout.places;
    expect(after.get(id('axe'))).toEqual(before.get(id('a')));
    expect(after.get(id('b'))).toEqual(before.get(id('b')));
    await type(studio, service('b'), `${service('b')}---\n${service('c')}`);
    expect(scene.store.getState().model.cards.size).toBe(3);
    expect(scene.store.getState().layout.places.get(id('b'))).toEqual(before.get(id('b')));
    expect(scene.store.getState().layout.places.has(id('c'))).toBe(true);
  });

  it('tidies as one step of undo', async () => {
    const studio = await openStudio([service('a'), service('b')].join('---\n'));
    const scene = createCanvasScene(studio, quickEngine, memory());
    stop = scene.follow();
    await ready(scene);
    studio.move({ [id('a')]: { x: 3000, y: 3000 } });
    await scene.tidy();
    expect(studio.workspace.getState().layout[id('a')]).not.toEqual({ x: 3000, y: 3000 });
    expect(studio.workspace.getState().past).toHaveLength(2);
    studio.undo();
    expect(studio.workspace.getState().layout).toEqual({ [id('a')]: { x: 3000, y: 3000 } });
  });

  it('starts anew with another workspace', async () => {
    const studio = await openStudio(service('a'));
    const scene = createCanvasScene(studio, quickEngine, memory());
    stop = scene.follow();
    await ready(scene);
    await studio.open({ id: 'two', name: 'Two', files: new Map([['a.yaml', service('z')]]) });
    await ready(scene);
    expect([...scene.store.getState().model.cards.keys()]).toEqual([id('z')]);
    expect(scene.store.getState().layout.places.has(id('a'))).toBe(false);
  });

  it('shows a change that is not made, and puts everything back when it is given up', async () => {
    const storage = memory();
    const studio = await openStudio([service('a'), service('b')].join('---\n'));
    const scene = createCanvasScene(studio, quickEngine, storage);
    stop = scene.follow();
    await ready(scene);
    const before = scene.store.getState().layout.places;
    const change = {
      label: 'Add c',
      files: [{ type: 'create' as const, path: 'c.yaml', text: service('c') }],
    };
    studio.setView({ overlay: await studio.foresee(change) });
    expect([...scene.store.getState().model.cards.keys()]).toContain(id('c'));
    expect(scene.store.getState().layout.places.has(id('c'))).toBe(true);
    expect(studio.analysis.getState().resources.size).toBe(2);
    studio.setView({ overlay: null });
    expect([...scene.store.getState().model.cards.keys()]).toEqual([id('a'), id('b')]);
    expect(scene.store.getState().layout.places).toBe(before);
    expect(storage.kept.get('one')?.has(id('c'))).toBe(false);
  });

  it('keeps the places of a change that is made', async () => {
    const studio = await openStudio(service('a'));
    const scene = createCanvasScene(studio, quickEngine, memory());
    stop = scene.follow();
    await ready(scene);
    const change = {
      label: 'Add c',
      files: [{ type: 'create' as const, path: 'c.yaml', text: service('c') }],
    };
    studio.setView({ overlay: await studio.foresee(change) });
    const shown = scene.store.getState().layout.places.get(id('c'));
    studio.commit(change, 'canvas');
    await studio.settled();
    studio.setView({ overlay: null });
    expect(scene.store.getState().layout.places.get(id('c'))).toEqual(shown);
  });
});
