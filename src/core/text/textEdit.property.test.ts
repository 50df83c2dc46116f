import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from './lineIndex.ts';
import {
  applyEdits,
  diffAsEdit,
  invertEdits,
  mapOffset,
  measureEdits,
  sortEdits,
  type TextEdit,
} from './textEdit.ts';

const runs = {
  numRuns: Number(
    (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env.FC_RUNS ?? 500,
  ),
};
const patience = runs.numRuns * 200;
const letters = fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '\r', '😀', 'é', 'word', '\n\n');
const texts = fc.array(letters, { maxLength: 30 }).map((parts) => parts.join(''));

/** A text and edits on it that do not overlap, in any order. */
const edited = texts.chain((text) =>
  fc
    .array(fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 4 }), texts), { maxLength: 5 })
    .chain((drafts) => {
      const edits: TextEdit[] = [];
      let from = 0;
      for (const [at, length, replacement] of [...drafts].sort((a, b) => a[0] - b[0])) {
        if (at < from) continue;
        const end = Math.min(text.length, at + length);
        edits.push({ start: at, end, text: replacement });
        from = Math.max(end, at + 1);
      }
      return fc
        .shuffledSubarray(edits, { minLength: edits.length })
        .map((shuffled) => ({ text, edits: shuffled, sorted: edits }));
    }),
);

describe('text edits', () => {
  it(
    'apply as if made one by one from the end',
    () => {
      fc.assert(
        fc.property(edited, ({ text, edits, sorted }) => {
          const expected = sorted.reduceRight(
            (now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end),
            text,
          );
          expect(applyEdits(text, edits)).toBe(expected);
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'are undone exactly by their inverse, and redone by the inverse of that',
    () => {
      fc.assert(
        fc.property(edited, ({ text, edits }) => {
          const after = applyEdits(text, edits);
          const back = invertEdits(text, edits);
          expect(applyEdits(after, back)).toBe(text);
          expect(applyEdits(text, invertEdits(after, back))).toBe(after);
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'keep every untouched character under its mapped offset',
    () => {
      fc.assert(
        fc.property(edited, ({ text, edits }) => {
          const after = applyEdits(text, edits);
          for (let at = 0; at < text.length; at++) {
            if (edits.some(({ start, end }) => start <= at && at < end)) continue;
            expect(after[mapOffset(at, edits)]).toBe(text[at]);
          }
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'map offsets in order, within the new text, left before right',
    () => {
      fc.assert(
        fc.property(edited, ({ text, edits }) => {
          const after = applyEdits(text, edits);
          let last = 0;
          for (let at = 0; at <= text.length; at++) {
            const left = mapOffset(at, edits, 'left');
            const right = mapOffset(at, edits);
            expect(left).toBeLessThanOrEqual(right);
            expect(right).toBeGreaterThanOrEqual(last);
            expect(right).toBeLessThanOrEqual(after.length);
            last = right;
          }
          expect(mapOffset(text.length, edits)).toBe(after.length);
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'are one smallest edit between two texts, and cut no pair',
    () => {
      fc.assert(
        fc.property(texts, texts, texts, texts, (head, before, after, tail) => {
          const [old, now] = [head + before + tail, head + after + tail];
          const edits = diffAsEdit(old, now);
          expect(applyEdits(old, edits)).toBe(now);
          expect(edits.length).toBe(old === now ? 0 : 1);
          for (const { start, end, text } of edits) {
            expect(end - start).toBeLessThanOrEqual(before.length + 2);
            for (const [whole, at] of [
              [old, start],
              [old, end],
              [now, start],
              [now, start + text.length],
            ] as const)
              expect(isWithinPair(whole, at)).toBe(false);
          }
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'measure as many lines as the text gains or loses',
    () => {
      fc.assert(
        fc.property(edited, ({ text, edits }) => {
          const size = measureEdits(text, edits);
          const lines = (one: string): number => one.split('\n').length;
          expect(size.removed).toBeGreaterThanOrEqual(0);
          expect(size.added - size.removed).toBe(lines(applyEdits(text, edits)) - lines(text));
        }),
        runs,
      );
    },
    patience,
  );

  it('are refused when they overlap or leave the text', () => {
    const overlapping = [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ];
    expect(() => sortEdits(overlapping)).toThrow(RangeError);
    expect(() => applyEdits('ab', [{ start: 1, end: 3, text: '' }])).toThrow(RangeError);
    expect(() => applyEdits('ab', [{ start: 2, end: 1, text: '' }])).toThrow(RangeError);
    expect(() => applyEdits('ab', [{ start: -1, end: 1, text: '' }])).toThrow(RangeError);
  });
});

describe('LineIndex', () => {
  it(
    'goes from offsets to positions and back',
    () => {
      fc.assert(
        fc.property(texts, (text) => {
          const index = new LineIndex(text);
          for (let offset = 0; offset <= text.length; offset++) {
            const { line, column } = index.positionAt(offset);
            expect(line).toBe(
              text.slice(0, offset).split(/\r\n|\n|\r(?!\n)/).length -
                (text[offset - 1] === '\r' && text[offset] === '\n' ? 1 : 0),
            );
            expect(index.offsetAt({ line, column })).toBe(offset);
          }
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'covers the text with its lines, without gap or overlap',
    () => {
      fc.assert(
        fc.property(texts, (text) => {
          const index = new LineIndex(text);
          let end = 0;
          for (let line = 1; line <= index.lineCount; line++) {
            const range = index.lineRange(line);
            expect(range.start).toBe(end);
            end = range.end;
          }
          expect(end).toBe(text.length);
        }),
        runs,
      );
    },
    patience,
  );

  it('clamps what is outside', () => {
    const index = new LineIndex('ab\ncd');
    expect(index.positionAt(-5)).toEqual({ line: 1, column: 1 });
    expect(index.positionAt(99)).toEqual({ line: 2, column: 3 });
    expect(index.offsetAt({ line: 9, column: 1 })).toBe(3);
    expect(index.offsetAt({ line: 0, column: 0 })).toBe(0);
    expect(index.offsetAt({ line: 2, column: 99 })).toBe(5);
  });
});

function isWithinPair(text: string, at: number): boolean {
  const pair = text.slice(at - 1, at + 1);
  return at > 0 && (pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair));
}
