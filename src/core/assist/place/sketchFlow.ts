import { endOfLine, endOfQuoted, isOutside, skipSpaces, unquote } from './scanLine.ts';
import { add, type SketchEntry, type SketchNode } from './sketchNodes.ts';

/** Collections nested deeper than this are not looked into. */
const MAX_DEPTH = 60;

/**
 * Sketches the flow collection that begins at the node's start, over as many lines as it takes; answers its end. One
 * that is not closed ends where a line begins that is no deeper than the entry that holds it.
 */
export function sketchFlow(text: string, node: SketchNode, column: number): number {
  return new FlowSketcher(text, column).collection(node, 0);
}

class FlowSketcher {
  readonly #text: string;
  readonly #column: number;
  /** Where it ends in any case; found when a line is reached that is not deep enough. */
  #limit: number;

  constructor(text: string, column: number) {
    this.#text = text;
    this.#column = column;
    this.#limit = text.length;
  }

  collection(node: SketchNode, depth: number): number {
    const isMap = this.#text[node.start] === '{';
    node.type = isMap ? 'map' : 'list';
    node.isFlow = true;
    const close = isMap ? '}' : ']';
    let at = node.start + 1;
    for (;;) {
      at = this.#skip(at);
      const char = this.#text[at];
      if (at >= this.#limit) return this.#close(node, this.#limit);
      if (char === close) return this.#close(node, at + 1);
      if (char === ']' || char === '}') return this.#close(node, at);
      if (char === ',') at++;
      else at = this.#entry(node, at, isMap, depth);
    }
  }

  #close(node: SketchNode, end: number): number {
    node.end = end;
    return end;
  }

  #entry(node: SketchNode, at: number, isMap: boolean, depth: number): number {
    if (!isMap) {
      const entry = add(node, { step: node.entries.length, start: at, keyEnd: at, valueAt: at, column: -1 });
      return this.#value(entry, at, depth);
    }
    const keyEnd = this.#scalarEnd(at, true);
    const name = unquote(this.#text.slice(at, keyEnd));
    const colon = this.#skip(keyEnd);
    const hasColon = this.#text[colon] === ':' && colon < this.#limit;
    const entry = add(node, {
      step: name,
      start: at,
      keyEnd,
      valueAt: hasColon ? colon + 1 : -1,
      column: -1,
    });
    return hasColon ? this.#value(entry, colon + 1, depth) : Math.max(keyEnd, at + 1);
  }

  #value({ node }: SketchEntry, from: number, depth: number): number {
    const at = this.#skip(from);
    const char = this.#text[at];
    if (at >= this.#limit || char === ',' || char === '}' || char === ']') return at;
    node.start = at;
    if ((char === '{' || char === '[') && depth < MAX_DEPTH) return this.collection(node, depth + 1);
    node.type = 'scalar';
    node.end = Math.max(this.#scalarEnd(at, false), at + 1);
    return node.end;
  }

  #scalarEnd(at: number, isKey: boolean): number {
    const text = this.#text;
    if (text[at] === '"' || text[at] === "'") return endOfQuoted(text, at, this.#column);
    let i = at;
    for (; i < this.#limit; i++) {
      const char = text[i] ?? '';
      if (',[]{}\n'.includes(char)) break;
      if (char === ':' && isKey && /[\s,[\]{}]/.test(text[i + 1] ?? ' ')) break;
      if (char === '#' && /\s/.test(text[i - 1] ?? ' ')) break;
    }
    while (i > at && /\s/.test(text[i - 1] ?? '')) i--;
    return i;
  }

  /** Over spaces, line ends and comments. */
  #skip(from: number): number {
    let at = from;
    for (;;) {
      at = skipSpaces(this.#text, at);
      const char = this.#text[at];
      if (at >= this.#limit) return this.#limit;
      if (char === '\n') {
        at++;
        if (isOutside(this.#text, at, this.#column)) this.#limit = at;
      } else if (char === '\r') at++;
      else if (char === '#' && /\s/.test(this.#text[at - 1] ?? ' ')) at = endOfLine(this.#text, at);
      else return at;
    }
  }
}
