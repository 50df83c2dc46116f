import { describe, expect, it } from 'vitest';
import { changedFiles, hunkAfter, hunkAtLine, hunkPlaces, hunkWords } from './changedFiles.ts';

const baseline = new Map([
  ['a.yaml', 'one\ntwo\nthree\n'],
  ['same.yaml', 'x\n'],
  ['gone.yaml', 'y\nz\n'],
  ['ends.yaml', 'a\nb\n'],
]);
const files = new Map([
  ['a.yaml', 'ONE\ntwo\nTHREE\nfour\n'],
  ['same.yaml', 'x\n'],
  ['ends.yaml', '\uFEFFa\r\nb\r\n'],
  ['new.yaml', 'n\n'],
]);

describe('changedFiles', () => {
  it('lists what differs, with its lines', () => {
    const rows = changedFiles(baseline, files);
    expect(
      rows.map((row) => [row.path, row.type, row.addedLines, row.removedLines, row.isInvisible]),
    ).toEqual([
      ['a.yaml', 'changed', 3, 2, false],
      ['ends.yaml', 'changed', 2, 2, true],
      ['new.yaml', 'added', 1, 0, false],
      ['gone.yaml', 'removed', 0, 2, false],
    ]);
  });

  it('takes over what has not changed since, and nothing else', () => {
    const first = changedFiles(baseline, files);
    const second = changedFiles(baseline, new Map([...files, ['new.yaml', 'm\n']]), new Map(), first);
    expect(second[0]).toBe(first[0]);
    expect(second[2]).not.toBe(first[2]);
    expect(second[2]?.now).toBe('m\n');
    const removed = changedFiles(
      baseline,
      new Map([['a.yaml', 'ONE\ntwo\nTHREE\nfour\n']]),
      new Map(),
      first,
    );
    expect(removed.map((row) => row.type)).toEqual(['changed', 'removed', 'removed', 'removed']);
  });

  it('shows a renamed file beside its old text, as long as the old path is free', () => {
    const renames = new Map([['new.yaml', 'gone.yaml']]);
    const [, , renamed, ...others] = changedFiles(baseline, files, renames);
    expect(renamed).toMatchObject({ type: 'renamed', wasPath: 'gone.yaml', was: 'y\nz\n', now: 'n\n' });
    expect(others).toEqual([]);
    const both = changedFiles(baseline, new Map([...files, ['gone.yaml', 'y\nz\n']]), renames);
    expect(both.find(({ path }) => path === 'new.yaml')?.type).toBe('added');
  });

  it('tells an emptied file from a removed one', () => {
    expect(changedFiles(new Map([['a', 'x']]), new Map([['a', '']]))[0]?.type).toBe('changed');
  });
});

describe('hunkAfter', () => {
  const places = hunkPlaces(changedFiles(baseline, files));
  it('walks through all files and round', () => {
    expect(places).toHaveLength(5);
    expect(hunkAfter(places, null, 'new.yaml', 1)).toEqual({ path: 'new.yaml', index: 0 });
    expect(hunkAfter(places, { path: 'a.yaml', index: 1 }, 'a.yaml', 1)).toEqual({
      path: 'ends.yaml',
      index: 0,
    });
    expect(hunkAfter(places, { path: 'gone.yaml', index: 0 }, null, 1)).toEqual({ path: 'a.yaml', index: 0 });
    expect(hunkAfter(places, { path: 'a.yaml', index: 0 }, null, -1)).toEqual({
      path: 'gone.yaml',
      index: 0,
    });
  });

  it('begins anew at the file in view when its hunk has gone', () => {
    expect(hunkAfter(places, { path: 'a.yaml', index: 9 }, 'a.yaml', -1)).toEqual({
      path: 'a.yaml',
      index: 1,
    });
    expect(hunkAfter([], null, null, 1)).toBeNull();
  });
});

describe('hunkWords', () => {
  it.each([
    [{ was: { start: 3, end: 4 }, now: { start: 3, end: 4 } }, 'line 3'],
    [{ was: { start: 3, end: 3 }, now: { start: 3, end: 6 } }, 'lines 3 to 5'],
    [{ was: { start: 3, end: 5 }, now: { start: 2, end: 2 } }, 'removed lines 3 to 4'],
  ])('%j', (hunk, words) => {
    expect(hunkWords(hunk)).toBe(words);
  });
});

describe('hunkAtLine', () => {
  const [file] = changedFiles(baseline, files);
  it.each([
    ['now', 1, 0],
    ['now', 2, 1],
    ['now', 4, 1],
    ['now', 99, 1],
    ['was', 3, 1],
  ] as const)('%s line %i is in hunk %i', (side, line, index) => {
    expect(file === undefined ? undefined : hunkAtLine(file, side, line)).toEqual({ path: 'a.yaml', index });
  });
});
