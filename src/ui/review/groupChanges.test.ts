import { expect, it } from 'vitest';
import type { ResourceChange, Review } from '../../core/review/types.ts';
import { changedFiles } from './changedFiles.ts';
import { groupChanges } from './groupChanges.ts';

const place = (file: string) => ({ file, document: 0, path: [] });
const change = (name: string, rest: Partial<ResourceChange>) =>
  ({ type: 'changed', name, title: `Service ${name}`, fields: [], ...rest }) as unknown as ResourceChange;

it('puts each change with the file that it is in now, a removed one where it was', () => {
  const files = changedFiles(
    new Map([
      ['a.yaml', 'a'],
      ['old.yaml', 'o'],
      ['gone.yaml', 'g'],
      ['layout.yaml', 'l'],
    ]),
    new Map([
      ['a.yaml', 'b'],
      ['new.yaml', 'o2'],
      ['layout.yaml', 'l '],
    ]),
    new Map([['new.yaml', 'old.yaml']]),
  );
  const review: Review = {
    resources: [
      change('one', { before: place('gone.yaml'), after: place('a.yaml') }),
      change('two', { before: place('old.yaml') }),
      change('three', { before: place('gone.yaml') }),
      change('four', { before: place('unchanged.yaml') }),
    ],
    files: [{ type: 'changed', path: 'layout.yaml', added: 1, removed: 1, isLayoutOnly: true, hunks: [] }],
  };
  const groups = groupChanges(files, review);
  expect(
    groups.map((group) => [group.file.path, group.resources.map(({ name }) => name), group.isLayoutOnly]),
  ).toEqual([
    ['a.yaml', ['one'], false],
    ['new.yaml', ['two'], false],
    ['layout.yaml', [], true],
    ['gone.yaml', ['three'], false],
  ]);
  expect(groupChanges(files, null).every((group) => group.resources.length === 0)).toBe(true);
});
