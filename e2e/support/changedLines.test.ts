import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedLines } from './changedLines.ts';

it.each([
  ['a\nb\nc', 'a\nb\nc', [], []],
  ['a\nb\nc', 'a\nx\nc', ['b'], ['x']],
  ['a\nb\nc', 'a\nb\nx\ny\nc', [], ['x', 'y']],
  ['a\nb\nc\nd', 'a\nd', ['b', 'c'], []],
  ['1\na\n2\nb\n3', '1\nA\n2\nB\n3', ['a', 'b'], ['A', 'B']],
  ['', 'a', [''], ['a']],
])('%j to %j', (before, after, removed, added) => {
  expect(changedLines(before, after)).toEqual({ removed, added });
});

it('leaves the same lines on both sides, in whatever texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { removed, added } = changedLines(before, after);
      const without = (lines: readonly string[], some: readonly string[]) => {
        const left = [...lines];
        for (const line of some) left.splice(left.indexOf(line), 1);
        return left.sort();
      };
      expect(without(before.split('\n'), removed)).toEqual(without(after.split('\n'), added));
    }),
  );
});
