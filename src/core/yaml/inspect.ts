import { type Alias, isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { MAX_DEPTH } from './compose.ts';
import {
  type AnyNode,
  asNode,
  isMergePair,
  keyText,
  mergeSources,
  nodeEnd,
  nodeStart,
  pairValue,
} from './nodes.ts';
import { clampRange } from './problems.ts';
import type { YamlProblem } from './types.ts';

/** Aliases may add this many values to a document before it counts as an attack. */
const MOST_ALIASED_VALUES = 100_000;

/** A document with more problems than this has one problem: whoever wrote it. */
const MOST_PROBLEMS = 1000;

/** What one walk over a document finds out. */
export interface Inspection {
  readonly targets: ReadonlyMap<Alias, AnyNode>;
  readonly problems: readonly YamlProblem[];
}

/** The size of a subtree with all aliases written out. */
interface Expanse {
  readonly values: number;
  readonly depth: number;
}

/** Finds where aliases lead, and the keys and aliases that cannot stand, in one linear walk. */
export function inspect(root: AnyNode | undefined, text: string): Inspection {
  const inspector = new Inspector(text);
  if (root !== undefined) inspector.visit(root);
  return inspector;
}

class Inspector implements Inspection {
  readonly targets = new Map<Alias, AnyNode>();
  readonly problems: YamlProblem[] = [];
  readonly #text: string;
  readonly #anchors = new Map<string, AnyNode>();
  readonly #expanses = new Map<AnyNode, Expanse>();
  #aliased = 0;
  #isBomb = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Walks a node in the order of the text and returns its size, aliases written out. */
  visit(node: AnyNode): Expanse {
    if (isAlias(node)) return this.#visitAlias(node);
    const { anchor } = node;
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    const expanse = isScalar(node) ? { values: 1, depth: 1 } : this.#visitItems(node);
    if (anchor !== undefined) this.#expanses.set(node, expanse);
    return expanse;
  }

  #visitItems(node: Exclude<AnyNode, Alias>): Expanse {
    let values = 1;
    let depth = 0;
    const add = (child: AnyNode | undefined): void => {
      if (child === undefined) return;
      const expanse = this.visit(child);
      values += expanse.values;
      depth = Math.max(depth, expanse.depth);
    };
    if (isMap(node)) {
      for (const pair of node.items) {
        add(asNode(pair.key));
        add(pairValue(pair));
      }
      this.#checkKeys(node);
    } else if (isSeq(node)) {
      for (const item of node.items) add(asNode(item));
    }
    return { values: Math.min(values, Number.MAX_SAFE_INTEGER), depth: depth + 1 };
  }

  #visitAlias(alias: Alias): Expanse {
    const nothing = { values: 1, depth: 1 };
    const target = this.#anchors.get(alias.source);
    if (target === undefined) {
      const message = `The alias *${alias.source} has no anchor &${alias.source} before it in this document. Add the anchor or write the value out.`;
      this.#report(alias, 'unresolved-alias', message, true);
      return nothing;
    }
    const expanse = this.#expanses.get(target);
    if (expanse === undefined && !isScalar(target)) {
      this.#report(
        alias,
        'alias-bomb',
        `The value of &${alias.source} contains itself through *${alias.source}. Write the value out.`,
        true,
      );
      return nothing;
    }
    this.targets.set(alias, target);
    if (expanse === undefined) return nothing;
    this.#aliased += expanse.values;
    if (this.#aliased > MOST_ALIASED_VALUES || expanse.depth > MAX_DEPTH) {
      const message = `Written out, the aliases of this document hold more than ${MOST_ALIASED_VALUES} values or nest too deeply. Write the values out where they are needed.`;
      if (!this.#isBomb) this.#report(alias, 'alias-bomb', message, true);
      this.#isBomb = true;
    }
    return expanse;
  }

  #checkKeys(map: YAMLMap): void {
    const seen = new Set<string>();
    for (const pair of map.items) {
      const key = keyText(pair.key, this, this.#text);
      if (
        isMergePair(pair) &&
        mergeSources(pairValue(pair), this) === undefined &&
        !this.#leadsNowhere(pairValue(pair))
      )
        this.#report(
          pair.key,
          'syntax',
          '`<<` takes in the keys of a map, but its value is no map. Point it at a map, or quote the key.',
          true,
        );
      if (key === '__proto__')
        this.#report(
          pair.key,
          'prototype-key',
          'The key `__proto__` has a special meaning to JavaScript programs that read this. Rename it.',
          false,
        );
      if (seen.has(key)) {
        const message = `The key \`${key}\` is written twice in this map, and the last one counts. Remove one of the two.`;
        this.#report(pair.key, 'duplicate-key', message, false);
      }
      seen.add(key);
    }
  }

  /** True when the value is an alias that has its own problem already. */
  #leadsNowhere(node: AnyNode | undefined): boolean {
    if (isSeq(node)) return node.items.some((item) => this.#leadsNowhere(asNode(item)));
    return isAlias(node) && !this.targets.has(node);
  }

  #report(at: unknown, code: string, message: string, fatal: boolean): void {
    const isFirstFatal = fatal && !this.problems.some((problem) => problem.fatal);
    if (this.problems.length >= MOST_PROBLEMS && !isFirstFatal) return;
    const node = asNode(at);
    const range = clampRange(
      this.#text,
      node === undefined ? 0 : nodeStart(node),
      node === undefined ? 0 : nodeEnd(node),
    );
    this.problems.push({ ...range, code, message, fatal });
  }
}
