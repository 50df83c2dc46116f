import type { Path } from '../../yaml/path.ts';

/** A value: what is there of it. `open`: nothing yet. `text`: a block text (`|`, `>`). */
export interface SketchNode {
  type: 'open' | 'map' | 'list' | 'scalar' | 'text';
  /** True for [ ] and { }. */
  isFlow: boolean;
  /** Of the keys or dashes of a block collection; -1 for all else. */
  column: number;
  /** Of a scalar, a text or a flow collection. An open one: both where it could begin. */
  start: number;
  end: number;
  readonly entries: SketchEntry[];
  readonly holder: SketchEntry | undefined;
}

/** A key with its value, or an item of a list. */
export interface SketchEntry {
  readonly step: string | number;
  /** Of the key or dash. */
  readonly start: number;
  readonly keyEnd: number;
  /** Right behind the `:` or `-`; -1 where that is missing. */
  readonly valueAt: number;
  /** Column of the key or dash. */
  readonly column: number;
  readonly node: SketchNode;
  readonly parent: SketchNode;
}

/** A collection that a line could go on with, and its last entry before that line. */
export interface Standing {
  readonly node: SketchNode;
  readonly last: SketchEntry | undefined;
}

export interface Sketch {
  readonly text: string;
  readonly root: SketchNode;
  /** Block collections that the watched line could go on with, the outermost first. */
  readonly standing: readonly Standing[];
}

export function openNode(at: number, holder: SketchEntry | undefined): SketchNode {
  return { type: 'open', isFlow: false, column: -1, start: at, end: at, entries: [], holder };
}

/** The path of an entry's value in the document. */
export function pathOf(node: SketchNode): Path {
  const path: (string | number)[] = [];
  for (let holder = node.holder; holder !== undefined; holder = holder.parent.holder) path.push(holder.step);
  return path.reverse();
}

/** The entry of a key or position, if it is there. Of equal keys the last. */
export function entryOf(node: SketchNode, step: string | number): SketchEntry | undefined {
  return node.entries.findLast((each) => each.step === step);
}

/** The node at a path, if it is there. */
export function nodeAt(root: SketchNode, path: Path): SketchNode | undefined {
  let node: SketchNode | undefined = root;
  for (const step of path) {
    node = node === undefined ? undefined : entryOf(node, step)?.node;
    if (node === undefined) return undefined;
  }
  return node;
}

/** Puts an entry into a collection, with an open value. */
export function add(parent: SketchNode, entry: Omit<SketchEntry, 'node' | 'parent'>): SketchEntry {
  const made = { ...entry, parent } as SketchEntry & { node: SketchNode };
  made.node = openNode(entry.valueAt < 0 ? entry.keyEnd : entry.valueAt, made);
  parent.entries.push(made);
  return made;
}

/** The deepest block text, flow collection or scalar that holds an offset, or the last block collection on the way. */
export function nodeHolding({ root, text }: Sketch, offset: number): SketchNode | undefined {
  let node: SketchNode | undefined = root;
  let flow: SketchNode | undefined;
  while (node !== undefined) {
    if (node.isFlow) {
      if (!isWithin(text, node, offset)) return flow;
      flow = node;
    } else if (node.column < 0) return flow ?? (offset > node.start && offset <= node.end ? node : undefined);
    const entry: SketchEntry | undefined = node.entries.findLast((each) => each.start <= offset);
    if (entry === undefined) return flow ?? node;
    node = entry.node;
  }
  return flow;
}

/** True between the brackets, also while the closing one is missing. */
function isWithin(text: string, node: SketchNode, offset: number): boolean {
  const last = text[node.end - 1];
  const isClosed = node.end > node.start + 1 && (last === '}' || last === ']');
  return offset > node.start && (isClosed ? offset < node.end : offset <= node.end);
}
