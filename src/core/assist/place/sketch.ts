/**
 * The structure of a document as its lines show it: which keys and items stand where, below what. It reads text that is
 * being typed, so it takes indentation and indicators at their word, line by line, and loses at most the line that
 * makes no sense, where a YAML reader must give up. It promises linear time and no exception. It knows nothing of
 * anchors and merge keys, and checks nothing: for text that parses, `core/yaml` knows more.
 */
import {
  endOfLine,
  endOfPlain,
  endOfQuoted,
  type FoundKey,
  keyAt,
  skipProperties,
  skipSpaces,
} from './scanLine.ts';
import { sketchFlow } from './sketchFlow.ts';
import {
  add,
  openNode,
  type Sketch,
  type SketchEntry,
  type SketchNode,
  type Standing,
} from './sketchNodes.ts';

/** Sketches one document. `watch`: the start of the line before which the sketch is looked at. */
export function sketch(text: string, watch = -1): Sketch {
  const sketcher = new Sketcher(text);
  let standing: readonly Standing[] | undefined;
  for (let line = 0; line < text.length; line = sketcher.takeLine(line)) {
    if (watch >= 0 && line >= watch) standing ??= sketcher.standing();
  }
  return { text, root: sketcher.root, standing: standing ?? sketcher.standing() };
}

class Sketcher {
  readonly root = openNode(0, undefined);
  readonly #text: string;
  #stack: SketchNode[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  standing(): readonly Standing[] {
    return this.#stack.map((node) => ({ node, last: node.entries.at(-1) }));
  }

  /** Takes the line that begins at an offset, with the lines its value goes on in; answers where the next begins. */
  takeLine(line: number): number {
    const text = this.#text;
    let at = skipSpaces(text, line === 0 && text.startsWith('\uFEFF') ? 1 : line);
    const end = endOfLine(text, at);
    const next = afterLine(text, end);
    const base = line === 0 && text.startsWith('\uFEFF') ? 1 : line;
    if (at >= end || text[at] === '#' || (at === base && isMark(text, at, end))) return next;
    while (text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ' || text[at + 1] === '\t')) {
      if (!this.#addItem(at, at - base)) return next;
      at = skipSpaces(text, at + 1);
      if (at >= end || text[at] === '#') return next;
    }
    const key = keyAt(text, at, end);
    if (key === undefined) return this.#takeLoose(at, base, next);
    const entry = this.#addPair(key, at, at - base);
    return this.#takeValue(entry.node, key.valueAt, entry.column);
  }

  /** Text on a line without a key: the value of the open entry before it, or more of a plain scalar. */
  #takeLoose(at: number, base: number, next: number): number {
    const column = at - base;
    while ((this.#top()?.column ?? -1) > column) this.#stack.pop();
    const top = this.#top();
    if (top === undefined) {
      const isFlow = this.#text[at] === '{' || this.#text[at] === '[';
      return isFlow && this.root.type === 'open' ? this.#takeValue(this.root, at, -1) : next;
    }
    // In the column of the keys: a key that is being typed.
    const last = top.column === column ? undefined : top.entries.at(-1);
    if (last?.node.type === 'open') return this.#takeValue(last.node, at, last.column);
    if (last?.node.type === 'scalar') last.node.end = endOfPlain(this.#text, at, endOfLine(this.#text, at));
    return next;
  }

  #top(): SketchNode | undefined {
    return this.#stack.at(-1);
  }

  /** Reads a value that begins at or behind `at`; answers where the next line begins. */
  #takeValue(node: SketchNode, at: number, column: number): number {
    const text = this.#text;
    const end = endOfLine(text, at);
    const start = skipProperties(text, at, end);
    const char = text[start];
    if (start >= end || char === '#') return afterLine(text, end);
    node.start = start;
    if (char === '|' || char === '>') {
      node.type = 'text';
      node.end = endOfText(text, end, column);
      return node.end;
    }
    if (char === '{' || char === '[') {
      const flowEnd = sketchFlow(text, node, column);
      // One that is not closed ends where the next line begins.
      return text[flowEnd - 1] === '\n' ? flowEnd : afterLine(text, endOfLine(text, flowEnd));
    }
    node.type = 'scalar';
    const isQuoted = char === '"' || char === "'";
    node.end = isQuoted ? endOfQuoted(text, start, column) : endOfPlain(text, start, end);
    return afterLine(text, endOfLine(text, node.end));
  }

  /** False where a dash can stand for nothing. */
  #addItem(at: number, column: number): boolean {
    while ((this.#top()?.column ?? -1) > column) this.#stack.pop();
    const top = this.#top();
    let list = top?.type === 'list' && top.column === column ? top : undefined;
    if (list === undefined) {
      const node = top === undefined ? this.root : top.entries.at(-1)?.node;
      if (node === undefined || node.type !== 'open') return false;
      list = this.#begin(node, 'list', column);
    }
    add(list, { step: list.entries.length, start: at, keyEnd: at + 1, valueAt: at + 1, column });
    return true;
  }

  #addPair(key: FoundKey, at: number, column: number): SketchEntry {
    while ((this.#top()?.column ?? -1) > column) this.#stack.pop();
    if (this.#top()?.type === 'list' && this.#top()?.column === column) this.#stack.pop();
    const top = this.#top();
    let map = top?.type === 'map' && top.column === column ? top : undefined;
    if (map === undefined) {
      const node = top === undefined ? this.root : top.entries.at(-1)?.node;
      if (node?.type === 'open') map = this.#begin(node, 'map', column);
      else
        map =
          this.#stack.findLast((each) => each.type === 'map') ??
          this.#begin(openNode(at, undefined), 'map', column);
    }
    return add(map, { step: key.name, start: at, keyEnd: key.keyEnd, valueAt: key.valueAt, column });
  }

  #begin(node: SketchNode, type: 'map' | 'list', column: number): SketchNode {
    node.type = type;
    node.column = column;
    this.#stack.push(node);
    return node;
  }
}

function afterLine(text: string, end: number): number {
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}

/** True for `---`, `...` and directives. */
function isMark(text: string, at: number, end: number): boolean {
  if (text[at] === '%') return true;
  if (!text.startsWith('---', at) && !text.startsWith('...', at)) return false;
  return at + 3 >= end || text[at + 3] === ' ' || text[at + 3] === '\t';
}

/** Where the first line begins that is not of a block text: it is not blank and not deeper than the holder. */
function endOfText(text: string, headEnd: number, column: number): number {
  let line = afterLine(text, headEnd);
  while (line < text.length) {
    const at = skipSpaces(text, line);
    if (at < endOfLine(text, line) && at - line <= column) return line;
    line = afterLine(text, at);
  }
  return text.length;
}
