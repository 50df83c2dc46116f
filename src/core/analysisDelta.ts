import type { AnalysedResource, Analysis, Finding } from './analysis.ts';
import type { Edge, Ghost } from './graph/types.ts';
import type { DocumentOutline, FileOutline, ResourceId } from './workspace/types.ts';

/**
 * What is different between two analyses, small enough to be sent at every keystroke. Unchanged objects are
 * not sent, so on the other side they keep their identity and only what changed renders again.
 */
export interface AnalysisDelta {
  readonly files: readonly FileDelta[];
  readonly resources: MapDelta<ResourceId, AnalysedResource>;
  readonly edges: MapDelta<string, Edge>;
  readonly ghosts: MapDelta<ResourceId, Ghost>;
  /** Absent when no finding changed. */
  readonly findings?: ListDelta<Finding>;
  readonly suppressed?: ListDelta<Finding>;
}

/** What stands between the first `head` and the last `tail` items, which are the same as before. */
export interface ListDelta<T> {
  readonly head: number;
  readonly tail: number;
  readonly items: readonly T[];
}

/** New and changed entries; `order` only when keys came, went or moved. */
export interface MapDelta<K, V> {
  readonly set: readonly (readonly [K, V])[];
  readonly order?: readonly K[];
}

/** Documents [head, length - tail) of the old outline are replaced; the tail moves by `shift` characters. */
interface FileDelta {
  readonly path: string;
  readonly head: number;
  readonly tail: number;
  readonly shift: number;
  readonly documents: readonly DocumentOutline[];
}

/** The analysis of a workspace without files. */
export const emptyAnalysis: Analysis = {
  files: [],
  resources: new Map(),
  edges: new Map(),
  ghosts: new Map(),
  findings: [],
  suppressed: [],
};

/** What leads from one analysis to another, by the identity of their objects. */
export function diffAnalysis(before: Analysis, after: Analysis): AnalysisDelta {
  const old = new Map(before.files.map((file) => [file.path, file]));
  return {
    files: after.files.map((file) => diffFile(old.get(file.path), file)),
    resources: diffMap(before.resources, after.resources),
    edges: diffMap(before.edges, after.edges),
    ghosts: diffMap(before.ghosts, after.ghosts),
    ...(isSameList(before.findings, after.findings)
      ? {}
      : { findings: diffList(before.findings, after.findings) }),
    ...(isSameList(before.suppressed, after.suppressed)
      ? {}
      : { suppressed: diffList(before.suppressed, after.suppressed) }),
  };
}

/** The analysis after a delta; what the delta does not mention is the same object as before. */
export function applyDelta(before: Analysis, delta: AnalysisDelta): Analysis {
  const old = new Map(before.files.map((file) => [file.path, file]));
  return {
    files: delta.files.map((file) => applyFileDelta(old.get(file.path), file)),
    resources: applyMapDelta(before.resources, delta.resources),
    edges: applyMapDelta(before.edges, delta.edges),
    ghosts: applyMapDelta(before.ghosts, delta.ghosts),
    findings: applyListDelta(before.findings, delta.findings),
    suppressed: applyListDelta(before.suppressed, delta.suppressed),
  };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function diffList<T>(before: readonly T[], after: readonly T[]): ListDelta<T> {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail, items: after.slice(head, after.length - tail) };
}

function applyListDelta<T>(before: readonly T[], delta: ListDelta<T> | undefined): readonly T[] {
  if (delta === undefined) return before;
  const { head, tail, items } = delta;
  return [...before.slice(0, head), ...items, ...before.slice(before.length - tail)];
}

function diffMap<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): MapDelta<K, V> {
  const set = [...after].filter(([key, value]) => before.get(key) !== value);
  const keys = before.keys();
  const isSameOrder =
    before.size === after.size && [...after.keys()].every((key) => keys.next().value === key);
  return isSameOrder ? { set } : { set, order: [...after.keys()] };
}

function applyMapDelta<K, V>(before: ReadonlyMap<K, V>, { set, order }: MapDelta<K, V>): ReadonlyMap<K, V> {
  if (set.length === 0 && order === undefined) return before;
  const merged = new Map(before);
  for (const [key, value] of set) merged.set(key, value);
  if (order === undefined) return merged;
  const ordered = new Map<K, V>();
  for (const key of order) {
    const value = merged.get(key);
    if (value !== undefined) ordered.set(key, value);
  }
  return ordered;
}

function diffFile(before: FileOutline | undefined, after: FileOutline): FileDelta {
  const old = before?.documents ?? [];
  const now = after.documents;
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && isSameDocument(old[head], now[head], 0)) head++;
  const shift = (now.at(-1)?.end ?? 0) - (old.at(-1)?.end ?? 0);
  let tail = 0;
  while (tail < most - head && isSameDocument(old[old.length - 1 - tail], now[now.length - 1 - tail], shift))
    tail++;
  return { path: after.path, head, tail, shift, documents: now.slice(head, now.length - tail) };
}

function isSameDocument(
  a: DocumentOutline | undefined,
  b: DocumentOutline | undefined,
  shift: number,
): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.start + shift === b.start &&
    a.end + shift === b.end &&
    a.state === b.state &&
    a.title === b.title &&
    a.starts === b.starts &&
    a.resources.length === b.resources.length &&
    a.resources.every((id, i) => id === b.resources[i])
  );
}

function applyFileDelta(before: FileOutline | undefined, delta: FileDelta): FileOutline {
  const old = before?.documents ?? [];
  if (
    before !== undefined &&
    delta.documents.length === 0 &&
    delta.shift === 0 &&
    delta.head + delta.tail === old.length
  )
    return before;
  const tail = old.slice(old.length - delta.tail);
  return {
    path: delta.path,
    documents: [
      ...old.slice(0, delta.head),
      ...delta.documents,
      ...(delta.shift === 0
        ? tail
        : tail.map((each) => ({ ...each, start: each.start + delta.shift, end: each.end + delta.shift }))),
    ],
  };
}
