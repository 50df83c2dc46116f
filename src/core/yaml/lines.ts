/**
 * Offsets of lines within a text. A line ends with LF or CRLF, as the YAML reader sees it; a byte order
 * mark at the start of the text is no part of the first line.
 */

/** Where the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, text.length) : start;
}

/** Where the line of `offset` ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line after that of `offset` begins; the text's end when there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** How many characters stand before `offset` on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** True when only spaces, tabs and line ends stand in [start, end). */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}

/** True when nothing but white space stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return isBlankBetween(text, lineStart(text, offset), offset);
}

/** The first offset at or after `start` that is no space or tab. */
export function skipSpaces(text: string, start: number): number {
  let i = start;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i;
}

/** The first offset at or after `start` that is no space. A tab is none: it never counts as indentation. */
export function skipIndent(text: string, start: number): number {
  let i = start;
  while (text.charCodeAt(i) === 32) i++;
  return i;
}

/** The last offset at or before `end` with no space or tab right before it. */
export function skipSpacesBack(text: string, end: number): number {
  let i = end;
  while (i > 0 && (text[i - 1] === ' ' || text[i - 1] === '\t')) i--;
  return i;
}

/** The line end most lines of the text have; LF when there is none. */
export function lineBreak(text: string): '\n' | '\r\n' {
  let lf = 0;
  let crlf = 0;
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) {
    if (i > 0 && text[i - 1] === '\r') crlf++;
    else lf++;
  }
  return crlf > lf ? '\r\n' : '\n';
}

/**
 * Where the comments begin that stand directly above the line of `start`, in its column and without a blank
 * line between; `start`'s own line when there are none. Lines that begin at or before `floor` are not looked at.
 */
export function commentsAbove(text: string, start: number, floor: number): number {
  const column = columnOf(text, start);
  let top = lineStart(text, start);
  while (top > 0) {
    const above = lineStart(text, top - 1);
    const mark = skipSpaces(text, above);
    if (above >= top || above <= floor || text[mark] !== '#' || mark - above !== column) return top;
    top = above;
  }
  return top;
}

/**
 * The end of the lines below `end` that are comments deeper than `column`, with the blank lines between
 * them; the end of `end`'s own line when there are none.
 */
export function commentsBelow(text: string, end: number, column: number): number {
  let last = lineEnd(text, end);
  for (let line = nextLine(text, last); line < text.length; line = nextLine(text, line)) {
    const mark = skipSpaces(text, line);
    if (text[mark] === '#') {
      if (mark - line <= column) return last;
      last = lineEnd(text, mark);
    } else if (mark < lineEnd(text, line)) return last;
  }
  return last;
}
