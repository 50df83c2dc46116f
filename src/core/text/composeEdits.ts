import { sortEdits, type TextEdit } from './textEdit.ts';

/** A run of the text between the two lists: kept from the original, or written by an edit. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * One list of edits that does what `first` and then `second` do: `first` refers to a text, `second` to that text
 * after `first`, the result to the text before both. Touching edits are joined, and edits that undo each other
 * wholly (an insertion that is deleted again) vanish.
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  if (first.length === 0) return sortEdits(second);
  if (second.length === 0) return sortEdits(first);
  return editsOf(rewrite(piecesOf(sortEdits(first)), sortEdits(second)));
}

/** The text after `edits` as pieces; the last one runs to the end, wherever that is. */
function piecesOf(edits: readonly TextEdit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const edit of edits) {
    if (edit.start > position) pieces.push({ start: position, end: edit.start });
    if (edit.text !== '') pieces.push({ text: edit.text });
    position = edit.end;
  }
  pieces.push({ start: position, end: Number.POSITIVE_INFINITY });
  return pieces;
}

/** The pieces after edits whose offsets count along the pieces. */
function rewrite(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const result: Piece[] = [];
  let index = 0;
  let offset = 0;
  let position = 0;
  /** Moves forward to `target`, with or without what is passed. */
  const advance = (target: number, keep: boolean) => {
    while (position < target) {
      const piece = pieces[index];
      if (piece === undefined) return;
      const length = lengthOf(piece);
      const step = Math.min(length - offset, target - position);
      if (keep) result.push(slice(piece, offset, offset + step));
      position += step;
      offset += step;
      if (offset === length) {
        index++;
        offset = 0;
      }
    }
  };
  for (const edit of edits) {
    advance(edit.start, true);
    if (edit.text !== '') result.push({ text: edit.text });
    advance(edit.end, false);
  }
  advance(Number.POSITIVE_INFINITY, true);
  return result;
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.end - piece.start;
}

function slice(piece: Piece, start: number, end: number): Piece {
  if ('text' in piece) return { text: piece.text.slice(start, end) };
  return { start: piece.start + start, end: piece.start + end };
}

/** The edits that make the pieces; kept runs are in the order of the original, so gaps are deletions. */
function editsOf(pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let position = 0;
  let text = '';
  for (const piece of pieces) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    if (piece.start > position || text !== '') edits.push({ start: position, end: piece.start, text });
    position = piece.end;
    text = '';
  }
  return edits;
}
