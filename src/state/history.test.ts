import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../core/actions/types.ts';
import type { ResourceId } from '../core/workspace/types.ts';
import { commitChange, redoChange, undoChange } from './history.ts';
import { openedState } from './initialState.ts';
import type { WorkspaceState } from './types.ts';

const opened = (files: Record<string, string>) =>
  openedState({ id: 'w', name: 'W', files: new Map(Object.entries(files)) }, 1);
const insert = (path: string, at: number, text: string): Change => ({
  label: `Type in ${path}`,
  files: [{ type: 'edit', path, edits: [{ start: at, end: at, text }] }],
});
const contents = (state: WorkspaceState) => [...state.files];
const undone = (state: WorkspaceState) => undoChange(state)?.state ?? state;
const redone = (state: WorkspaceState) => redoChange(state)?.state ?? state;

describe('history', () => {
  it('joins typing within half a second into one step', () => {
    let state = opened({ 'a.yaml': '' });
    state = commitChange(state, insert('a.yaml', 0, 'a'), 'editor', 1000);
    state = commitChange(state, insert('a.yaml', 1, 'b'), 'editor', 1400);
    state = commitChange(state, insert('a.yaml', 2, 'c'), 'editor', 2000);
    expect(state.past).toHaveLength(2);
    expect(contents(undone(state))).toEqual([['a.yaml', 'ab']]);
    expect(contents(undone(undone(state)))).toEqual([['a.yaml', '']]);
    expect(contents(redone(undone(undone(state))))).toEqual([['a.yaml', 'ab']]);
  });

  it('does not join typing in another file, or a gesture', () => {
    let state = opened({ 'a.yaml': '', 'b.yaml': '' });
    state = commitChange(state, insert('a.yaml', 0, 'a'), 'editor', 1000);
    state = commitChange(state, insert('b.yaml', 0, 'b'), 'editor', 1001);
    state = commitChange(state, insert('b.yaml', 0, 'c'), 'canvas', 1002);
    expect(state.past).toHaveLength(3);
  });

  it('forgets what was undone when something new is done', () => {
    let state = commitChange(opened({ 'a.yaml': '' }), insert('a.yaml', 0, 'a'), 'canvas', 0);
    state = commitChange(undone(state), insert('a.yaml', 0, 'b'), 'canvas', 9);
    expect(redoChange(state)).toBeUndefined();
  });

  it('moves the layout of what is renamed, and back', () => {
    const [from, to] = ['/Service/default/a', '/Service/default/b'] as ResourceId[];
    if (from === undefined || to === undefined) throw new Error('unreachable');
    let state: WorkspaceState = { ...opened({}), layout: { [from]: { x: 1, y: 2 } } };
    state = commitChange(state, { label: 'Rename', files: [], renamed: [[from, to]] }, 'form', 0);
    expect(state.layout).toEqual({ [to]: { x: 1, y: 2 } });
    expect(undone(state).layout).toEqual({ [from]: { x: 1, y: 2 } });
    expect(redone(undone(state)).layout).toEqual({ [to]: { x: 1, y: 2 } });
  });

  it('says how small an edit was', () => {
    const state = opened({ 'a.yaml': 'a: 1\nb: 2\nc: 3\n' });
    const change: Change = {
      label: 'Set',
      files: [{ type: 'edit', path: 'a.yaml', edits: [{ start: 8, end: 9, text: '20' }] }],
    };
    expect(commitChange(state, change, 'canvas', 0).lastEdit?.files).toEqual([
      { path: 'a.yaml', added: 1, removed: 1 },
    ]);
  });

  it('restores every byte, whatever was done', () => {
    const change = fc.oneof(
      fc.record({ type: fc.constant('insert' as const), at: fc.nat(20), text: fc.string() }),
      fc.record({ type: fc.constant('create' as const), text: fc.string() }),
      fc.record({ type: fc.constant('delete' as const) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (steps) => {
        let state = opened({ 'a.yaml': 'start\n' });
        const seen = [contents(state)];
        for (const [i, step] of steps.entries()) {
          const [path, text] = [...state.files].at(-1) ?? [];
          const files: Change['files'] =
            step.type === 'create' || path === undefined || text === undefined
              ? [{ type: 'create', path: `${i}.yaml`, text: 'x', at: 0 }]
              : step.type === 'delete'
                ? [{ type: 'delete', path }]
                : [
                    {
                      type: 'edit',
                      path,
                      edits: [{ start: Math.min(step.at, text.length), end: text.length, text: step.text }],
                    },
                  ];
          state = commitChange(state, { label: 'Step', files }, 'canvas', i * 1000);
          seen.push(contents(state));
        }
        for (const expected of seen.toReversed()) {
          expect(contents(state)).toEqual(expected);
          state = undone(state);
        }
        for (const _ of steps) state = redone(state);
        expect(contents(state)).toEqual(seen.at(-1));
      }),
      { numRuns: 500 },
    );
  });
});
