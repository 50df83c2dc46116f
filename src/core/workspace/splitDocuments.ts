import type { Range } from '../text/textEdit.ts';

/**
 * Splits a file into documents at lines that begin with `---` (or behind a line `...`), without reading the
 * YAML in between. Exact: YAML forbids both marks at column 0 inside any scalar
 * (https://yaml.org/spec/1.2.2/#914-explicit-documents).
 *
 * The ranges cover the text without gaps. A document begins with its own `---` line, if it has one; comments
 * and directives before the first mark belong to the first document. A text without content is one document.
 */
export function splitDocuments(text: string): readonly Range[] {
  const marks = findMarks(text);
  const ranges: Range[] = [];
  let start = 0;
  let mayBePrologue = true;
  for (const mark of marks) {
    if (mark.type === 'end') {
      ranges.push({ start, end: mark.next });
      start = mark.next;
      mayBePrologue = true;
      continue;
    }
    const isPrologue = mayBePrologue && hasNoContent(text, start, mark.offset);
    if (!isPrologue && mark.offset > start) {
      ranges.push({ start, end: mark.offset });
      start = mark.offset;
    }
    mayBePrologue = false;
  }
  const last = ranges.at(-1);
  if (last !== undefined && mayBePrologue && hasNoContent(text, start, text.length)) {
    ranges[ranges.length - 1] = { start: last.start, end: text.length };
  } else {
    ranges.push({ start, end: text.length });
  }
  return ranges;
}

interface Mark {
  readonly type: 'start' | 'end';
  readonly offset: number;
  /** The offset behind the line. */
  readonly next: number;
}

function findMarks(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  addMark(text, first, marks);
  for (const marker of ['\n---', '\n...']) {
    for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + 1))
      addMark(text, at + 1, marks);
  }
  return marks.sort((a, b) => a.offset - b.offset);
}

function addMark(text: string, offset: number, marks: Mark[]): void {
  const type = text.startsWith('---', offset) ? 'start' : text.startsWith('...', offset) ? 'end' : undefined;
  if (type === undefined) return;
  const behind = text[offset + 3];
  if (behind !== undefined && !' \t\r\n'.includes(behind)) return;
  const lineEnd = text.indexOf('\n', offset);
  marks.push({
    type,
    offset: offset === 1 && text.startsWith('\uFEFF') ? 0 : offset,
    next: lineEnd === -1 ? text.length : lineEnd + 1,
  });
}

/** True when [start, end) holds nothing but blank lines, comments and `%` directives. */
function hasNoContent(text: string, start: number, end: number): boolean {
  return /^(?:\uFEFF?[ \t]*(?:[#%][^\n]*|\r)?(?:\n|$))*$/.test(text.slice(start, end));
}
