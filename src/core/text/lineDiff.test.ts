import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hunkAsEdit, lineHunks } from './lineDiff.ts';
import { LineIndex } from './lineIndex.ts';
import { applyEdits } from './textEdit.ts';

const revertAll = (now: string, was: string) =>
  applyEdits(
    now,
    lineHunks(was, now).map((hunk) => hunkAsEdit(now, was, hunk)),
  );

describe('lineHunks', () => {
  it('is empty for equal texts', () => {
    expect(lineHunks('', '')).toEqual([]);
    expect(lineHunks('a\nb', 'a\nb')).toEqual([]);
  });

  it('gives line ranges from 1, end exclusive', () => {
    expect(lineHunks('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual([
      { was: { start: 2, end: 3 }, now: { start: 2, end: 3 } },
      { was: { start: 4, end: 4 }, now: { start: 4, end: 5 } },
    ]);
    expect(lineHunks('', 'a\n')).toEqual([{ was: { start: 1, end: 1 }, now: { start: 1, end: 2 } }]);
    expect(lineHunks('a\nb\n', '')).toEqual([{ was: { start: 1, end: 3 }, now: { start: 1, end: 1 } }]);
  });

  it('sees a changed line end and a missing last one', () => {
    expect(lineHunks('a\nb\n', 'a\r\nb\n')).toEqual([
      { was: { start: 1, end: 2 }, now: { start: 1, end: 2 } },
    ]);
    expect(lineHunks('a\nb', 'a\nb\n')).toEqual([{ was: { start: 2, end: 3 }, now: { start: 2, end: 3 } }]);
  });

  it('finds the inserted item among repeated lines', () => {
    const item = (name: string) => `- name: ${name}\n  port: 80\n  protocol: HTTP\n`;
    expect(lineHunks(item('a') + item('c'), item('a') + item('b') + item('c'))).toEqual([
      { was: { start: 4, end: 4 }, now: { start: 4, end: 7 } },
    ]);
  });

  it('is shortest where no line is unique', () => {
    expect(lineHunks('x\ny\nx\ny\nx\n', 'y\nx\ny\nx\nx\ny\n')).toSatisfy(
      (hunks: ReturnType<typeof lineHunks>) => {
        const changed = hunks.reduce((n, { was, now }) => n + was.end - was.start + now.end - now.start, 0);
        return changed === 3;
      },
    );
  });

  it('leads back to the exact text, hunk by hunk, with every kind of line end', () => {
    const line = constantFrom('a', 'b', 'c', '', '  d: 1', '---');
    const end = constantFrom('\n', '\n', '\n', '\r\n');
    const text = array(array(line, { maxLength: 3 }), { maxLength: 8 }).chain((rows) =>
      array(end, { minLength: 30, maxLength: 30 }).map((ends) =>
        rows
          .flat()
          .map((content, i) => content + (ends[i] ?? '\n'))
          .join(''),
      ),
    );
    assert(
      property(text, text, string(), (was, now, tail) => {
        expect(revertAll(now + tail, was)).toBe(was);
        const before = new LineIndex(was);
        const after = new LineIndex(now);
        let last = { was: 0, now: 0 };
        for (const hunk of lineHunks(was, now)) {
          expect(hunk.was.start > last.was && hunk.now.start > last.now).toBe(true);
          expect(hunk.was.end).toBeLessThanOrEqual(before.lineCount + 1);
          expect(hunk.now.end).toBeLessThanOrEqual(after.lineCount + 1);
          last = { was: hunk.was.end, now: hunk.now.end };
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('ends soon for 5 MB without anything in common, and for 5 MB of repeated lines', () => {
    const big = (word: string) =>
      Array.from({ length: 200_000 }, (_, i) => `${word} line number ${i}`).join('\n');
    const started = performance.now();
    expect(lineHunks(big('old'), big('new'))).toHaveLength(1);
    const repeated = (n: number) => 'a: 1\nb: 2\nc: 3\n'.repeat(n);
    const mixed = repeated(100_000).replaceAll('b: 2\nc: 3\na', 'c: 3\nb: 2\na');
    expect(revertAll(mixed, repeated(99_990))).toBe(repeated(99_990));
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it('finds single changed lines far apart in a big text', () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => (i % 5 === 0 ? `name: item-${i}` : 'spec: {}'));
    const changed = lines.map((line, i) => (i % 10_000 === 1 ? 'spec: { a: 1 }' : line));
    expect(lineHunks(lines.join('\n'), changed.join('\n')).map((hunk) => hunk.now.start)).toEqual([
      2, 10_002, 20_002, 30_002, 40_002,
    ]);
  });
});
