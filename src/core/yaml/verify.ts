import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Goal } from './goal.ts';
import { type AnyNode, asNode, keyText, pairValue, SOURCE } from './nodes.ts';
import type { YamlTree } from './parseYaml.ts';
import { plainValue, samePlain } from './plainValue.ts';

/** One pair or item, with its key as text. */
interface Part {
  readonly key: string | undefined;
  readonly node: AnyNode | undefined;
}

/**
 * True when `after` is `before` with the goal reached and nothing else changed: same values, order, tags,
 * anchors and aliases everywhere else. The net under every edit.
 */
export function reaches(before: YamlTree, after: YamlTree, goal: Goal): boolean {
  if (after.isBroken) return false;
  return new Comparison(before, after, goal).holdsAt(before[SOURCE].root, after[SOURCE].root, 0);
}

class Comparison {
  readonly #before: YamlTree;
  readonly #after: YamlTree;
  readonly #goal: Goal;

  constructor(before: YamlTree, after: YamlTree, goal: Goal) {
    this.#before = before;
    this.#after = after;
    this.#goal = goal;
  }

  /** Compares the nodes at the first `depth` steps of the goal's path. */
  holdsAt(a: AnyNode | undefined, b: AnyNode | undefined, depth: number): boolean {
    const { path } = this.#goal;
    if (depth === path.length) return this.#isReached(a, b);
    if (!sameHead(a, b)) return false;
    const [left, right] = [partsOf(this.#before, a), partsOf(this.#after, b)];
    const step = path[depth];
    const at = typeof step === 'number' ? step : left.findLastIndex(({ key }) => key === step);
    return (
      left.length === right.length &&
      left.every((part, i) => this.#samePart(part, right[i], i === at ? depth + 1 : 0))
    );
  }

  #samePart(a: Part, b: Part | undefined, depth: number): boolean {
    if (b === undefined || a.key !== b.key) return false;
    return depth > 0 ? this.holdsAt(a.node, b.node, depth) : this.#sameNode(a.node, b.node);
  }

  #sameNode(a: AnyNode | undefined, b: AnyNode | undefined): boolean {
    if (!sameHead(a, b)) return false;
    if (isScalar(a) && isScalar(b)) return Object.is(a.value, b.value);
    const [left, right] = [partsOf(this.#before, a), partsOf(this.#after, b)];
    return this.#sameParts(left, right);
  }

  #sameParts(a: readonly Part[], b: readonly Part[]): boolean {
    return a.length === b.length && a.every((part, i) => this.#samePart(part, b[i], 0));
  }

  #isReached(a: AnyNode | undefined, b: AnyNode | undefined): boolean {
    const goal = this.#goal;
    const source = this.#after[SOURCE];
    const says = (node: AnyNode | undefined, value: unknown): boolean =>
      samePlain(plainValue(node, source, this.#after.text), value);
    if (goal.kind === 'value') return anchorOf(a) === anchorOf(b) && says(b, goal.value);
    if (!sameHead(a, b)) return false;
    const [left, right] = [partsOf(this.#before, a), partsOf(this.#after, b)];
    switch (goal.kind) {
      case 'insert':
        return (
          says(right[goal.index]?.node, goal.value) && this.#sameParts(left, right.toSpliced(goal.index, 1))
        );
      case 'remove':
        return this.#sameParts(left.toSpliced(goal.index, 1), right);
      case 'drop':
        return this.#sameParts(
          left.filter(({ key }) => key !== goal.key),
          right,
        );
      case 'add': {
        const at = right.findIndex(({ key }) => key === goal.key);
        return (
          at !== -1 && says(right[at]?.node, goal.value) && this.#sameParts(left, right.toSpliced(at, 1))
        );
      }
    }
  }
}

function partsOf(tree: YamlTree, node: AnyNode | undefined): readonly Part[] {
  if (isMap(node))
    return node.items.map((pair) => ({
      key: keyText(pair.key, tree[SOURCE], tree.text),
      node: pairValue(pair),
    }));
  return isSeq(node) ? node.items.map((item) => ({ key: undefined, node: asNode(item) })) : [];
}

/** Same kind of node, same anchor, tag and alias name. An empty `key:` equals a written null. */
function sameHead(a: AnyNode | undefined, b: AnyNode | undefined): boolean {
  if (a === undefined || b === undefined) return isNull(a) && isNull(b);
  if (isAlias(a) || isAlias(b)) return isAlias(a) && isAlias(b) && a.source === b.source;
  return isMap(a) === isMap(b) && isSeq(a) === isSeq(b) && a.tag === b.tag && a.anchor === b.anchor;
}

function isNull(node: AnyNode | undefined): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}

function anchorOf(node: AnyNode | undefined): string | undefined {
  return node === undefined || isAlias(node) ? undefined : node.anchor;
}
