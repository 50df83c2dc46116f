import { isAlias, isMap } from 'yaml';
import { contentEnd, type Entry, entryAt, isFlow } from './entries.ts';
import { follow } from './follow.ts';
import {
  columnOf,
  commentsAbove,
  commentsBelow,
  lineEnd,
  lineStart,
  skipSpaces,
  startsLine,
} from './lines.ts';
import { type AnyNode, type Collection, isAbsent, keyText, nodeStart, SOURCE } from './nodes.ts';
import type { YamlTree } from './parseYaml.ts';
import type { Path } from './path.ts';
import type { Located } from './types.ts';

/**
 * Where the value at a path stands, or undefined when there is none. Through an alias or a merge key the
 * place is within the anchor's value.
 */
export function locate(tree: YamlTree, path: Path): Located | undefined {
  const quick = tree.locateQuickly(path);
  return quick === undefined ? locateInFull(tree, path) : (quick ?? undefined);
}

function locateInFull(tree: YamlTree, path: Path): Located | undefined {
  const source = tree[SOURCE];
  const { steps, node } = follow(source, tree.text, path);
  if (steps.length < path.length) return undefined;
  const step = steps.at(-1);
  if (step === undefined) return node === undefined ? undefined : { value: rangeOf(tree.text, node) };
  const entry = entryAt(tree.text, step.collection, step.index);
  const key = entry?.key === undefined ? {} : { key: rangeOf(tree.text, entry.key) };
  if (node !== undefined && !isAbsent(node)) return { ...key, value: rangeOf(tree.text, node) };
  const at = entry?.slot.propsEnd ?? (node === undefined ? 0 : nodeStart(node));
  return { ...key, value: { start: at, end: at } };
}

/**
 * The deepest path whose key or value holds the offset. On blank lines and comments the nearest value the
 * indentation speaks for; comments directly above an entry are its own.
 */
export function pathAt(tree: YamlTree, offset: number): Path {
  const path: (string | number)[] = [];
  let node = tree[SOURCE].root;
  while (node !== undefined && !isAlias(node)) {
    const found = foundAt(tree, node, offset);
    if (found === undefined) break;
    path.push(found.step);
    if (found.isEnd) break;
    node = found.entry.slot.node;
  }
  return path;
}

interface Found {
  readonly step: string | number;
  readonly entry: Entry;
  /** True when the offset speaks of the entry itself and of nothing within. */
  readonly isEnd: boolean;
}

function foundAt(tree: YamlTree, node: AnyNode, offset: number): Found | undefined {
  if (!('items' in node)) return undefined;
  const { text } = tree;
  const at = lastStartingBy(text, node, offset);
  const entry = entryAt(text, node, at);
  if (entry !== undefined && holds(text, entry, node, offset)) return found(tree, node, at, entry, offset);
  const after = entryAt(text, node, at + 1);
  if (after === undefined || isFlow(node) || !startsLine(text, after.start)) return undefined;
  const floor = entry?.end ?? -1;
  const isAbove = offset >= commentsAbove(text, after.start, floor) && offset < after.start;
  return isAbove ? { ...found(tree, node, at + 1, after, offset), isEnd: true } : undefined;
}

/** The index of the last entry that begins at or before the offset, or -1. */
function lastStartingBy(text: string, node: Collection, offset: number): number {
  let [low, high] = [0, node.items.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const start = entryAt(text, node, middle)?.start ?? Number.POSITIVE_INFINITY;
    if (start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

function found(tree: YamlTree, node: Collection, at: number, entry: Entry, offset: number): Found {
  const pair = isMap(node) ? node.items[at] : undefined;
  const step = pair === undefined ? at : keyText(pair.key, tree[SOURCE], tree.text);
  return { step, entry, isEnd: offset < entry.slot.indicatorEnd && pair !== undefined };
}

/** True when the offset is within the entry, on the rest of its line, or on lines that belong to it. */
function holds(text: string, entry: Entry, node: Collection, offset: number): boolean {
  if (offset < entry.start) return false;
  if (offset <= entry.end) return true;
  if (isFlow(node)) return false;
  if (offset <= lineEnd(text, entry.end)) return true;
  const column = columnOf(text, entry.start);
  if (offset <= commentsBelow(text, entry.end, column)) return true;
  const line = lineStart(text, offset);
  const mark = skipSpaces(text, line);
  const own = mark >= lineEnd(text, line) ? offset - line : mark - line;
  return own > column;
}

function rangeOf(text: string, node: AnyNode): Located['value'] {
  return { start: nodeStart(node), end: contentEnd(text, node) };
}
