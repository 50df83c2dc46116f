/**
 * The straight way through the YAML that manifests are mostly written in: block maps and lists, one-line
 * scalars, one-line flow collections, literal blocks, comments. It answers the value of a text, or undefined for any
 * text it is not certain of: anchors, tags, folded blocks, tabs, anything unusual or wrong goes to the library.
 * Its promise, held by property tests: where it answers, the library has no complaint and reads the same value.
 */

import type { Range } from '../../text/textEdit.ts';
import { skipIndent } from '../lines.ts';
import type { Path } from '../path.ts';
import type { Located } from '../types.ts';
import { isQuickKey } from './isQuickKey.ts';
import { NotQuick } from './notQuick.ts';
import { readFlow } from './readFlow.ts';
import { readLiteral } from './readLiteral.ts';
import { readPlain } from './readPlain.ts';
import { readQuoted } from './readQuoted.ts';

/** What the quick way read. Wrapped, because the value itself may be null. */
export interface QuickReading {
  readonly value: Readonly<Record<string, unknown>> | readonly unknown[];
}

const deepest = 60;
/** Everything but letters of the basic plane, printable, without line ends other than \n and without a byte order mark. */
const unusual = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
/** A key that is a text for certain: it begins with a letter. */
const plainKey = /([A-Za-z][A-Za-z0-9_./-]*):(?=[ \n]|$)/y;
const quotedKey = /(["'])([A-Za-z0-9_./* -]*)\1:(?=[ \n]|$)/y;
const documentStart = /---(?:[ ]+#.*|[ ]*)(?:\n|$)/y;
const restOfLine = /[ ]*(?:[ ]#.*)?(?:\n|$)/y;

/** Reads one document whose content is a map or a list. Never throws. */
export function readQuickly(text: string): QuickReading | undefined {
  if (unusual.test(text)) return undefined;
  try {
    return { value: new QuickReader(text).read() };
  } catch (error) {
    if (error instanceof NotQuick) return undefined;
    throw error;
  }
}

/**
 * Where a path stands in a text that `readQuickly` reads, found the same way; null where it leads nowhere. Undefined
 * where only the library can tell: within flow collections, and for values that are empty or end in several lines.
 */
export function locateQuickly(text: string, path: Path): Located | null | undefined {
  if (path.length === 0) return undefined;
  const reader = new QuickReader(text, path);
  reader.read();
  return reader.place;
}

type Value = QuickReading['value'];

/** How much of the wanted path was met, and where it stands. */
interface Sighting {
  readonly steps: number;
  readonly key: Range | undefined;
  value?: Range;
  isUnsure?: boolean;
}

class QuickReader {
  readonly #text: string;
  readonly #wanted: Path;
  #seen: Sighting = { steps: 0, key: undefined };
  /** Where the last value ended; undefined where it was no value on one line. */
  #end: number | undefined;
  /** Where the next content begins: after the indentation of its line. At the end of the text: its length. */
  #at = 0;
  /** The column of the next content; -1 at the end of the text. */
  #column = 0;

  /** `wanted`: a path to be located on the way. */
  constructor(text: string, wanted: Path = []) {
    this.#text = text;
    this.#wanted = wanted;
  }

  /** After reading: where the wanted path stands. */
  get place(): Located | null | undefined {
    const { steps, key, value, isUnsure } = this.#seen;
    if (isUnsure === true) return undefined;
    if (steps < this.#wanted.length) return null;
    if (value === undefined) return undefined;
    return key === undefined ? { value } : { key, value };
  }

  read(): Value {
    this.#skipToContent(0);
    if (this.#text.startsWith('---', this.#at) && this.#column === 0) {
      documentStart.lastIndex = this.#at;
      if (!documentStart.test(this.#text)) throw new NotQuick();
      this.#skipToContent(documentStart.lastIndex);
    }
    if (this.#column !== 0) throw new NotQuick();
    const value = this.#readBlock(0, 0, true);
    if (this.#at < this.#text.length) throw new NotQuick();
    return value;
  }

  /** The block that begins at the next content; `isOnWay`: the wanted path leads into it. */
  #readBlock(column: number, depth: number, isOnWay: boolean): Value {
    if (depth > deepest) throw new NotQuick();
    return this.#isDash(this.#at)
      ? this.#readList(column, depth, isOnWay)
      : this.#readMap(column, depth, isOnWay);
  }

  #readMap(column: number, depth: number, isOnWay: boolean): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    do {
      const start = this.#at;
      const key = this.#takeKey();
      if (Object.hasOwn(map, key)) throw new NotQuick();
      const isStep = isOnWay && this.#wanted[depth] === key;
      if (isStep) this.#seen = { steps: depth + 1, key: { start, end: this.#at - 1 } };
      map[key] = this.#readValue(column, depth, true, isStep);
    } while (this.#column === column && !this.#isDash(this.#at));
    if (this.#column > column) throw new NotQuick();
    return map;
  }

  #readList(column: number, depth: number, isOnWay: boolean): unknown[] {
    const list: unknown[] = [];
    do {
      this.#at++;
      const isStep = isOnWay && this.#wanted[depth] === list.length;
      if (isStep) this.#seen = { steps: depth + 1, key: undefined };
      list.push(this.#readItem(column, depth, isStep));
    } while (this.#column === column && this.#isDash(this.#at));
    if (this.#column > column) throw new NotQuick();
    return list;
  }

  /** Behind a dash: another list or a map may begin on the same line. */
  #readItem(column: number, depth: number, isStep: boolean): unknown {
    const at = skipIndent(this.#text, this.#at);
    const inner = column + 1 + at - this.#at;
    if (this.#isDash(at) || this.#isKey(at)) {
      this.#at = at;
      this.#column = inner;
      return this.#readStep(inner, depth, isStep);
    }
    return this.#readValue(column, depth, false, isStep);
  }

  /** A block below a key or dash, or behind a dash. */
  #readStep(column: number, depth: number, isStep: boolean): Value {
    const start = this.#at;
    const value = this.#readBlock(column, depth + 1, isStep);
    if (isStep) this.#sight(depth, start, this.#end);
    return value;
  }

  /** Behind a key or a dash at `column`: a value on this line, or a block below it. */
  #readValue(column: number, depth: number, isInMap: boolean, isStep: boolean): unknown {
    const text = this.#text;
    const at = skipIndent(text, this.#at);
    const first = text.charCodeAt(at);
    const isComment = first === HASH && text.charCodeAt(at - 1) === SPACE;
    if (at >= text.length || first === LINE_END || isComment) {
      this.#endLine(this.#at);
      if (this.#column > column) return this.#readStep(this.#column, depth, isStep);
      const isListOfKey = isInMap && this.#column === column && this.#isDash(this.#at);
      if (isListOfKey) return this.#readStep(column, depth, isStep);
      this.#end = undefined;
      if (isStep) this.#sight(depth, at, undefined);
      return null;
    }
    if (first === PIPE) {
      const { value, end } = readLiteral(text, at, column);
      this.#skipToContent(end);
      this.#end = undefined;
      if (isStep) this.#sight(depth, at, undefined);
      return this.#checked(value, column);
    }
    const { value, end } = this.#readOnLine(at, first);
    this.#endLine(end);
    this.#end = end;
    if (isStep) this.#sight(depth, at, end, first === OPEN_MAP || first === OPEN_LIST);
    return this.#checked(value, column);
  }

  /** Notes where the value stands that the path so far leads to; of a flow collection what is inside is not known. */
  #sight(depth: number, start: number, end: number | undefined, isFlow = false): void {
    const isLast = depth + 1 === this.#wanted.length;
    if (!isLast) {
      if (isFlow) this.#seen.isUnsure = true;
    } else if (end === undefined) this.#seen.isUnsure = true;
    else this.#seen.value = { start, end };
  }

  #readOnLine(at: number, first: number): { readonly value: unknown; readonly end: number } {
    if (first === DOUBLE || first === SINGLE) return readQuoted(this.#text, at);
    if (first === OPEN_MAP || first === OPEN_LIST) return readFlow(this.#text, at);
    return readPlain(this.#text, at);
  }

  /** A value that was complete on its line: what is indented below it would be part of it, or wrong. */
  #checked(value: unknown, column: number): unknown {
    if (this.#column > column) throw new NotQuick();
    return value;
  }

  /** Takes the key at the next content, with its colon. */
  #takeKey(): string {
    const [all = '', start = '', inQuotes] = this.#matchKey(this.#at) ?? [];
    this.#at += all.length;
    const name = inQuotes ?? start;
    if (all === '' || !isQuickKey(name, inQuotes !== undefined)) throw new NotQuick();
    return name;
  }

  #isKey(at: number): boolean {
    return this.#matchKey(at) !== null;
  }

  #matchKey(at: number): RegExpExecArray | null {
    const first = this.#text.charCodeAt(at);
    const pattern = first === DOUBLE || first === SINGLE ? quotedKey : plainKey;
    pattern.lastIndex = at;
    return pattern.exec(this.#text);
  }

  #isDash(at: number): boolean {
    if (this.#text.charCodeAt(at) !== DASH) return false;
    const next = this.#text.charCodeAt(at + 1);
    return next === SPACE || next === LINE_END || Number.isNaN(next);
  }

  /** Only a comment may follow on the line. */
  #endLine(at: number): void {
    restOfLine.lastIndex = at;
    if (!restOfLine.test(this.#text)) throw new NotQuick();
    this.#skipToContent(restOfLine.lastIndex);
  }

  /** From the beginning of a line over blank lines and comments. */
  #skipToContent(lineStart: number): void {
    const text = this.#text;
    let start = lineStart;
    for (;;) {
      const at = skipIndent(text, start);
      const first = text.charCodeAt(at);
      if (at >= text.length) {
        this.#at = text.length;
        this.#column = -1;
        return;
      }
      if (first !== LINE_END && first !== HASH) {
        this.#at = at;
        this.#column = at - start;
        this.#checkStart(at);
        return;
      }
      const end = text.indexOf('\n', at);
      start = end === -1 ? text.length : end + 1;
    }
  }

  /** Marks of documents and directives are read by the library, but for the `---` at the top. */
  #checkStart(at: number): void {
    if (this.#column !== 0) return;
    const isTop =
      this.#text.startsWith('---', at) &&
      this.#text.slice(0, at).trimStart().replace(/#.*/g, '').trim() === '';
    const isMark = this.#text.startsWith('---', at) || this.#text.startsWith('...', at);
    if ((isMark && !isTop) || this.#text.charCodeAt(at) === PERCENT) throw new NotQuick();
  }
}

const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const PERCENT = 37;
const SINGLE = 39;
const DASH = 45;
const OPEN_LIST = 91;
const PIPE = 124;
const OPEN_MAP = 123;
const LINE_END = 10;
