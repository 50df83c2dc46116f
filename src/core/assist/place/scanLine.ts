/** The first offset at or after `at` that is no space or tab. */
export function skipSpaces(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i;
}

/** Where the line of an offset ends, before its line end. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.endsWith('\r') && text.length - 1 >= at ? text.length - 1 : text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line of an offset begins. */
export function startOfLine(text: string, at: number): number {
  const start = at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  return start === 0 && text.startsWith('\uFEFF') && at > 0 ? 1 : start;
}

export interface FoundKey {
  readonly name: string;
  readonly keyEnd: number;
  readonly valueAt: number;
}

/** The key that begins at an offset of a line, when a `:` follows it. */
export function keyAt(text: string, at: number, end: number): FoundKey | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const keyEnd = closingQuote(text, at, end);
    if (keyEnd < 0) return undefined;
    const colon = skipSpaces(text, keyEnd);
    return text[colon] === ':' && isGap(text, colon + 1, end)
      ? { name: unquote(text.slice(at, keyEnd)), keyEnd, valueAt: colon + 1 }
      : undefined;
  }
  if (quote !== undefined && '[]{}#&*!|>%@`,?'.includes(quote)) return undefined;
  for (let i = at; i < end; i++) {
    if (text[i] === '#' && (text[i - 1] === ' ' || text[i - 1] === '\t')) return undefined;
    if (text[i] !== ':' || !isGap(text, i + 1, end)) continue;
    const keyEnd = i - (text.slice(at, i).length - text.slice(at, i).trimEnd().length);
    return { name: text.slice(at, keyEnd), keyEnd, valueAt: i + 1 };
  }
  return undefined;
}

/** Behind the anchor and tag that may stand before a value, and the spaces around them. */
export function skipProperties(text: string, at: number, end: number): number {
  let i = skipSpaces(text, at);
  while (i < end && (text[i] === '&' || text[i] === '!')) {
    while (i < end && text[i] !== ' ' && text[i] !== '\t') i++;
    i = skipSpaces(text, i);
  }
  return Math.min(i, end);
}

/** The end of a plain scalar on its line: before a comment and trailing spaces. */
export function endOfPlain(text: string, at: number, end: number): number {
  let stop = end;
  for (let i = at + 1; i < end; i++) {
    if (text[i] === '#' && (text[i - 1] === ' ' || text[i - 1] === '\t')) {
      stop = i;
      break;
    }
  }
  while (stop > at && (text[stop - 1] === ' ' || text[stop - 1] === '\t')) stop--;
  return stop;
}

/** The end of a quoted scalar, on whatever line; one that is not closed ends with its line. */
export function endOfQuoted(text: string, at: number, column: number): number {
  const line = endOfLine(text, at);
  const close = closingQuote(text, at, text.length);
  if (close >= 0 && close <= line) return close;
  // Looked for first, so that each line is walked over once.
  if (close < 0) return line;
  for (let next = text.indexOf('\n', line) + 1; next > 0 && next < close; next = text.indexOf('\n', next) + 1)
    if (isOutside(text, next, column)) return line;
  return close;
}

/** True for a line that is no deeper than a column, unless it closes brackets or is blank. */
export function isOutside(text: string, line: number, column: number): boolean {
  const content = skipSpaces(text, line);
  const isBlank = content >= endOfLine(text, line);
  return !isBlank && content - line <= column && text[content] !== ']' && text[content] !== '}';
}

/** Behind the quote that closes the one at an offset, or -1. */
export function closingQuote(text: string, at: number, end: number): number {
  const quote = text[at];
  for (let i = at + 1; i < end; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return i + 1;
    }
  }
  return -1;
}

/** What a quoted text says; simple escapes only. */
export function unquote(text: string): string {
  if (text.startsWith("'"))
    return text.slice(1, text.endsWith("'") && text.length > 1 ? -1 : undefined).replaceAll("''", "'");
  if (!text.startsWith('"')) return text;
  const inner = text.slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined);
  return inner.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));
}

function isGap(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === ' ' || text[at] === '\t';
}
