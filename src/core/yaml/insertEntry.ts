import type { TextEdit } from '../text/textEdit.ts';
import { type Entry, trailingComma } from './entries.ts';
import {
  columnOf,
  commentsAbove,
  commentsBelow,
  isBlankBetween,
  lineBreak,
  lineEnd,
  lineStart,
  skipSpaces,
  startsLine,
} from './lines.ts';
import { type Collection, nodeEnd, nodeStart } from './nodes.ts';

/** A collection that has entries, and where the indicator before it ends. */
export interface Place {
  readonly text: string;
  readonly collection: Collection;
  readonly entries: readonly Entry[];
  /** Comments at or before this offset belong to the collection's holder. */
  readonly floor: number;
}

/** Lines put before the entry at `index` of a block collection, above the comments that belong to it. */
export function insertLinesBefore(
  { text, entries, floor }: Place,
  index: number,
  lines: readonly string[],
): readonly TextEdit[] {
  const entry = entries[index];
  if (entry === undefined) return [];
  const eol = lineBreak(text);
  if (!startsLine(text, entry.start)) {
    const pad = ' '.repeat(columnOf(text, entry.start));
    return [{ start: entry.start, end: entry.start, text: `${lines.join(eol).trimStart()}${eol}${pad}` }];
  }
  const at = commentsAbove(text, entry.start, entries[index - 1]?.end ?? floor);
  return [{ start: at, end: at, text: lines.map((line) => line + eol).join('') }];
}

/** Lines put behind the entry at `index` of a block collection and the comments that belong to it. */
export function insertLinesAfter(
  { text, entries }: Place,
  index: number,
  lines: readonly string[],
): readonly TextEdit[] {
  const entry = entries[index];
  if (entry === undefined) return [];
  const at = commentsBelow(text, entry.end, columnOf(text, entry.start));
  const eol = lineBreak(text);
  return [{ start: at, end: at, text: lines.map((line) => eol + line).join('') }];
}

/** One more item or pair inside [ ] or { }, in the way its neighbours stand: on their line or on its own. */
export function insertInFlow(place: Place, index: number, item: string): readonly TextEdit[] {
  const { text, collection, entries, floor } = place;
  const entry = entries[index];
  if (entry === undefined) return appendInFlow(place, item);
  if (!startsLine(text, entry.start)) return [{ start: entry.start, end: entry.start, text: `${item}, ` }];
  const before = entries[index - 1]?.end ?? Math.max(floor, nodeStart(collection));
  const at = commentsAbove(text, entry.start, before);
  const pad = text.slice(lineStart(text, entry.start), entry.start);
  return [{ start: at, end: at, text: `${pad}${item},${lineBreak(text)}` }];
}

function appendInFlow({ text, collection, entries }: Place, item: string): readonly TextEdit[] {
  const last = entries.at(-1);
  const close = nodeEnd(collection) - 1;
  if (last === undefined) {
    const open = nodeStart(collection) + 1;
    return [{ start: isBlankBetween(text, open, close) ? open : close, end: close, text: item }];
  }
  const comma = trailingComma(collection);
  const end = comma === undefined ? last.end : comma.offset + 1;
  const eol = lineEnd(text, end);
  const rest = skipSpaces(text, end);
  if (startsLine(text, last.start) && (rest >= eol || text[rest] === '#')) {
    const pad = text.slice(lineStart(text, last.start), last.start);
    const line = {
      start: eol,
      end: eol,
      text: `${lineBreak(text)}${pad}${item}${comma === undefined ? '' : ','}`,
    };
    return comma === undefined ? [{ start: last.end, end: last.end, text: ',' }, line] : [line];
  }
  return [{ start: end, end, text: comma === undefined ? `, ${item}` : ` ${item},` }];
}
