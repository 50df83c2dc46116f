/**
 * The verbs that write YAML. Each answers with text edits, or with the reason it will not touch the text.
 * They promise: the value afterwards is the value before with the change made; every line outside the edit
 * stays as it was, byte for byte; the style found is kept; every answer was checked by reading the result.
 * They refuse: broken documents, paths that do not exist, writing through an alias or a merge key, and
 * removing an anchor that is used elsewhere.
 */
import { isAlias, isMap, isSeq, type YAMLMap } from 'yaml';
import { strandedAlias } from './anchors.ts';
import { follow, indexOfKey } from './follow.ts';
import type { Goal } from './goal.ts';
import { type AnyNode, isMergePair, mergeSources, pairValue, SOURCE } from './nodes.ts';
import type { YamlTree } from './parseYaml.ts';
import { formatPath, type Path } from './path.ts';
import { plainValue, samePlain } from './plainValue.ts';
import { reach } from './reach.ts';
import type { EditResult, Plain } from './types.ts';

/** Replaces the value at `path`, which must exist. An alias there gives way to the value. */
export function setValue(tree: YamlTree, path: Path, value: Plain): EditResult {
  const at = writable(tree, path);
  if ('refused' in at) return at;
  return at.missing > 0 ? missingPath(tree, path, at.missing) : run(tree, { kind: 'value', path, value });
}

/**
 * Puts a value into the list at `path` before position `index`, or at the end. An absent list is created
 * with the maps on the way to it.
 */
export function insertItem(tree: YamlTree, path: Path, index: number, value: Plain): EditResult {
  const at = writableInside(tree, path);
  if ('refused' in at) return at;
  const { node, missing } = at;
  if (missing > 0) return create(tree, path, missing, [value]);
  if (isNothing(node)) return run(tree, { kind: 'value', path, value: [value] });
  if (!isSeq(node)) return refuse(`${name(path)} holds no list, so nothing can be added to it.`);
  const to = Math.max(0, Math.min(Math.trunc(index), node.items.length));
  return run(tree, { kind: 'insert', path, index: to, value });
}

/** Removes an item of the list at `path`; with the last item goes the key that holds the list. */
export function removeItem(tree: YamlTree, path: Path, index: number): EditResult {
  const at = writableInside(tree, path);
  if ('refused' in at) return at;
  const { node, missing } = at;
  if (missing > 0) return missingPath(tree, path, missing);
  if (!isSeq(node)) return refuse(`${name(path)} holds no list.`);
  const { length } = node.items;
  if (!Number.isInteger(index) || index < 0 || index >= length)
    return refuse(`${name(path)} has ${count(length)}, so there is none at position ${index}.`);
  const key = path.at(-1);
  if (length === 1 && typeof key === 'string') return removeKey(tree, path.slice(0, -1), key);
  return run(tree, { kind: 'remove', path, index });
}

/**
 * Sets a key of the map at `path`: replaces its value, or adds it behind the last of the keys `after` that is
 * present, else at the end. Absent maps are created on the way.
 */
export function setKey(
  tree: YamlTree,
  path: Path,
  key: string,
  value: Plain,
  after: readonly string[] = [],
): EditResult {
  const at = writableInside(tree, path);
  if ('refused' in at) return at;
  const { node, missing } = at;
  if (missing > 0) return create(tree, path, missing, { [key]: value });
  if (isNothing(node)) return run(tree, { kind: 'value', path, value: { [key]: value } });
  if (!isMap(node)) return refuse(`${name(path)} holds no map, so the key \`${key}\` cannot be set in it.`);
  if (indexOfKey(node, key, tree[SOURCE], tree.text) === -1)
    return run(tree, { kind: 'add', path, key, value, after });
  return run(tree, { kind: 'value', path: [...path, key], value });
}

/** Removes a key from the map at `path`, with its value and comments; a map left without keys becomes `{}`. */
export function removeKey(tree: YamlTree, path: Path, key: string): EditResult {
  const at = writableInside(tree, path);
  if ('refused' in at) return at;
  const { node, missing } = at;
  if (missing > 0) return missingPath(tree, path, missing);
  if (!isMap(node)) return refuse(`${name(path)} holds no map.`);
  if (isMergedInto(tree, node, key)) {
    const merge = [...path, '<<'];
    return refuse(`the key \`${key}\` comes from ${name(merge)}. Write that out first.`, merge);
  }
  if (indexOfKey(node, key, tree[SOURCE], tree.text) === -1) return missingPath(tree, [...path, key], 1);
  return run(tree, { kind: 'drop', path, key });
}

type Refusal = Extract<EditResult, { refused: string }>;

interface Writable {
  readonly node: AnyNode | undefined;
  /** How many steps of the path do not exist. */
  readonly missing: number;
}

function writable(tree: YamlTree, path: Path): Writable | Refusal {
  const fatal = tree.problems.find((problem) => problem.fatal);
  if (fatal !== undefined)
    return refuse(`the document cannot be read as it stands, so it is not edited: ${fatal.message}`);
  if (/\r(?!\n)/.test(tree.text))
    return refuse('the lines of the document end with a lone carriage return. Change its line ends first.');
  const { steps, node, alias } = follow(tree[SOURCE], tree.text, path);
  return alias === undefined ? { node, missing: path.length - steps.length } : throughAlias(path, alias);
}

/** As `writable`, for verbs that change what is inside the value at `path`. */
function writableInside(tree: YamlTree, path: Path): Writable | Refusal {
  const at = writable(tree, path);
  return 'refused' in at || !isAlias(at.node) ? at : throughAlias(path, path);
}

function throughAlias(path: Path, alias: Path): Refusal {
  const way = alias.at(-1) === '<<' ? name(alias) : `the alias at ${name(alias)}`;
  return refuse(`${name(path)} is shared: it comes through ${way}. Write that out first.`, alias);
}

/** Creates the last `missing` steps of a path, which must be keys, with `value` at the end. */
function create(tree: YamlTree, path: Path, missing: number, value: Plain): EditResult {
  const deepest = path.slice(0, path.length - missing);
  const { node } = follow(tree[SOURCE], tree.text, deepest);
  const [key, ...inner] = path.slice(path.length - missing);
  const areKeys = typeof key === 'string' && inner.every((step) => typeof step === 'string');
  if (!areKeys || !(isMap(node) || isNothing(node))) return missingPath(tree, path, missing);
  const nested = inner.reduceRight<Plain>((held, step) => ({ [step]: held }), value);
  if (isMap(node)) return run(tree, { kind: 'add', path: deepest, key, value: nested, after: [] });
  return run(tree, { kind: 'value', path: deepest, value: { [key]: nested } });
}

function missingPath(tree: YamlTree, path: Path, missing: number): Refusal {
  const deepest = path.slice(0, path.length - missing);
  const { node } = follow(tree[SOURCE], tree.text, deepest);
  const kind = isMap(node)
    ? 'a map without that key'
    : isSeq(node)
      ? `a list with ${count(node.items.length)}`
      : 'neither a map nor a list';
  return refuse(`${name(path)} does not exist; the way ends at ${name(deepest)}, which is ${kind}.`);
}

function run(tree: YamlTree, goal: Goal): EditResult {
  const at = name(goal.kind === 'drop' ? [...goal.path, goal.key] : goal.path);
  const alias = strandedAlias(tree, goal);
  if (alias !== undefined)
    return refuse(
      `an anchor in ${at} is used by the alias at ${name(alias)}. Write that alias out first.`,
      alias,
    );
  if (goal.kind === 'value' && isSame(tree, goal.path, goal.value)) return { edits: [] };
  const unsafe = `${at} is written in a way that cannot be edited safely here. Edit the text instead.`;
  return reach(tree, goal) ?? refuse(unsafe);
}

function isSame(tree: YamlTree, path: Path, value: Plain): boolean {
  const { node } = follow(tree[SOURCE], tree.text, path);
  return samePlain(plainValue(node, tree[SOURCE], tree.text), value);
}

/** True when a merge key of the map brings the key in, so that removing the map's own would not remove it. */
function isMergedInto(tree: YamlTree, map: YAMLMap, key: string): boolean {
  const maps = map.items.flatMap((pair) =>
    isMergePair(pair) ? (mergeSources(pairValue(pair), tree[SOURCE]) ?? []) : [],
  );
  return maps.some(
    (from) => indexOfKey(from, key, tree[SOURCE], tree.text) !== -1 || isMergedInto(tree, from, key),
  );
}

/** True for a value that is absent or null. */
function isNothing(node: AnyNode | undefined): boolean {
  return node === undefined || ('value' in node && node.value === null);
}

function count(items: number): string {
  return items === 1 ? '1 item' : `${items} items`;
}

/** A path as it is named within a sentence. */
function name(path: Path): string {
  if (path.length === 0) return 'the document';
  return path.at(-1) === '<<' ? `the merge key << of ${name(path.slice(0, -1))}` : `\`${formatPath(path)}\``;
}

function refuse(reason: string, alias?: Path): Refusal {
  const refused = reason.charAt(0).toUpperCase() + reason.slice(1);
  return alias === undefined ? { refused } : { refused, alias };
}
