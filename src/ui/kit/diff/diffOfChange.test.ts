import { describe, expect, it } from 'vitest';
import { diffOfChange } from './diffOfChange.ts';

const text = 'a: 1\nb: 2\nc: 3\n';

describe('diffOfChange', () => {
  it('shows removed and added lines with their numbers and one line before', () => {
    const files = new Map([['one.yaml', text]]);
    const edits = [{ start: 8, end: 9, text: '5' }];
    const [diff] = diffOfChange(files, { label: 'x', files: [{ type: 'edit', path: 'one.yaml', edits }] });
    expect(diff).toMatchObject({ path: 'one.yaml', fate: 'edited', removed: 1, added: 1 });
    expect(diff?.lines).toEqual([
      { type: 'same', number: 1, text: 'a: 1' },
      { type: 'removed', number: 2, text: 'b: 2' },
      { type: 'added', number: 2, text: 'b: 5' },
    ]);
  });

  it('says when a file goes or comes', () => {
    const files = new Map([['one.yaml', text]]);
    const diffs = diffOfChange(files, {
      label: 'x',
      files: [
        { type: 'delete', path: 'one.yaml' },
        { type: 'create', path: 'two.yaml', text: 'd: 4\n' },
      ],
    });
    expect(diffs.map(({ path, fate, removed, added }) => [path, fate, removed, added])).toEqual([
      ['one.yaml', 'deleted', 3, 0],
      ['two.yaml', 'created', 0, 1],
    ]);
  });

  it('folds the middle of long blocks', () => {
    const long = Array.from({ length: 30 }, (_, i) => `k${i}: ${i}`).join('\n');
    const [diff] = diffOfChange(new Map([['one.yaml', `${long}\n`]]), {
      label: 'x',
      files: [{ type: 'delete', path: 'one.yaml' }],
    });
    expect(diff?.lines).toHaveLength(7);
    const fold = diff?.lines.find((line) => line.type === 'fold');
    expect(fold).toMatchObject({ type: 'fold', of: 'removed' });
    expect(fold?.lines).toHaveLength(24);
    expect(diff?.lines.at(-1)).toEqual({ type: 'removed', number: 30, text: 'k29: 29' });
  });

  it('leaves out files that a change does not touch', () => {
    const files = new Map([
      ['one.yaml', text],
      ['two.yaml', text],
    ]);
    expect(
      diffOfChange(files, { label: 'x', files: [{ type: 'rename', path: 'one.yaml', to: 'uno.yaml' }] }),
    ).toEqual([]);
  });
});
