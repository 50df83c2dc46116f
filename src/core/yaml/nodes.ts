import {
  type Alias,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** Any node of a parsed document. */
export type AnyNode = Alias | Scalar | YAMLMap | YAMLSeq;

/** A map or a list, in block or flow style. */
export type Collection = YAMLMap | YAMLSeq;

/** What the folder knows of a parsed text beyond its public face. */
export interface YamlSource {
  /** The document's content; undefined when there is none. */
  readonly root: AnyNode | undefined;
  /** The tokens before the content: `---`, anchor, tag, comments. */
  readonly start: readonly CST.SourceToken[];
  /** Where each alias leads. Aliases that lead nowhere are absent. */
  readonly targets: ReadonlyMap<Alias, AnyNode>;
}

/** Under this key a YamlTree keeps its source, for the files of this folder only. */
export const SOURCE = Symbol('source');

/** The node, when `value` is one. */
export function asNode(value: unknown): AnyNode | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : undefined;
}

/** The value node of a pair; undefined for a key that stands alone. */
export function pairValue(pair: Pair): AnyNode | undefined {
  return asNode(pair.value);
}

/** The start of a node's own text, after anchor and tag. */
export function nodeStart(node: AnyNode): number {
  return node.range?.[0] ?? 0;
}

/** The end of a node's own text, before comments. */
export function nodeEnd(node: AnyNode): number {
  return node.range?.[1] ?? 0;
}

/** True for a value nobody wrote: `key:` with nothing behind it. */
export function isAbsent(node: AnyNode | undefined): boolean {
  return node === undefined || (isScalar(node) && node.type === 'PLAIN' && nodeStart(node) === nodeEnd(node));
}

/** True for `|` and `>` texts. */
export function isBlockScalar(node: AnyNode | undefined): node is Scalar {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** True for the merge key `<<`, written plain. */
export function isMergePair(pair: Pair): boolean {
  const { key } = pair;
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN' && key.tag === undefined;
}

/** The key of a pair as a path step and as a property name. */
export function keyText(key: unknown, source: Pick<YamlSource, 'targets'>, text: string): string {
  const node = asNode(key);
  if (node === undefined) return '';
  if (isAlias(node)) {
    const target = source.targets.get(node);
    return target === undefined ? '' : keyText(target, source, text);
  }
  if (!isScalar(node)) return text.slice(nodeStart(node), nodeEnd(node)).trim();
  return node.value === null || node.value === undefined ? '' : String(node.value);
}

/** The maps a merge pair draws from, in order of precedence; undefined when its value is no map. */
export function mergeSources(
  value: AnyNode | undefined,
  source: Pick<YamlSource, 'targets'>,
): readonly YAMLMap[] | undefined {
  const node = isAlias(value) ? source.targets.get(value) : value;
  if (isMap(node)) return [node];
  if (!isSeq(node)) return undefined;
  const maps: YAMLMap[] = [];
  for (const item of node.items) {
    const one = isAlias(item) ? source.targets.get(item) : item;
    if (!isMap(one)) return undefined;
    maps.push(one);
  }
  return maps;
}
