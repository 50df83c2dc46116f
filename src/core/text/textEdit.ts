/**
 * Text edits: the one currency in which every change to a workspace is paid.
 *
 * An edit replaces the UTF-16 range [start, end) of a text with `text`. A list of edits always refers to
 * offsets in the SAME text (the one before any of them), is sorted by `start`, and never overlaps. All
 * functions here are total on such lists and throw only on lists that break these rules, which is a bug.
 */

/** Replaces the UTF-16 range [start, end) of a text with `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Sorts edits by place and throws a RangeError when two overlap or one leaves the text. */
export function sortEdits(
  edits: readonly TextEdit[],
  length = Number.POSITIVE_INFINITY,
): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let previousEnd = 0;
  for (const edit of sorted) {
    if (edit.start < previousEnd || edit.end < edit.start || edit.end > length) {
      throw new RangeError(`edit [${edit.start}, ${edit.end}) overlaps another or leaves the text`);
    }
    previousEnd = edit.end;
  }
  return sorted;
}

/** The text after all edits. Offsets refer to `text` as given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of sortEdits(edits, text.length)) {
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}

/** The edits that lead from `applyEdits(text, edits)` back to `text`, byte for byte. */
export function invertEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return sortEdits(edits, text.length).map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/**
 * Where an offset of the old text is in the new one. Inside a replaced range it moves to the end of the
 * replacement; at the very start of an edit it stays before it when `bias` is 'left', else goes behind.
 */
export function mapOffset(
  offset: number,
  edits: readonly TextEdit[],
  bias: 'left' | 'right' = 'right',
): number {
  let shift = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.start > offset || (edit.start === offset && bias === 'left')) break;
    if (offset < edit.end) return edit.start + shift + edit.text.length;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset + shift;
}

/**
 * The smallest single edit that leads from `before` to `after`: common head and tail are left alone, and
 * surrogate pairs and CRLF pairs are never cut. Empty when the texts are equal.
 */
export function diffAsEdit(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (splitsPair(before, head) || splitsPair(after, head)) head--;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)))
    tail--;
  return [{ start: head, end: before.length - tail, text: after.slice(head, after.length - tail) }];
}

/** True where `offset` stands between the halves of a surrogate pair or of a CRLF. */
function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const left = text.charCodeAt(offset - 1);
  const right = text.charCodeAt(offset);
  return (
    (left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff) || (left === 13 && right === 10)
  );
}

/** How many lines of the old text are changed or removed, and how many stand in their place. */
export interface EditSize {
  readonly removed: number;
  readonly added: number;
}

/** The size of a list of edits in whole lines, as a reviewer would count them in a diff. */
export function measureEdits(text: string, edits: readonly TextEdit[]): EditSize {
  let [removed, added] = [0, 0];
  for (const { start, end, edits: own } of lineGroups(text, sortEdits(edits, text.length))) {
    const before = text.slice(start, end);
    const moved = own.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
    const size = differingLines(before.split('\n'), applyEdits(before, moved).split('\n'));
    removed += size.removed;
    added += size.added;
  }
  return { removed, added };
}

/** The whole lines that edits touch; edits on the same or touching lines come together. */
function lineGroups(
  text: string,
  sorted: readonly TextEdit[],
): readonly (Range & { readonly edits: TextEdit[] })[] {
  const groups: { start: number; end: number; edits: TextEdit[] }[] = [];
  for (const edit of sorted) {
    const start = edit.start === 0 ? 0 : text.lastIndexOf('\n', edit.start - 1) + 1;
    const next = text.indexOf('\n', edit.end);
    const end = next === -1 ? text.length : next;
    const last = groups.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = end;
      last.edits.push(edit);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups;
}

function differingLines(before: readonly string[], after: readonly string[]): EditSize {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { removed: before.length - head - tail, added: after.length - head - tail };
}
