import { LineIndex } from './lineIndex.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * A line diff that always ends soon. Lines that occur once on each side are the anchors (patience diff);
 * what lies between them is compared exactly (Myers, "An O(ND) difference algorithm") up to a fixed number
 * of differences and is one coarse hunk beyond it. The hunks are always right, seldom longer than needed.
 */

/** Lines counted from 1, `end` exclusive. An empty range stands before line `start`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Lines of the text before and the lines of the text after that stand in their place. */
export interface LineHunk {
  readonly was: LineRange;
  readonly now: LineRange;
}

/** Differences that the exact comparison of one gap may find before it gives up. */
const mostDifferences = 400;
/** Levels of anchors within anchors. Real texts need three or four. */
const mostLevels = 40;

/**
 * The hunks that lead from `before` to `after`, in order, never touching each other. Lines end with LF,
 * CRLF or a lone CR and are equal only with the same line end.
 */
export function lineHunks(before: string, after: string): readonly LineHunk[] {
  if (before === after) return [];
  const numbers = new Map<string, number>();
  const was = numberLines(before, numbers);
  const now = numberLines(after, numbers);
  const pairs: Pair[] = [];
  comparePart({ a: was, b: now, pairs }, { a0: 0, a1: was.length, b0: 0, b1: now.length }, 0);
  return gapsBetween(pairs, was.length, now.length);
}

/** The edit of `now` that puts the lines of `was` back in place of the hunk's. */
export function hunkAsEdit(now: string, was: string, hunk: LineHunk): TextEdit {
  const present = new LineIndex(now);
  const past = new LineIndex(was);
  return {
    start: present.lineRange(hunk.now.start).start,
    end: present.lineRange(hunk.now.end).start,
    text: was.slice(past.lineRange(hunk.was.start).start, past.lineRange(hunk.was.end).start),
  };
}

/** A run of equal lines: `length` lines from `a` (before) and `b` (after), counted from 0. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

interface Sides {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly pairs: Pair[];
}

interface Part {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** One number for each line; equal lines get the same one. An empty last line is no line. */
function numberLines(text: string, numbers: Map<string, number>): Int32Array {
  const index = new LineIndex(text);
  const lines: number[] = [];
  for (let line = 1; line <= index.lineCount; line++) {
    const { start, end } = index.lineRange(line);
    if (start === end) break;
    const content = text.slice(start, end);
    const known = numbers.get(content);
    lines.push(known ?? numbers.size);
    if (known === undefined) numbers.set(content, numbers.size);
  }
  return Int32Array.from(lines);
}

/** Finds the equal runs of one part, in order: common head, what the anchors cut it into, common tail. */
function comparePart(sides: Sides, part: Part, level: number): void {
  const { a, b, pairs } = sides;
  let { a0, a1, b0, b1 } = part;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0++;
    b0++;
  }
  const tail = { a: a1, b: b1 };
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1--;
    b1--;
  }
  addPair(pairs, part.a0, part.b0, a0 - part.a0);
  if (a0 < a1 && b0 < b1) {
    const inner = { a0, a1, b0, b1 };
    const anchors = level < mostLevels ? findAnchors(sides, inner) : [];
    if (anchors.length === 0) compareExactly(sides, inner);
    else compareBetween(sides, inner, anchors, level);
  }
  addPair(pairs, a1, b1, tail.a - a1);
}

function compareBetween(sides: Sides, part: Part, anchors: readonly Anchor[], level: number): void {
  let { a0, b0 } = part;
  for (const anchor of anchors) {
    if (anchor.a < a0) continue; // the common head of the gap before has run over it
    comparePart(sides, { a0, a1: anchor.a, b0, b1: anchor.b }, level + 1);
    addPair(sides.pairs, anchor.a, anchor.b, 1);
    a0 = anchor.a + 1;
    b0 = anchor.b + 1;
  }
  comparePart(sides, { a0, a1: part.a1, b0, b1: part.b1 }, level + 1);
}

function addPair(pairs: Pair[], a: number, b: number, length: number): void {
  if (length === 0) return;
  const last = pairs.at(-1);
  if (last !== undefined && last.a + last.length === a && last.b + last.length === b) {
    pairs[pairs.length - 1] = { a: last.a, b: last.b, length: last.length + length };
  } else pairs.push({ a, b, length });
}

interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** Lines that occur exactly once on each side, as many of them as keep their order. */
function findAnchors({ a, b }: Sides, part: Part): readonly Anchor[] {
  const inB = soleLines(b, part.b0, part.b1);
  const candidates: Anchor[] = [];
  for (const [line, at] of soleLines(a, part.a0, part.a1)) {
    const other = inB.get(line);
    if (at >= 0 && other !== undefined && other >= 0) candidates.push({ a: at, b: other });
  }
  return longestRising(candidates);
}

/** Where each line stands; -1 for lines that occur more than once. */
function soleLines(lines: Int32Array, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = start; i < end; i++) {
    const line = lines[i] ?? 0;
    places.set(line, places.has(line) ? -1 : i);
  }
  return places;
}

/** The longest subsequence whose `b` rises; `candidates` come sorted by `a`. */
function longestRising(candidates: readonly Anchor[]): readonly Anchor[] {
  const tops: number[] = [];
  const before = new Int32Array(candidates.length);
  candidates.forEach((candidate, i) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[tops[middle] ?? 0]?.b ?? 0) < candidate.b) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = i;
  });
  const rising: Anchor[] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const anchor = candidates[i];
    if (anchor !== undefined) rising.push(anchor);
  }
  return rising.reverse();
}

/** Myers' greedy comparison. Adds nothing (a coarse hunk) when there are too many differences. */
function compareExactly({ a, b, pairs }: Sides, part: Part): void {
  const rows = part.a1 - part.a0;
  const columns = part.b1 - part.b0;
  const limit = Math.min(mostDifferences, rows + columns);
  const reach = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const history: Int32Array[] = [];
  for (let d = 0; d <= limit; d++) {
    history.push(reach.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const left = reach[middle + k - 1] ?? 0;
      const right = reach[middle + k + 1] ?? 0;
      let x = k === -d || (k !== d && left < right) ? right : left + 1;
      while (x < rows && x - k < columns && a[part.a0 + x] === b[part.b0 + x - k]) x++;
      reach[middle + k] = x;
      if (x >= rows && x - k >= columns) {
        for (const run of walkBack(history, rows, columns))
          addPair(pairs, part.a0 + run.a, part.b0 + run.b, run.length);
        return;
      }
    }
  }
}

/** The equal runs on the shortest way, from what was reached with 0, 1, 2 ... differences. */
function walkBack(history: readonly Int32Array[], rows: number, columns: number): readonly Pair[] {
  const runs: Pair[] = [];
  let x = rows;
  let y = columns;
  for (let d = history.length - 1; d >= 0; d--) {
    const row = history[d] ?? new Int32Array();
    const k = x - y;
    const left = row[k - 1 + d + 1] ?? 0;
    const right = row[k + 1 + d + 1] ?? 0;
    const isDown = k === -d || (k !== d && left < right);
    const fromX = d === 0 ? 0 : isDown ? right : left;
    const fromY = d === 0 ? 0 : fromX - (isDown ? k + 1 : k - 1);
    const startX = d === 0 ? 0 : isDown ? fromX : fromX + 1;
    const length = x - startX;
    if (length > 0) runs.push({ a: startX, b: startX - k, length });
    x = fromX;
    y = fromY;
  }
  return runs.reverse();
}

/** What lies between the equal runs. */
function gapsBetween(pairs: readonly Pair[], wasLength: number, nowLength: number): readonly LineHunk[] {
  const hunks: LineHunk[] = [];
  let a = 0;
  let b = 0;
  for (const pair of [...pairs, { a: wasLength, b: nowLength, length: 0 }]) {
    if (pair.a > a || pair.b > b) {
      hunks.push({ was: { start: a + 1, end: pair.a + 1 }, now: { start: b + 1, end: pair.b + 1 } });
    }
    a = pair.a + pair.length;
    b = pair.b + pair.length;
  }
  return hunks;
}
