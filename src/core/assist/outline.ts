import type { Range } from '../text/textEdit.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { locate } from '../yaml/locate.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import type { Path } from '../yaml/path.ts';
import { type DocumentAt, documentsOf, inFile } from './place/documentAt.ts';
import type { Assistant, AssistContext, OutlineItem } from './types.ts';

/** Deeper fields are found by scrolling. */
const MAX_DEPTH = 8;
/** Items of the outline of one file; a list of more is of no use to anybody. */
const MOST_ITEMS = 5000;

/** What is in a file: documents, their maps and lists, and the items of these by name. */
export const outline: Assistant<'outline'> = (context, { file }) => {
  const budget = { left: MOST_ITEMS };
  return documentsOf(context, file).flatMap((document) => documentItem(context, document, budget) ?? []);
};

interface Budget {
  left: number;
}

function documentItem(context: AssistContext, document: DocumentAt, budget: Budget): OutlineItem | undefined {
  const { outline: own, text, file, index } = document;
  const tree = context.tree(file, index);
  if (own.state === 'empty' || tree === undefined || tree.text !== text) return undefined;
  const whole = locate(tree, [])?.value ?? contentOf(text);
  const title = own.title === '' ? 'Document' : own.title;
  const selection = locate(tree, ['metadata', 'name'])?.value ?? locate(tree, ['kind'])?.value ?? whole;
  const resource =
    own.resources.length === 1
      ? context.analysis.resources.get(own.resources[0] ?? ('' as never))
      : undefined;
  const state = own.state === 'broken' ? 'does not parse' : '';
  return {
    name: title,
    detail: [resource?.namespace, state].filter((part) => part !== undefined && part !== '').join(' · '),
    type: 'document',
    range: inFile(document, whole),
    selection: inFile(document, within(selection, whole)),
    children: childrenOf({ document, tree, budget }, tree.value, []),
  };
}

interface Reading {
  readonly document: DocumentAt;
  readonly tree: YamlTree;
  readonly budget: Budget;
}

function childrenOf(reading: Reading, value: unknown, path: Path): readonly OutlineItem[] {
  if (path.length >= MAX_DEPTH) return [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((each, index) => [index, each] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([step, held]) => {
    if (typeof held !== 'object' || held === null || reading.budget.left <= 0) return [];
    return entryItem(reading, held, [...path, step]) ?? [];
  });
}

function entryItem(reading: Reading, value: object, path: Path): OutlineItem | undefined {
  const { document, tree, budget } = reading;
  const place = locate(tree, path);
  if (place === undefined) return undefined;
  budget.left--;
  const step = path.at(-1);
  const range = {
    start: (place.key ?? place.value).start,
    end: Math.max(place.value.end, place.key?.end ?? 0),
  };
  // Through an alias or a merge key the place is elsewhere: what stands there is listed there.
  const parent = locate(tree, path.slice(0, -1))?.value;
  if (parent !== undefined && (range.start < parent.start || range.end > parent.end)) return undefined;
  const isItem = typeof step === 'number';
  const count = Array.isArray(value) ? `${value.length}` : '';
  return {
    name: isItem ? itemName(value, path) : String(step),
    detail: isItem ? itemDetail(value) : count,
    type: isItem ? 'item' : Array.isArray(value) ? 'list' : 'map',
    range: inFile(document, range),
    selection: inFile(document, within(place.key ?? firstLine(document.text, place.value), range)),
    children: childrenOf(reading, value, path),
  };
}

/** What tells an item from its neighbours: its name, else its position. */
function itemName(value: object, path: Path): string {
  const list = String(path.at(-2) ?? 'item');
  const own = isRecord(value) ? (value.name ?? value.type ?? undefined) : undefined;
  return typeof own === 'string' && own !== '' ? own : `${list}[${path.at(-1)}]`;
}

function itemDetail(value: object): string {
  if (!isRecord(value)) return '';
  const words = [value.kind, value.protocol, value.port, value.method];
  return words.filter((each) => typeof each === 'string' || typeof each === 'number').join(' ');
}

function within(inner: Range, outer: Range): Range {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.min(Math.max(inner.end, start), outer.end) };
}

function firstLine(text: string, { start, end }: Range): Range {
  const line = text.indexOf('\n', start);
  return { start, end: line < 0 || line > end ? end : line };
}

function contentOf(text: string): Range {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}
