import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEdits } from './composeEdits.ts';
import { applyEdits, invertEdits, type TextEdit } from './textEdit.ts';

/** Random edits that fit a text of this length: sorted, without overlap, insertions at one place allowed. */
function editsFor(length: number): fc.Arbitrary<readonly TextEdit[]> {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '😀'), maxLength: 4 });
  return fc.array(fc.tuple(fc.nat(length), fc.nat(length), text), { maxLength: 4 }).map((triples) => {
    const offsets = triples.flatMap((each) => [each[0], each[1]]).sort((a, b) => a - b);
    return triples.map(([, , text], i) => ({
      start: offsets[2 * i] ?? 0,
      end: offsets[2 * i + 1] ?? 0,
      text,
    }));
  });
}

const twoSteps = fc
  .string({ maxLength: 12 })
  .chain((text) =>
    editsFor(text.length).chain((first) =>
      editsFor(applyEdits(text, first).length).map((second) => ({ text, first, second })),
    ),
  );

describe('composeEdits', () => {
  it('does in one step what two lists do one after the other', () => {
    fc.assert(
      fc.property(twoSteps, ({ text, first, second }) => {
        const both = composeEdits(first, second);
        expect(applyEdits(text, both)).toBe(applyEdits(applyEdits(text, first), second));
      }),
      { numRuns: 2000 },
    );
  });

  it('yields sorted edits that neither overlap nor touch', () => {
    fc.assert(
      fc.property(twoSteps, ({ first, second }) => {
        fc.pre(first.length > 0 && second.length > 0);
        let end = -1;
        for (const edit of composeEdits(first, second)) {
          expect(edit.start).toBeGreaterThan(end);
          expect(edit.end).toBeGreaterThanOrEqual(edit.start);
          end = edit.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('composed with its inverse leaves every byte', () => {
    fc.assert(
      fc.property(twoSteps, ({ text, first }) => {
        expect(applyEdits(text, composeEdits(first, invertEdits(text, first)))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('forgets an insertion that is deleted again', () => {
    expect(composeEdits([{ start: 2, end: 2, text: 'xyz' }], [{ start: 2, end: 5, text: '' }])).toEqual([]);
  });

  it('keeps edits at distant places apart', () => {
    expect(composeEdits([{ start: 0, end: 1, text: 'long' }], [{ start: 10, end: 11, text: '' }])).toEqual([
      { start: 0, end: 1, text: 'long' },
      { start: 7, end: 8, text: '' },
    ]);
  });
});
