import { isAlias, isSeq } from 'yaml';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { type Entry, entriesOf, isFlow } from './entries.ts';
import { follow } from './follow.ts';
import { columnOf, commentsAbove, commentsBelow, lineBreak, nextLine, startsLine } from './lines.ts';
import { type Collection, SOURCE } from './nodes.ts';
import { parseYaml, type YamlTree } from './parseYaml.ts';
import { formatPath, type Path, valueAt } from './path.ts';
import { samePlain } from './plainValue.ts';
import type { EditResult } from './types.ts';

/**
 * Moves the item at `from` of the list at `path` to position `to`. The lines of the item, with the comments
 * that belong to it, are the same bytes afterwards; no other line changes.
 */
export function moveListItem(tree: YamlTree, path: Path, from: number, to: number): EditResult {
  const list = readList(tree, path);
  if ('refused' in list) return list;
  const { entries } = list;
  if (!entries[from] || !entries[to])
    return { refused: `${formatPath(path)} has ${entries.length} items; there is no such place.` };
  if (from === to) return { edits: [] };
  const edits = isFlow(list.node)
    ? rotateInFlow(tree.text, entries, from, to)
    : moveLines(tree.text, entries, from, to);
  return check(tree, path, edits, (items) => {
    const rest = items.toSpliced(from, 1);
    return rest.toSpliced(to, 0, items[from]);
  });
}

/** Writes a copy of an item right behind it, comments included. */
export function copyListItem(tree: YamlTree, path: Path, index: number): EditResult {
  const list = readList(tree, path);
  if ('refused' in list) return list;
  const entry = list.entries[index];
  if (entry === undefined) return { refused: `${formatPath(path)} has no item ${index + 1}.` };
  const edits = isFlow(list.node) ? copyInFlow(tree.text, entry) : copyLines(tree.text, list.entries, index);
  return check(tree, path, edits, (items) => items.toSpliced(index + 1, 0, items[index]));
}

interface List {
  readonly node: Collection;
  readonly entries: readonly Entry[];
}

function readList(tree: YamlTree, path: Path): List | { refused: string; alias?: Path } {
  const { node, steps, alias } = follow(tree[SOURCE], tree.text, path);
  if (alias !== undefined || isAlias(node)) {
    return {
      refused: `${formatPath(path)} is shared through an alias. Write it out there first.`,
      alias: alias ?? path,
    };
  }
  const entries = isSeq(node) ? entriesOf(tree.text, node) : undefined;
  if (steps.length < path.length || !isSeq(node) || entries === undefined) {
    return { refused: `${formatPath(path)} holds no list.` };
  }
  return { node, entries };
}

/** Only edits that do exactly what was asked pass. */
function check(
  tree: YamlTree,
  path: Path,
  edits: readonly TextEdit[] | undefined,
  model: (items: readonly unknown[]) => readonly unknown[],
): EditResult {
  const refused = {
    refused: `${formatPath(path)} is written in a way that does not let its items be moved. Edit the text instead.`,
  };
  if (edits === undefined) return refused;
  const after = parseYaml(applyEdits(tree.text, edits));
  const items = valueAt(tree.value, path);
  if (after.isBroken || !Array.isArray(items)) return refused;
  return samePlain(after.value, withValue(tree.value, path, model(items))) ? { edits } : refused;
}

/** The data with another value at a path that is there. */
function withValue(data: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = withValue(valueAt(data, [step]), rest, value);
  if (Array.isArray(data)) return data.with(Number(step), inner);
  return { ...(data as Readonly<Record<string, unknown>>), [step]: inner };
}

interface Lines {
  readonly start: number;
  readonly end: number;
}

/** The whole lines of a block item; undefined where it shares its first line with something else. */
function linesOf(text: string, entries: readonly Entry[], index: number): Lines | undefined {
  const entry = entries[index];
  if (entry === undefined || !startsLine(text, entry.start)) return undefined;
  const start = commentsAbove(text, entry.start, entries[index - 1]?.end ?? 0);
  return { start, end: nextLine(text, commentsBelow(text, entry.end, columnOf(text, entry.start))) };
}

function moveLines(
  text: string,
  entries: readonly Entry[],
  from: number,
  to: number,
): readonly TextEdit[] | undefined {
  const [own, other] = [linesOf(text, entries, from), linesOf(text, entries, to)];
  if (own === undefined || other === undefined) return undefined;
  const lines = withLineEnd(text, text.slice(own.start, own.end));
  const cut = cutLines(text, own);
  return to < from
    ? [{ start: other.start, end: other.start, text: lines }, cut]
    : [cut, addAfter(text, other, lines)];
}

function copyLines(text: string, entries: readonly Entry[], index: number): readonly TextEdit[] | undefined {
  const own = linesOf(text, entries, index);
  return own && [addAfter(text, own, withLineEnd(text, text.slice(own.start, own.end)))];
}

function addAfter(text: string, { end }: Lines, lines: string): TextEdit {
  const isOpen = end > 0 && text[end - 1] !== '\n';
  return { start: end, end, text: isOpen ? lineBreak(text) + lines.replace(/\r?\n$/, '') : lines };
}

/** At the end of a text without a last line end, the line end before the lines goes instead. */
function cutLines(text: string, { start, end }: Lines): TextEdit {
  if (text[end - 1] === '\n' || start === 0) return { start, end, text: '' };
  return { start: start - (text[start - 2] === '\r' ? 2 : 1), end, text: '' };
}

function withLineEnd(text: string, lines: string): string {
  return lines.endsWith('\n') ? lines : lines + lineBreak(text);
}

/** Inside [ ] the texts of the items change places; commas and line ends stay. */
function rotateInFlow(
  text: string,
  entries: readonly Entry[],
  from: number,
  to: number,
): readonly TextEdit[] {
  const order = entries.map((_, i) => i);
  order.splice(to, 0, ...order.splice(from, 1));
  return entries.flatMap((entry, i) => {
    const source = entries[order[i] ?? i];
    if (source === undefined || source === entry) return [];
    return [{ start: entry.start, end: entry.end, text: text.slice(source.start, source.end) }];
  });
}

function copyInFlow(text: string, entry: Entry): readonly TextEdit[] {
  return [{ start: entry.end, end: entry.end, text: `, ${text.slice(entry.start, entry.end)}` }];
}
