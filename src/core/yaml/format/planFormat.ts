import { isAlias, isMap, isScalar } from 'yaml';
import { LineIndex } from '../../text/lineIndex.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { type Entry, entriesOf, isFlow } from '../entries.ts';
import { columnOf, isBlankBetween, lineEnd, lineStart, skipSpaces, startsLine } from '../lines.ts';
import {
  type AnyNode,
  type Collection,
  isAbsent,
  isBlockScalar,
  nodeEnd,
  nodeStart,
  SOURCE,
} from '../nodes.ts';
import type { YamlTree } from '../parseYaml.ts';

/** Columns a level. */
const STEP = 2;

/** A level of the text: where its keys or dashes stand and where they shall stand. */
export interface Level {
  readonly was: number;
  readonly now: number;
  readonly above: Level | undefined;
}

/** What becomes of the lines of a text; lines count from 1. */
export interface FormatPlan {
  /** The columns of lines that hold content. */
  readonly columns: Map<number, number>;
  /** Of lines that begin with a key or a dash. */
  readonly levels: Map<number, Level>;
  /** Lines of block texts: their blanks are content. */
  readonly texts: Set<number>;
  /** Lines whose end is not to be touched: within quotes. */
  readonly exactEnds: Set<number>;
  /** The last lines of block texts, with a column that comments behind them must stay below. */
  readonly limits: Map<number, number>;
  /** Spaces behind dashes. */
  readonly gaps: TextEdit[];
}

/** Decides where each line of content shall stand; comments and blank lines are not looked at. */
export function planFormat(tree: YamlTree): FormatPlan | { readonly refused: string } {
  const { root } = tree[SOURCE];
  const planner = new Planner(tree.text);
  if (root === undefined || !('items' in root) || isFlow(root)) return planner.plan;
  planner.measureLists(root);
  const refused = planner.collection(root, 0, undefined);
  return refused === undefined ? planner.plan : { refused };
}

type Reason = string | undefined;

class Planner {
  readonly plan: FormatPlan = {
    columns: new Map(),
    levels: new Map(),
    texts: new Set(),
    exactEnds: new Set(),
    limits: new Map(),
    gaps: [],
  };
  readonly #text: string;
  readonly #index: LineIndex;
  /** Columns from a key to the dashes below it. */
  #listOffset = STEP;

  constructor(text: string) {
    this.#text = text;
    this.#index = new LineIndex(text);
  }

  /** Counts which way most lists stand. */
  measureLists(root: Collection): void {
    let [flush, indented] = [0, 0];
    const look: Collection[] = [root];
    for (let node = look.pop(); node !== undefined; node = look.pop()) {
      for (const { key, slot } of entriesOf(this.#text, node) ?? []) {
        const value = slot.node;
        if (value === undefined || !('items' in value) || isFlow(value)) continue;
        look.push(value);
        const [first] = entriesOf(this.#text, value) ?? [];
        if (key === undefined || isMap(value) || first === undefined) continue;
        if (columnOf(this.#text, first.start) === slot.column) flush++;
        else indented++;
      }
    }
    this.#listOffset = flush > indented ? 0 : STEP;
  }

  collection(node: Collection, now: number, above: Level | undefined): Reason {
    const entries = entriesOf(this.#text, node);
    if (entries === undefined) return 'Its layout is not understood. Indent it by hand.';
    for (const entry of entries) {
      const refused = this.#entry(entry, { was: columnOf(this.#text, entry.start), now, above });
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  #entry(entry: Entry, level: Level): Reason {
    const text = this.#text;
    if (text[entry.start] === '?' && /\s/.test(text[entry.start + 1] ?? ' '))
      return 'It has keys that are written with a question mark. Indent it by hand.';
    if (startsLine(text, entry.start)) {
      const line = this.#lineOf(entry.start);
      this.plan.columns.set(line, level.now);
      this.plan.levels.set(line, level);
    }
    if (
      entry.key !== undefined &&
      this.#lineOf(nodeStart(entry.key)) !== this.#lineOf(entry.slot.indicatorEnd)
    )
      return 'It has a key of several lines. Indent it by hand.';
    const { node } = entry.slot;
    this.#properties(entry, level);
    if (node === undefined || isAbsent(node)) return undefined;
    if (!('items' in node) || isFlow(node)) {
      this.#leaf(entry, node, level);
      return undefined;
    }
    return this.#nested(entry, node, level);
  }

  /** A block collection in an entry: behind its dash, or on lines of its own. */
  #nested({ key, start, slot }: Entry, node: Collection, level: Level): Reason {
    const text = this.#text;
    const [first] = entriesOf(text, node) ?? [];
    if (first === undefined) return undefined;
    if (startsLine(text, first.start)) {
      const isListOfKey = key !== undefined && !isMap(node);
      return this.collection(node, level.now + (isListOfKey ? this.#listOffset : STEP), level);
    }
    if (key !== undefined) return 'It has a map on the line of its key. Indent it by hand.';
    if (slot.propsEnd > slot.indicatorEnd)
      return this.collection(node, level.now + (first.start - start), level);
    this.plan.gaps.push({ start: slot.indicatorEnd, end: first.start, text: ' ' });
    return this.collection(node, level.now + 2, level);
  }

  /** An anchor or a tag on a line of its own. */
  #properties({ slot }: Entry, level: Level): void {
    for (const token of [slot.anchor, slot.tag]) {
      if (token !== undefined && startsLine(this.#text, token.offset))
        this.plan.columns.set(this.#lineOf(token.offset), level.now + STEP);
    }
  }

  /** A scalar, an alias or a flow collection, over as many lines as it has. */
  #leaf({ key, slot }: Entry, node: AnyNode, level: Level): void {
    const text = this.#text;
    if (isBlockScalar(node)) {
      this.#blockText(node, level);
      return;
    }
    const start = nodeStart(node);
    const isOwnLine = startsLine(text, start);
    const isGap = key === undefined && !isOwnLine && slot.propsEnd === slot.indicatorEnd;
    if (
      isGap &&
      isBlankBetween(text, slot.indicatorEnd, start) &&
      this.#lineOf(start) === this.#lineOf(slot.indicatorEnd)
    )
      this.plan.gaps.push({ start: slot.indicatorEnd, end: start, text: ' ' });
    const first = this.#lineOf(start);
    const last = this.#lineOf(Math.max(start, nodeEnd(node) - 1));
    const shift = isOwnLine ? level.now + STEP - columnOf(text, start) : level.now - level.was;
    for (let line = isOwnLine ? first : first + 1; line <= last; line++) {
      const own = this.#index.lineRange(line).start;
      const was = skipSpaces(text, own) - own;
      this.plan.columns.set(line, Math.max(level.now + (was > level.was ? 1 : 0), was + shift));
    }
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    if (isAlias(node) || (isScalar(node) && !isQuoted)) return;
    for (let line = first; line < last; line++) this.plan.exactEnds.add(line);
  }

  /** The lines of a `|` or `>` text move together; those deeper than the first keep their distance. */
  #blockText(node: AnyNode, level: Level): void {
    const text = this.#text;
    const head = nodeStart(node);
    const isExplicit = /^[|>][-+]?[1-9]/.test(text.slice(head, head + 3));
    const first = this.#lineOf(head) + 1;
    const last = this.#lineOf(Math.max(head, nodeEnd(node) - 1));
    const was = this.#indentOfText(first, last);
    if (was === undefined) return;
    const now = isExplicit ? was + level.now - level.was : level.now + STEP;
    for (let line = first; line <= last; line++) {
      const start = this.#index.lineRange(line).start;
      const column = Math.min(skipSpacesOnly(text, start), lineEnd(text, start)) - start;
      this.plan.texts.add(line);
      const isBlank = start + column >= lineEnd(text, start);
      const isContent = isExplicit || !isBlank || column > was;
      if (isContent && !(isBlank && column === 0))
        this.plan.columns.set(line, Math.max(0, column + now - was));
    }
    this.plan.limits.set(last, now);
  }

  /** The column of a block text's first line that is not blank. */
  #indentOfText(first: number, last: number): number | undefined {
    for (let line = first; line <= last; line++) {
      const start = this.#index.lineRange(line).start;
      const content = skipSpacesOnly(this.#text, start);
      if (content < lineEnd(this.#text, start)) return content - start;
    }
    return undefined;
  }

  #lineOf(offset: number): number {
    return this.#index.positionAt(Math.max(offset, lineStart(this.#text, offset))).line;
  }
}

function skipSpacesOnly(text: string, start: number): number {
  let i = start;
  while (text[i] === ' ') i++;
  return i;
}
