import { skipIndent } from '../lines.ts';
import { NotQuick } from './notQuick.ts';
import type { OnLine } from './readPlain.ts';

const header = /\|([-+]?)[ ]*(?:[ ]#.*)?\n/y;

/** A literal block below a key or dash at `column`; ends at the beginning of the line behind it. */
export function readLiteral(text: string, at: number, column: number): OnLine {
  header.lastIndex = at;
  const found = header.exec(text);
  if (found === null) throw new NotQuick();
  const start = header.lastIndex;
  const indent = firstIndent(text, start);
  if (indent <= column) throw new NotQuick();
  const lines: string[] = [];
  let next = start;
  while (next < text.length) {
    const lineEnd = text.indexOf('\n', next);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const own = skipIndent(text, next) - next;
    const isBlank = next + own === end;
    if (!isBlank && own < indent) break;
    lines.push(text.slice(Math.min(next + indent, end), end));
    next = lineEnd === -1 ? text.length : lineEnd + 1;
    // A text that ends within the block, without a line end, is chomped in its own way.
    if (lineEnd === -1) throw new NotQuick();
  }
  return { value: chomp(lines, found[1] ?? ''), end: next };
}

function chomp(lines: string[], mark: string): string {
  if (mark === '+') throw new NotQuick();
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  const body = lines.join('\n');
  return mark === '-' ? body : `${body}\n`;
}

/** The indentation of the first line that is not blank. */
function firstIndent(text: string, start: number): number {
  const own = skipIndent(text, start) - start;
  // Blank lines first are unusual, and the rules for them many.
  if (start + own >= text.length || text.charCodeAt(start + own) === 10) throw new NotQuick();
  return own;
}
