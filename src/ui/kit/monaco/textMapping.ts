import { diffAsEdit, sortEdits, type TextEdit } from '../../../core/text/textEdit.ts';

/**
 * The exact bridge between a file's text and the text that Monaco shows.
 *
 * Monaco knows one line end a model, cuts lone carriage returns, and hides a byte order mark. So it is never
 * given a file's text: it is given the *shown* text, in which every line end is LF and a leading byte order
 * mark is left out. The functions here carry edits across, both ways, and promise:
 *   - shown(apply(text, toTextEdits(text, edits))) = apply(shown(text), edits)   what you see is what you have
 *   - bytes of the text outside the edited ranges stay as they are, mixed line ends and all
 *   - shown(apply(text, edits)) = apply(shown(text), toShownEdits(text, edits))
 * New lines take the line end of the line they are typed in.
 */

const byteOrderMark = '\uFEFF';

/** The text as the editor shows it: LF line ends, no leading byte order mark. */
export function shownText(text: string): string {
  const body = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

/** Offsets of one text in its shown form and back. Built once for a text; costs nothing for plain LF text. */
export class TextMapping {
  readonly text: string;
  /** 1 when a byte order mark is hidden. */
  readonly #mark: number;
  /** For each CRLF, the offset of its CR in the text, in order. */
  readonly #pairs: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#mark = text.startsWith(byteOrderMark) ? 1 : 0;
    this.#pairs = findPairs(text);
  }

  /** Where an offset of the text stands in the shown text; inside a CRLF or the mark: before it. */
  toShown(offset: number): number {
    if (this.#mark === 0 && this.#pairs.length === 0) return offset;
    // A pair counts once the offset stands behind its CR: between CR and LF is the same place as before CR.
    const behind = countBelow(this.#pairs, offset);
    return Math.max(0, offset - this.#mark - behind);
  }

  /** Where an offset of the shown text stands in the text; never inside a CRLF or before the mark. */
  toText(offset: number): number {
    if (this.#mark === 0 && this.#pairs.length === 0) return offset;
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The middle-th pair has `middle` pairs before it, so in the shown text it stands at this place.
      if ((this.#pairs[middle] ?? 0) - this.#mark - middle < offset) low = middle + 1;
      else high = middle;
    }
    return offset + this.#mark + low;
  }
}

/**
 * Edits of the shown text as edits of the text. Only the edited ranges are touched. Where taking text away
 * would melt a lone CR and a lone LF into one line end, a CR is put between them so that both lines stay.
 */
export function toTextEdits(mapping: TextMapping, edits: readonly TextEdit[]): readonly TextEdit[] {
  const { text } = mapping;
  return mergeTouching(sortEdits(edits)).map((edit) => {
    const start = mapping.toText(edit.start);
    const end = mapping.toText(edit.end);
    const inserted = edit.text.includes('\n') ? withLineEnds(text, start, edit.text) : edit.text;
    return { start, end, text: keepLinesApart(text, start, end, inserted) };
  });
}

/**
 * Edits of the text as edits of the shown text, as small as they can be. `after` is the text after the edits;
 * it is only looked at when the byte order mark itself is edited.
 */
export function toShownEdits(
  mapping: TextMapping,
  edits: readonly TextEdit[],
  after: string,
): readonly TextEdit[] {
  const { text } = mapping;
  const sorted = sortEdits(edits, text.length);
  const first = sorted[0];
  if (first === undefined) return [];
  const touchesMark =
    first.start === 0 && (text.startsWith(byteOrderMark) || after.startsWith(byteOrderMark));
  if (touchesMark) return diffAsEdit(shownText(text), shownText(after));
  // Merged before as well: an edit must not cover a line end that the next one takes away.
  const whole = mergeTouching(mergeTouching(sorted).map((edit) => coverLineEnds(text, edit)));
  return whole.flatMap((edit) => {
    const before = shownText(text.slice(edit.start, edit.end));
    const start = mapping.toShown(edit.start);
    return diffAsEdit(before, normalised(edit.text)).map((part) => ({
      start: start + part.start,
      end: start + part.end,
      text: part.text,
    }));
  });
}

/** Takes a CR before the edit and an LF behind it into the edit, so that no line end is cut or made by it. */
function coverLineEnds(text: string, edit: TextEdit): TextEdit {
  const takesCr = edit.start > 0 && text[edit.start - 1] === '\r';
  const takesLf = text[edit.end] === '\n';
  if (!takesCr && !takesLf) return edit;
  return {
    start: takesCr ? edit.start - 1 : edit.start,
    end: takesLf ? edit.end + 1 : edit.end,
    text: `${takesCr ? '\r' : ''}${edit.text}${takesLf ? '\n' : ''}`,
  };
}

/** Sorted edits with those that touch made into one. */
function mergeTouching(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last === undefined || edit.start > last.end) merged.push(edit);
    else merged[merged.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
  }
  return merged;
}

/** Writes the line ends of inserted text as those of the line it is inserted in. */
function withLineEnds(text: string, offset: number, inserted: string): string {
  const end = lineEndNear(text, offset);
  return end === '\n' ? inserted : inserted.replaceAll('\n', end);
}

/** The line end of the line that holds an offset; for the last line that of the line before; else LF. */
export function lineEndNear(text: string, offset: number): '\n' | '\r\n' | '\r' {
  const next = /[\r\n]/g;
  next.lastIndex = offset;
  const found =
    next.exec(text)?.index ??
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  if (found < 0) return '\n';
  if (text[found] === '\r') return text[found + 1] === '\n' ? '\r\n' : '\r';
  return text[found - 1] === '\r' ? '\r\n' : '\n';
}

/** The inserted text, changed at its rim where it would join with its neighbours to a CRLF that nobody wrote. */
function keepLinesApart(text: string, start: number, end: number, inserted: string): string {
  const isBehindCr = text[start - 1] === '\r';
  const isBeforeLf = text[end] === '\n';
  let result = inserted;
  if (isBeforeLf && result.endsWith('\r')) result += '\n';
  if (isBehindCr && (result === '' ? isBeforeLf : result.startsWith('\n'))) result = `\r${result}`;
  return result;
}

function normalised(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function findPairs(text: string): readonly number[] {
  const pairs: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) pairs.push(at);
  return pairs;
}

/** How many of the sorted numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
