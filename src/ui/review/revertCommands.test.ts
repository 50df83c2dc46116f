import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { applyFileChanges } from '../../core/actions/applyChange.ts';
import type { Change } from '../../core/actions/types.ts';
import type { ResourceChange } from '../../core/review/types.ts';
import type { Studio, WorkspaceState } from '../../state/types.ts';
import { type ChangedFile, changedFiles } from './changedFiles.ts';
import { revertFile, revertHunk, revertResource } from './revertCommands.ts';

const old = 'kind: A\nname: a\n---\nkind: B\nname: b\n';
const now = 'kind: A\nname: x\n---\nkind: B\nname: y\n';

function setUp(
  baseline: Record<string, string>,
  files: Record<string, string>,
  renames: Record<string, string> = {},
) {
  const before = new Map(Object.entries(baseline));
  const workspace = createStore(
    () =>
      ({ baseline: before, files: new Map(Object.entries(files)), past: [] }) as unknown as WorkspaceState,
  );
  const runs: unknown[] = [];
  const notices: string[] = [];
  const studio = {
    workspace,
    commit: (change: Change) =>
      workspace.setState(({ files }) => ({ files: applyFileChanges(files, change.files).files })),
    run: async (_name: string, { what }: { what: unknown }) => {
      runs.push(what);
      return { refused: 'not here' };
    },
    notify: ({ text }: { text: string }) => notices.push(text),
  } as unknown as Studio;
  const changed = changedFiles(before, workspace.getState().files, new Map(Object.entries(renames)));
  const fileOf = (path: string) => changed.find((file) => file.path === path) as ChangedFile;
  return {
    studio,
    runs,
    notices,
    fileOf,
    files: () => Object.fromEntries(workspace.getState().files),
    workspace,
  };
}

describe('revertFile', () => {
  it('gives a renamed file its old name and text back in one step', () => {
    const { studio, fileOf, files } = setUp(
      { 'old.yaml': old },
      { 'new.yaml': now },
      { 'new.yaml': 'old.yaml' },
    );
    revertFile(studio, fileOf('new.yaml'));
    expect(files()).toEqual({ 'old.yaml': old });
  });

  it('leaves the others to the action', () => {
    const { studio, fileOf, runs } = setUp({ 'a.yaml': old }, { 'a.yaml': now });
    revertFile(studio, fileOf('a.yaml'));
    expect(runs).toEqual([{ type: 'file', path: 'a.yaml' }]);
  });
});

describe('revertHunk', () => {
  it('takes back one hunk of a renamed file', () => {
    const { studio, fileOf, files } = setUp(
      { 'old.yaml': old },
      { 'new.yaml': now },
      { 'new.yaml': 'old.yaml' },
    );
    const file = fileOf('new.yaml');
    const [, second] = file.hunks;
    if (second !== undefined) revertHunk(studio, file, second);
    expect(files()).toEqual({ 'new.yaml': now.replace('name: y', 'name: b') });
  });

  it('takes the whole of a new or a removed file', () => {
    const { studio, fileOf, runs } = setUp({ 'gone.yaml': old }, { 'new.yaml': now });
    for (const path of ['new.yaml', 'gone.yaml']) {
      const file = fileOf(path);
      const [hunk] = file.hunks;
      if (hunk !== undefined) revertHunk(studio, file, hunk);
    }
    expect(runs).toEqual([
      { type: 'file', path: 'new.yaml' },
      { type: 'file', path: 'gone.yaml' },
    ]);
  });

  it('does not count lines in a text that has changed since', () => {
    const { studio, fileOf, runs, notices, workspace } = setUp({ 'a.yaml': old }, { 'a.yaml': now });
    const file = fileOf('a.yaml');
    workspace.setState({ files: new Map([['a.yaml', `# new\n${now}`]]) });
    const [hunk] = file.hunks;
    if (hunk !== undefined) revertHunk(studio, file, hunk);
    expect(runs).toEqual([]);
    expect(notices).toEqual(['a.yaml has just changed. Look at it again, then revert.']);
  });
});

describe('revertResource', () => {
  it('takes back the lines of a renamed resource and no others', () => {
    const { studio, fileOf, files } = setUp({ 'a.yaml': old }, { 'a.yaml': now });
    const change = {
      type: 'renamed',
      title: 'B y',
      after: { file: 'a.yaml', document: 1, path: [] },
    } as unknown as ResourceChange;
    revertResource(studio, fileOf('a.yaml'), change);
    expect(files()).toEqual({ 'a.yaml': now.replace('name: y', 'name: b') });
  });
});
