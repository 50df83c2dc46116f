import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { follow } from './follow.ts';
import type { Goal } from './goal.ts';
import { type AnyNode, asNode, keyText, pairValue, SOURCE } from './nodes.ts';
import type { YamlTree } from './parseYaml.ts';
import type { Path } from './path.ts';
import type { Plain } from './types.ts';

/** The first alias that would lose its anchor, or change its meaning, if the goal's old value went away. */
export function strandedAlias(tree: YamlTree, goal: Goal): Path | undefined {
  const { targets, root } = tree[SOURCE];
  if (targets.size === 0) return undefined;
  const gone = new Set<AnyNode>();
  for (const node of leaving(tree, goal)) addAll(node, gone);
  const { node } = follow(tree[SOURCE], tree.text, goal.path);
  if (goal.kind === 'value' && node !== undefined) gone.delete(node); // its own anchor stays
  const isMapAfter = goal.kind !== 'value' || isPlainMap(goal.value);
  for (const [alias, target] of targets) {
    if (gone.has(target) && !gone.has(alias)) return pathTo(tree, root, alias, []) ?? [];
    const merge = target === node && !isMapAfter ? pathTo(tree, root, alias, []) : undefined;
    if (merge?.slice(-2).includes('<<')) return merge.slice(0, merge.lastIndexOf('<<') + 1);
  }
  return undefined;
}

/** Merge keys take in maps only. */
function isPlainMap(value: Plain): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Every node below, the nodes of keys included. */
function addAll(node: AnyNode | undefined, nodes: Set<AnyNode>): void {
  if (node === undefined) return;
  nodes.add(node);
  if (isMap(node)) {
    for (const pair of node.items) {
      addAll(asNode(pair.key), nodes);
      addAll(pairValue(pair), nodes);
    }
  } else if (isSeq(node)) for (const item of node.items) addAll(asNode(item), nodes);
}

function leaving(tree: YamlTree, goal: Goal): readonly (AnyNode | undefined)[] {
  const { node } = follow(tree[SOURCE], tree.text, goal.path);
  if (goal.kind === 'value') return [node];
  if (goal.kind === 'remove' && isSeq(node)) return [asNode(node.items[goal.index])];
  if (goal.kind !== 'drop' || !isMap(node)) return [];
  const pairs = node.items.filter(({ key }) => keyText(key, tree[SOURCE], tree.text) === goal.key);
  return pairs.flatMap((pair) => [asNode(pair.key), pairValue(pair)]);
}

/** The path of a node within the document; undefined when it stands in a key. */
function pathTo(tree: YamlTree, node: AnyNode | undefined, wanted: AnyNode, path: Path): Path | undefined {
  if (node === wanted) return path;
  if (node === undefined || isAlias(node) || isScalar(node)) return undefined;
  for (const [i, item] of node.items.entries()) {
    const [step, child] = isMap(node)
      ? [keyText(node.items[i]?.key, tree[SOURCE], tree.text), asNode(node.items[i]?.value)]
      : [i, asNode(item)];
    const found = pathTo(tree, child, wanted, [...path, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}
