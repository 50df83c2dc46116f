/**
 * Where in a document the cursor is, for writing: at a key of which map, at which value, before which item. One place
 * can be several things (below `rules:` in its column: a key beside it, or its first item); the schema decides.
 */
import type { Range } from '../../text/textEdit.ts';
import { flowSpot } from './flowSpot.ts';
import {
  closingQuote,
  endOfLine,
  endOfPlain,
  type FoundKey,
  keyAt,
  skipProperties,
  skipSpaces,
  startOfLine,
} from './scanLine.ts';
import { sketch } from './sketch.ts';
import {
  nodeHolding,
  pathOf,
  type Sketch,
  type SketchEntry,
  type SketchNode,
  type Standing,
} from './sketchNodes.ts';
import type { Spot } from './spot.ts';

export interface Spots {
  readonly sketch: Sketch;
  readonly spots: readonly Spot[];
}

/** The cursor's line, taken apart. Offsets count in the document. */
interface Line {
  /** Behind a byte order mark. */
  readonly base: number;
  readonly start: number;
  readonly end: number;
  /** Of the last dash that opens the line, or -1. */
  readonly dash: number;
  /** Where the content behind indentation and dashes begins. */
  readonly content: number;
}

/** The spots at an offset of a document; none in comments and block texts. */
export function spotsAt(text: string, cursor: number): Spots {
  const raw = sketch(text);
  const line = lineAt(text, cursor);
  // Between the two halves of a line end is the same place as before it.
  const offset = Math.max(Math.min(cursor, line.end), line.base);
  const around = nodeHolding(raw, offset);
  const none = { sketch: raw, spots: [] };
  if (around?.isFlow === true) {
    const spots = flowSpot(text, around, offset);
    // A text over several lines is not replaced by a proposal.
    return {
      sketch: raw,
      spots: spots.filter(({ range }) => !text.slice(range.start, range.end).includes('\n')),
    };
  }
  if (around?.type === 'text' && offset - line.base > (around.holder?.column ?? -1)) return none;
  if (around?.type === 'scalar' && around.start < line.start) return none;
  const isBlank = skipSpaces(text, line.start) >= line.end;
  if (!isBlank && offset < line.content && line.content > line.dash + 1) return none;
  const key = keyAt(text, line.content, line.end);
  return key === undefined ? looseSpots(text, offset, line, isBlank) : keyedSpots(raw, offset, line, key);
}

function lineAt(text: string, offset: number): Line {
  const base = startOfLine(text, offset);
  const end = endOfLine(text, base);
  let content = skipSpaces(text, base);
  let dash = -1;
  while (
    text[content] === '-' &&
    (content + 1 >= end || text[content + 1] === ' ' || text[content + 1] === '\t')
  ) {
    dash = content;
    content = Math.min(skipSpaces(text, content + 1), end);
  }
  return { base, start: text.lastIndexOf('\n', offset - 1) + 1, end, dash, content };
}

/** A line with a key: the key itself, or its value. */
function keyedSpots(raw: Sketch, offset: number, line: Line, key: FoundKey): Spots {
  const { text } = raw;
  const entry = entryStartingAt(raw.root, line.content);
  const none = { sketch: raw, spots: [] };
  if (entry === undefined) return none;
  if (offset <= key.keyEnd) {
    const range = { start: line.content, end: key.keyEnd };
    const place = { role: 'key', path: pathOf(entry.parent), node: entry.parent, own: entry } as const;
    const behind = line.dash >= 0 ? 'dash' : 'nothing';
    return {
      sketch: raw,
      spots: [{ ...place, range, lead: '', column: line.content - line.base, isFlow: false, behind }],
    };
  }
  if (offset < key.valueAt) return none;
  const from = skipProperties(text, key.valueAt, line.end);
  const found = scalarRange(text, from, offset, line.end);
  if (found === undefined) return none;
  const isFresh = found.start === found.end;
  const hasProperties = /[&!]/.test(text.slice(key.valueAt, from));
  const range = isFresh && !hasProperties ? { start: key.valueAt, end: offset } : found;
  // In the gap before a value its anchor or tag stays; without one the value is replaced with the gap.
  if (hasProperties && offset < from && !isFresh) return none;
  const lead = range.start === key.valueAt ? ' ' : '';
  const value = { role: 'value', path: pathOf(entry.node), node: entry.node, behind: 'colon' } as const;
  return { sketch: raw, spots: [{ ...value, range, lead, column: entry.column, isFlow: false }] };
}

/** The text of a scalar on its line that holds the offset; an empty range where none is; undefined in a comment. */
function scalarRange(text: string, from: number, offset: number, end: number): Range | undefined {
  if (from >= end || text[from] === '#') {
    // Right before its mark as well: what is written there would stand against it.
    const isInComment = from < end && offset >= from;
    return isInComment ? undefined : { start: offset, end: offset };
  }
  const isQuoted = text[from] === '"' || text[from] === "'";
  const close = isQuoted ? closingQuote(text, from, end) : -1;
  const stop = close >= 0 ? close : isQuoted ? end : endOfPlain(text, from, end);
  return offset > stop && text.slice(stop, offset).includes('#')
    ? undefined
    : { start: Math.min(from, offset), end: Math.max(stop, offset) };
}

/** A line without a key: blank, or with a word that may become a key, an item or a value. */
function looseSpots(text: string, offset: number, line: Line, isBlank: boolean): Spots {
  const from = isBlank ? offset : line.content;
  const range = isBlank ? { start: offset, end: line.end } : scalarRange(text, from, offset, line.end);
  const watched = (value: string) => sketch(value, line.start);
  if (range === undefined) return { sketch: watched(text), spots: [] };
  const blanked = text.slice(0, range.start) + ' '.repeat(range.end - range.start) + text.slice(range.end);
  const made = watched(blanked);
  if (line.dash >= 0) return { sketch: made, spots: itemSpots(made, line, range) };
  const context = { made, range, line, column: from - line.base };
  return { sketch: made, spots: standingSpots(context) };
}

/** Behind a dash: the item's value, or a key of the map that goes on below. */
function itemSpots({ root }: Sketch, line: Line, range: Range): readonly Spot[] {
  const entry = entryStartingAt(root, line.dash);
  if (entry === undefined) return [];
  const { node } = entry;
  const lead = range.start === line.dash + 1 ? ' ' : '';
  const column = range.start + lead.length - line.base;
  const base = { path: pathOf(node), node, range, lead, isFlow: false, behind: 'dash' } as const;
  if (node.type === 'map' && !node.isFlow) return [{ ...base, role: 'key', column: node.column }];
  return node.type === 'open' ? [{ ...base, role: 'value', column }] : [];
}

interface Standpoint {
  readonly made: Sketch;
  readonly range: Range;
  readonly line: Line;
  readonly column: number;
}

/** At the beginning of a line: what the collections that stand open here can take. */
function standingSpots(at: Standpoint): readonly Spot[] {
  const { made, column } = at;
  const open = made.standing.filter(({ node }) => node.column <= column);
  const top = open.at(-1);
  if (top === undefined) return inside(at, made.root);
  if (top.node.column < column) return below(at, top);
  if (top.node.type === 'list') {
    const under = open.at(-2)?.node;
    const isSameColumn = under?.type === 'map' && under.column === column;
    return [...(isSameColumn ? inside(at, under) : []), ...inside(at, top.node)];
  }
  const held = top.last?.node;
  const list =
    held?.type === 'open' || (held?.type === 'list' && held.column === column) ? inside(at, held) : [];
  return [...inside(at, top.node), ...list.map((spot) => ({ ...spot, column }))];
}

/** Deeper than the collection: in its last value; where that is complete, the line should stand further left. */
function below(at: Standpoint, { node, last }: Standing): readonly Spot[] {
  const held = last?.node;
  const canHold = held !== undefined && (held.type === 'open' || (!held.isFlow && held.column >= 0));
  return inside(at, canHold ? held : node);
}

/** What can be written in a node, in its column. */
function inside({ range, line, column }: Standpoint, node: SketchNode): readonly Spot[] {
  const isFixed = node.column >= 0 && node.column !== column;
  const place = {
    path: pathOf(node),
    node,
    range: isFixed ? { start: line.base, end: range.end } : range,
    lead: isFixed ? ' '.repeat(node.column) : '',
    column: isFixed ? node.column : column,
    isFlow: false,
    behind: 'nothing',
  } as const;
  if (node.type === 'map') return [{ ...place, role: 'key' }];
  if (node.type === 'list') return [{ ...place, role: 'item' }];
  return node.type === 'open' ? [{ ...place, role: 'value' }] : [];
}

function entryStartingAt(root: SketchNode, start: number): SketchEntry | undefined {
  let node: SketchNode | undefined = root;
  while (node !== undefined) {
    const entry: SketchEntry | undefined = node.entries.findLast((each) => each.start <= start);
    if (entry === undefined || entry.start === start) return entry;
    node = entry.node;
  }
  return undefined;
}
