import { isAlias, isMap, isSeq, type YAMLMap } from 'yaml';
import {
  type AnyNode,
  asNode,
  type Collection,
  isMergePair,
  keyText,
  mergeSources,
  pairValue,
  type YamlSource,
} from './nodes.ts';
import type { Path } from './path.ts';

/** One step of a path that was found: the entry `index` of `collection`, and what stands there. */
export interface Step {
  readonly collection: Collection;
  readonly index: number;
  readonly node: AnyNode | undefined;
}

/** How far a path leads into a document. */
export interface Trail {
  /** The steps found; shorter than the path when something is missing. */
  readonly steps: readonly Step[];
  /** The node at the last step found: the root when there is none. */
  readonly node: AnyNode | undefined;
  /** The path of the first alias or merge key the way leads through; undefined on a way of the document's own. */
  readonly alias: Path | undefined;
}

/** Follows a path through maps, lists, aliases and merge keys as far as it goes. */
export function follow(source: YamlSource, text: string, path: Path): Trail {
  const steps: Step[] = [];
  let node = source.root;
  let alias: Path | undefined;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) {
      alias ??= path.slice(0, depth);
      node = source.targets.get(node);
    }
    const found = typeof step === 'number' ? stepIntoList(node, step) : stepIntoMap(node, step, source, text);
    if (found === undefined) break;
    if (found.isMerged) alias ??= [...path.slice(0, depth), '<<'];
    steps.push(found);
    node = found.node;
  }
  return { steps, node, alias };
}

/** Maps of more entries than this are looked up by an index of their keys, made once: nodes do not change. */
const smallMap = 32;
const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, number>>();

/** The last entry of the map's own with this key, or -1. */
export function indexOfKey(map: YAMLMap, key: string, source: YamlSource, text: string): number {
  if (map.items.length > smallMap) {
    let index = indexes.get(map);
    if (index === undefined) {
      index = new Map(map.items.map((pair, i) => [keyText(pair.key, source, text), i]));
      indexes.set(map, index);
    }
    return index.get(key) ?? -1;
  }
  return map.items.findLastIndex((pair) => keyText(pair.key, source, text) === key);
}

function stepIntoList(
  node: AnyNode | undefined,
  index: number,
): (Step & { readonly isMerged: boolean }) | undefined {
  if (!isSeq(node) || index < 0 || index >= node.items.length) return undefined;
  return { collection: node, index, node: asNode(node.items[index]), isMerged: false };
}

function stepIntoMap(
  node: AnyNode | undefined,
  key: string,
  source: YamlSource,
  text: string,
): (Step & { readonly isMerged: boolean }) | undefined {
  if (!isMap(node)) return undefined;
  const index = indexOfKey(node, key, source, text);
  const pair = node.items[index];
  if (pair !== undefined) return { collection: node, index, node: pairValue(pair), isMerged: false };
  for (const merge of node.items) {
    const maps = isMergePair(merge) ? mergeSources(pairValue(merge), source) : undefined;
    for (const map of maps ?? []) {
      const found = stepIntoMap(map, key, source, text);
      if (found !== undefined) return { ...found, isMerged: true };
    }
  }
  return undefined;
}
