import type { Range } from './textEdit.ts';

/** A place a person can read: line and column count from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which the lines of one text begin. Lines end with LF, CRLF or a lone CR. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Line and column of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const target = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= target) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: target - (this.#starts[low] ?? 0) + 1 };
  }

  /** Offset of a line and column, clamped to the text. */
  offsetAt(position: Position): number {
    const start = this.#starts[Math.max(0, Math.min(position.line - 1, this.#starts.length - 1))] ?? 0;
    return Math.min(start + Math.max(0, position.column - 1), this.#length);
  }

  /** The offsets of a whole line, without its line end's successor. */
  lineRange(line: number): Range {
    const start = this.#starts[line - 1] ?? this.#length;
    return { start, end: this.#starts[line] ?? this.#length };
  }
}
