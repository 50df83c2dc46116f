/** Pieces of YAML as one text. */
export interface Joined {
  readonly text: string;
  /** How many byte order marks stood where only the start of a file may have one. */
  readonly droppedMarks: number;
}

/** What stands before a document's content: a byte order mark, comments and directives, a bare `---` line. */
const head = /^(\uFEFF?)((?:[ \t]*(?:[#%][^\n]*)?\r?\n)*)(---[ \t]*(?:\r?\n|$))?/;

/**
 * Puts pieces of YAML, each one or more whole documents, one behind the other so that every document stays
 * what it was. Only what separates them is adjusted: a missing `---` is added, one that stands below comments
 * moves above them (they would belong to the document before), a missing line end is added, a byte order
 * mark within is dropped. A single piece is returned as it is.
 */
export function joinDocuments(pieces: readonly string[]): Joined {
  const [first = '', ...others] = pieces;
  if (others.length === 0) return { text: first, droppedMarks: 0 };
  let text = withLineEnd(isJson(first) ? markAsYaml(first) : first);
  for (const piece of others) text += withLineEnd(separate(text, piece));
  return { text, droppedMarks: others.filter((piece) => piece.startsWith('\uFEFF')).length };
}

/** The piece as it may follow `before`: with a separator in front of everything. */
function separate(before: string, piece: string): string {
  const [whole = '', mark = '', comments = '', separator = ''] = head.exec(piece) ?? [];
  const body = piece.slice(mark.length);
  const end = lineEndOf(piece);
  if (/^%/m.test(comments)) return isEnded(before) ? body : `...${end}${body}`;
  if (separator === '') return comments === '' && /^---[ \t]/.test(body) ? body : `---${end}${body}`;
  return `${withLineEnd(separator)}${comments}${piece.slice(whole.length)}`;
}

/** A stream that begins with a brace is taken for JSON as a whole by kubectl. */
function isJson(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text);
}

function markAsYaml(text: string): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return `${mark}---${lineEndOf(text)}${text.slice(mark.length)}`;
}

/** True behind a line `...`, where directives may stand. */
function isEnded(text: string): boolean {
  return /(?:^|\n)\.\.\.[ \t]*\r?\n$/.test(text.slice(-200));
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}${lineEndOf(text)}`;
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
