import type { CST } from 'yaml';
import { isMap } from 'yaml';
import type { TextEdit } from '../text/textEdit.ts';
import { type Entry, isFlow, type Slot, trailingComma } from './entries.ts';
import type { Place } from './insertEntry.ts';
import {
  columnOf,
  commentsAbove,
  commentsBelow,
  isBlankBetween,
  lineEnd,
  lineStart,
  nextLine,
  skipSpaces,
  skipSpacesBack,
  startsLine,
} from './lines.ts';
import { nodeEnd, nodeStart } from './nodes.ts';

/** Edits that remove the entry at `index` with the comments that belong to it, the best first. */
export function removeEntry(place: Place, index: number, slot: Slot): readonly (readonly TextEdit[])[] {
  const { text, collection, entries } = place;
  const entry = entries[index];
  if (entry === undefined) return [];
  if (isFlow(collection))
    return [entries.length === 1 ? emptyFlow(place, entry) : removeFromFlow(place, index, entry)];
  if (entries.length === 1) return [emptyBlock(place, entry, slot)];
  if (!startsLine(text, entry.start)) return [[pullUp(text, entry)]];
  const { start, end } = linesOf(place, index, entry);
  const edits: (readonly TextEdit[])[] = [[cutLines(text, start, end)]];
  // A text that keeps its line ends (|+) needs the last one of the document, and must not gain blank lines.
  if (end >= text.length) edits.push([{ start, end: text.length, text: '' }]);
  else edits.push([{ start, end: lineStart(text, skipBlanks(text, end)), text: '' }]);
  return edits;
}

/** The lines of an entry: from the comments above it to the end of the deeper comments below it. */
function linesOf(
  { text, entries, floor }: Place,
  index: number,
  entry: Entry,
): { readonly start: number; readonly end: number } {
  const start = commentsAbove(text, entry.start, entries[index - 1]?.end ?? floor);
  return { start, end: commentsBelow(text, entry.end, columnOf(text, entry.start)) };
}

/** Whole lines out; at the end of a text without a last line end, the line end before them goes instead. */
function cutLines(text: string, start: number, end: number): TextEdit {
  const next = nextLine(text, end);
  if (end < text.length || start === 0) return { start, end: next, text: '' };
  const before = text[start - 1] === '\n' ? start - (text[start - 2] === '\r' ? 2 : 1) : start;
  return { start: before, end, text: '' };
}

/** The first entry of a collection that begins behind a dash: what follows moves up into its place. */
function pullUp(text: string, entry: Entry): TextEdit {
  const end = commentsBelow(text, entry.end, columnOf(text, entry.start));
  return { start: entry.start, end: skipBlanks(text, end), text: '' };
}

function skipBlanks(text: string, start: number): number {
  let next = start;
  while (next < text.length && isBlankBetween(text, next, next + 1)) next++;
  return next;
}

function emptyBlock(place: Place, entry: Entry, slot: Slot): readonly TextEdit[] {
  const { text, collection } = place;
  const empty = isMap(collection) ? '{}' : '[]';
  const { start, end } = linesOf(place, 0, entry);
  if (slot.holder === 'root') return [{ start, end, text: empty }];
  if (!startsLine(text, entry.start)) return [{ start: entry.start, end, text: empty }];
  const fill = { start: slot.propsEnd, end: slot.propsEnd, text: ` ${empty}` };
  return [fill, cutLines(text, start, end)];
}

function emptyFlow({ text, collection }: Place, entry: Entry): readonly TextEdit[] {
  const open = nodeStart(collection) + 1;
  const close = nodeEnd(collection) - 1;
  const comma = trailingComma(collection);
  const behind = comma === undefined ? entry.end : comma.offset + 1;
  const hasLines = ownsLines(text, entry, behind);
  const start = hasLines ? commentsAbove(text, entry.start, open) : entry.start;
  const end = hasLines ? nextLine(text, behind) : behind;
  const isBare = isBlankBetween(text, open, start) && isBlankBetween(text, end, close);
  return isBare ? [{ start: open, end: close, text: '' }] : [{ start, end, text: '' }];
}

function removeFromFlow(place: Place, index: number, entry: Entry): readonly TextEdit[] {
  const { text, collection, entries } = place;
  const next = entries[index + 1];
  const comma = next === undefined ? trailingComma(collection) : next.comma;
  const end = comma === undefined ? entry.end : comma.offset + 1;
  if (ownsLines(text, entry, end)) {
    const start = commentsAbove(text, entry.start, entries[index - 1]?.end ?? nodeStart(collection));
    const lines = { start, end: nextLine(text, end), text: '' };
    return comma === undefined ? [...cutComma(entry.comma), lines] : [lines];
  }
  if (next !== undefined) {
    const isNear = isBlankBetween(text, end, next.start) && !text.slice(end, next.start).includes('\n');
    return [{ start: entry.start, end: isNear ? next.start : skipSpaces(text, end), text: '' }];
  }
  const before = entry.comma;
  const gap = before === undefined ? entry.start : before.offset + 1;
  if (!isBlankBetween(text, gap, entry.start))
    return [
      ...(comma === undefined ? cutComma(before) : []),
      { start: skipSpacesBack(text, entry.start), end, text: '' },
    ];
  const start = comma === undefined && before !== undefined ? skipSpacesBack(text, before.offset) : gap;
  return [{ start, end, text: '' }];
}

/** True when nothing but a comment shares the lines of an entry. */
function ownsLines(text: string, entry: Entry, end: number): boolean {
  const rest = skipSpaces(text, end);
  return (
    startsLine(text, entry.start) &&
    end <= lineEnd(text, entry.end) &&
    (rest >= lineEnd(text, end) || text[rest] === '#')
  );
}

function cutComma(comma: CST.SourceToken | undefined): readonly TextEdit[] {
  return comma === undefined ? [] : [{ start: comma.offset, end: comma.offset + 1, text: '' }];
}
