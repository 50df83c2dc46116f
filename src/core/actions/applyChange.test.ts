import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFileChanges } from './applyChange.ts';
import type { FileChange } from './types.ts';

const files = new Map([
  ['a.yaml', 'a: 1\n'],
  ['b.yaml', 'b: 1\n'],
  ['c.yaml', 'c: 1\n'],
]);

describe('applyFileChanges', () => {
  it('keeps the order of the files through edits and renames', () => {
    const result = applyFileChanges(files, [
      { type: 'edit', path: 'b.yaml', edits: [{ start: 3, end: 4, text: '22' }] },
      { type: 'rename', path: 'b.yaml', to: 'x.yaml' },
      { type: 'edit', path: 'x.yaml', edits: [{ start: 0, end: 1, text: 'x' }] },
    ]);
    expect([...result.files]).toEqual([
      ['a.yaml', 'a: 1\n'],
      ['x.yaml', 'x: 22\n'],
      ['c.yaml', 'c: 1\n'],
    ]);
    expect([...applyFileChanges(result.files, result.inverse).files]).toEqual([...files]);
  });

  it('puts a deleted file back where it stood', () => {
    const result = applyFileChanges(files, [{ type: 'delete', path: 'b.yaml' }]);
    expect([...result.files.keys()]).toEqual(['a.yaml', 'c.yaml']);
    expect(result.inverse).toEqual([{ type: 'create', path: 'b.yaml', text: 'b: 1\n', at: 1 }]);
    expect([...applyFileChanges(result.files, result.inverse).files]).toEqual([...files]);
  });

  it('creates at the end, or at a position', () => {
    const result = applyFileChanges(files, [
      { type: 'create', path: 'd.yaml', text: '' },
      { type: 'create', path: 'first.yaml', text: '', at: 0 },
    ]);
    expect([...result.files.keys()]).toEqual(['first.yaml', 'a.yaml', 'b.yaml', 'c.yaml', 'd.yaml']);
  });

  it('throws on changes that do not fit the files, and leaves the given files alone', () => {
    const bad: FileChange[] = [
      { type: 'edit', path: 'no.yaml', edits: [] },
      { type: 'delete', path: 'no.yaml' },
      { type: 'create', path: 'a.yaml', text: '' },
      { type: 'rename', path: 'a.yaml', to: 'b.yaml' },
    ];
    for (const change of bad) expect(() => applyFileChanges(files, [change])).toThrow(RangeError);
    expect([...files.keys()]).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
  });

  it('undoes and redoes any sequence of changes byte for byte', () => {
    const step = fc.record({
      type: fc.constantFrom('edit', 'create', 'delete', 'rename'),
      path: fc.constantFrom('a', 'b', 'c', 'd'),
      to: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      at: fc.option(fc.nat(5), { nil: undefined }),
      text: fc.string({ unit: fc.constantFrom('x', '\r\n', '\n', '😀', ' ') }),
      start: fc.nat(20),
      length: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now: ReadonlyMap<string, string> = new Map([
          ['a', 'one\ntwo\r\n'],
          ['b', ''],
          ['c', '😀'],
        ]);
        const before = now;
        const done: FileChange[] = [];
        for (const { type, path, to, at, text, start, length } of steps) {
          const old = now.get(path);
          let change: FileChange | undefined;
          if (type === 'create' && old === undefined) {
            change = { type, path, text, ...(at === undefined ? {} : { at }) };
          } else if (old !== undefined && type === 'delete') change = { type, path };
          else if (old !== undefined && type === 'rename' && !now.has(to)) change = { type, path, to };
          else if (old !== undefined && type === 'edit' && start + length <= old.length) {
            change = { type, path, edits: [{ start, end: start + length, text }] };
          }
          if (change === undefined) continue;
          done.push(change);
          now = applyFileChanges(now, [change]).files;
        }
        const whole = applyFileChanges(before, done);
        expect([...whole.files]).toEqual([...now]);
        const undone = applyFileChanges(whole.files, whole.inverse);
        expect([...undone.files]).toEqual([...before]);
        expect([...applyFileChanges(undone.files, undone.inverse).files]).toEqual([...now]);
      }),
      { numRuns: 500 },
    );
  });
});
