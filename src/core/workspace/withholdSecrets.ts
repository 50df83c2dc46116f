/**
 * Takes the values out of Secrets, so that a text can be stored or shared. Documents that parse lose exactly
 * the values below `data` and `stringData` (and the copies of them that `kubectl apply` leaves in an
 * annotation); every other byte stays. Documents that look like a Secret and do not parse, or that cannot be
 * dealt with exactly, lose every value that is not known to be harmless. When in doubt it withholds.
 */
import { applyEdits, type Range, type TextEdit } from '../text/textEdit.ts';
import { locate, pathAt } from '../yaml/locate.ts';
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import { isRecord } from './readDocument.ts';
import { splitDocuments } from './splitDocuments.ts';
import {
  isTokenLike,
  type Withheld,
  withheldPlaceholder,
  withholdComments,
  withholdLines,
} from './withholdLines.ts';

export { type Withheld, withheldPlaceholder } from './withholdLines.ts';

/** Texts without any of these hold no Secret. Escapes could hide the word: `"\x53ecret"`. */
const suspicion = /secr|stringData|\\[xuU\r\n]/i;
const secretKind = /kind["']?\s*:?\s*["']?\w*secr/i;
const dataKey = /(?<![A-Za-z])(?:data|stringData)["']?\s*:/;
const appliedCopy = 'kubectl.kubernetes.io/last-applied-configuration';

/** The fields of a Secret that are not values. */
const plainFields: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'type',
  'immutable',
  'status',
]);

/** Replaces every value of every Secret by `<withheld>`. Cheap for texts that do not speak of Secrets. */
export function withholdSecrets(text: string): Withheld {
  if (!suspicion.test(text)) return { text, withheld: 0 };
  const documents = splitDocuments(text).map(({ start, end }) => text.slice(start, end));
  const roles = findRoles(documents);
  let withheld = 0;
  const texts = documents.map((document, i) => {
    const role = roles[i];
    if (role === undefined && !suspicion.test(document)) return document;
    const result = role === 'piece' ? withholdLines(document) : withholdDocument(document);
    withheld += result.withheld;
    return result.text;
  });
  return { text: texts.join(''), withheld };
}

/** True when `withholdSecrets` would take something out. */
export function hasSecretValues(text: string): boolean {
  return withholdSecrets(text).withheld > 0;
}

/**
 * A `---` typed into a Secret cuts it: the pieces without a kind next to the one that has it are Secret too,
 * and what stands beside those and has values is looked at.
 */
function findRoles(documents: readonly string[]): readonly ('piece' | 'beside' | undefined)[] {
  const areSecrets = documents.map((document) => secretKind.test(document));
  const arePieces = documents.map((document, i) => areSecrets[i] !== true && isPieceLike(document));
  const areParts = [...areSecrets];
  for (let i = 1; i < areParts.length; i++) areParts[i] ||= arePieces[i] === true && areParts[i - 1] === true;
  for (let i = areParts.length - 2; i >= 0; i--)
    areParts[i] ||= arePieces[i] === true && areParts[i + 1] === true;
  return documents.map((document, i) => {
    if (arePieces[i] === true && areParts[i] === true) return 'piece';
    const isBeside = areParts[i - 1] === true || areParts[i + 1] === true;
    return isBeside && dataKey.test(document) ? 'beside' : undefined;
  });
}

/** Neither a resource nor a part of one that has no values. */
function isPieceLike(document: string): boolean {
  if (/^\s*(?:[-{]\s*)?["']?kind["']?\s*:/m.test(document)) return false;
  return dataKey.test(document) || !/^\s*(?:[-{]\s*)?["']?apiVersion["']?\s*:/m.test(document);
}

function withholdDocument(document: string): Withheld {
  const tree = parseYaml(document);
  if (tree.isEmpty) return { text: document, withheld: 0 };
  if (tree.isBroken || isAmbiguous(tree)) {
    return looksSecret(document) ? withholdLines(document) : { text: document, withheld: 0 };
  }
  const paths = secretPaths(tree.value);
  if (paths.length === 0) return { text: document, withheld: 0 };
  const values = withholdPaths(tree, paths);
  if (values === undefined) return withholdLines(document);
  const comments = withholdComments(values.text);
  return { text: comments.text, withheld: values.withheld + comments.withheld };
}

/** Equal keys hide values from us: only the last of them can be seen. */
function isAmbiguous(tree: YamlTree): boolean {
  return tree.problems.some(({ code }) => code === 'duplicate-key') && looksSecret(tree.text);
}

/** What a text that does not parse seems to be, by the kinds at its left edge. */
function looksSecret(document: string): boolean {
  const kinds = [...document.matchAll(/^\uFEFF?["']?kind["']?\s*:?\s*["']?([\w.-]*)/gm)].map(
    ([, kind = '']) => kind,
  );
  if (kinds.length === 0) return true;
  if (kinds.some((kind) => /secr/i.test(kind) || kind.endsWith('List'))) return true;
  return /\bstringData\b/.test(document) || (secretKind.test(document) && dataKey.test(document));
}

/** Where the values of all Secrets stand in a document's value. */
function secretPaths(value: unknown): readonly Path[] {
  const paths: Path[] = [];
  visit(value, [], true, paths);
  return paths;
}

function visit(value: unknown, path: Path, isTop: boolean, paths: Path[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, [...path, index], isTop, paths);
    return;
  }
  if (!isRecord(value)) return;
  if (isSecret(value, isTop)) return addSecret(value, path, isTop, paths);
  const isList = isTop && typeof value.kind === 'string' && value.kind.endsWith('List');
  for (const key of Object.keys(value)) {
    if (secretKind.test(key)) paths.push([...path, key]); // a slip made a whole Secret the key of a map
    visit(value[key], [...path, key], isList && key === 'items', paths);
  }
}

/** By its kind, also while that is being typed; without a kind by what only a Secret has. */
function isSecret(value: Readonly<Record<string, unknown>>, isTop: boolean): boolean {
  const { kind } = value;
  const hasValues = Object.hasOwn(value, 'data') || Object.hasOwn(value, 'stringData');
  if (typeof kind === 'string') return isTop && kind === 'Secret' ? true : hasValues && /secr/i.test(kind);
  return Object.hasOwn(value, 'stringData') || (isTop && hasValues);
}

function addSecret(
  secret: Readonly<Record<string, unknown>>,
  path: Path,
  isTop: boolean,
  paths: Path[],
): void {
  for (const key of Object.keys(secret)) {
    const isValues =
      key === 'data' || key === 'stringData' || (isTop && secret.kind === 'Secret' && !plainFields.has(key));
    if (isValues) addValues(secret[key], [...path, key], paths);
  }
  const { metadata, type } = secret;
  if (typeof type === 'object' || /\s/.test(String(type).trim())) paths.push([...path, 'type']);
  if (!isRecord(metadata)) return;
  for (const key of ['data', 'stringData']) addValues(metadata[key], [...path, 'metadata', key], paths);
  if (isRecord(metadata.annotations)) paths.push([...path, 'metadata', 'annotations', appliedCopy]);
}

/** Values are texts; whatever else stands below a key goes as a whole. */
function addValues(values: unknown, path: Path, paths: Path[]): void {
  if (!isRecord(values)) paths.push(path);
  else for (const key of Object.keys(values)) paths.push([...path, key]);
}

/** False for what holds nothing, or nothing any more. */
function isTelling(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === withheldPlaceholder) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Replaces the values at the paths, and behind aliases the anchors' too; undefined when one cannot be found. */
function withholdPaths(tree: YamlTree, paths: readonly Path[]): Withheld | undefined {
  const ranges: Range[] = [];
  const aliased: Path[] = [];
  for (const path of paths) {
    const range = valueRange(tree, path);
    if (isDubiousKey(path.at(-1), valueAt(tree.value, path))) return undefined;
    if (range === 'nothing') continue;
    if (range === undefined) return undefined;
    ranges.push(range);
    if (tree.text[range.start] !== '*') continue;
    aliased.push(path);
    const anchors = anchorRanges(tree, tree.text.slice(range.start + 1, range.end));
    if (anchors.length === 0) return undefined;
    ranges.push(...anchors);
  }
  const edits = outermost(ranges).map((range) => ({ ...range, text: placeholderFor(tree.text, range) }));
  const text = applyEdits(tree.text, edits);
  if (leaves(tree, aliased).some((leaf) => leaf.length > 3 && text.includes(leaf))) return undefined;
  return isClean(text, edits) ? { text, withheld: edits.length } : undefined;
}

/**
 * Where the value at a path stands; undefined when that cannot be told. What reads as an anchor without
 * use or as a tag nobody knows may be a password that begins with & or !, and goes too.
 */
function valueRange(tree: YamlTree, path: Path): Range | 'nothing' | undefined {
  const located = locate(tree, path);
  if (located === undefined) return valueAt(tree.value, path) === undefined ? 'nothing' : undefined;
  const { start, end } = located.value;
  const lead = located.key === undefined ? '' : tree.text.slice(located.key.end, start);
  const value = valueAt(tree.value, path);
  const isNothing = !isTelling(value);
  const props = /^\s*:\s*([&!]\S.*?)\s*$/s.exec(lead)?.[1] ?? '';
  const isDubious = isNothing ? value !== withheldPlaceholder : !hasUse(tree.text, props);
  if (isDubious && props !== '' && !props.includes('#'))
    return { start: start - lead.length + lead.indexOf(props), end };
  if (isNothing) return 'nothing';
  return end > start ? located.value : undefined;
}

/** A slip can make a key of a value: one that no Secret may have, or a token without a value of its own. */
function isDubiousKey(key: string | number | undefined, value: unknown): boolean {
  if (typeof key !== 'string' || key === appliedCopy) return false;
  return !/^[-.\w]+$/.test(key) || (value === null && isTokenLike(key));
}

/** True for tags everybody knows and anchors that an alias leads to. */
function hasUse(text: string, props: string): boolean {
  return props
    .split(/\s+/)
    .every((prop) => (prop.startsWith('&') ? text.includes(`*${prop.slice(1)}`) : !/^!(?!!)/.test(prop)));
}

/** Where the values stand that have the anchor. */
function anchorRanges(tree: YamlTree, name: string): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = tree.text.indexOf(`&${name}`); at !== -1; at = tree.text.indexOf(`&${name}`, at + 1)) {
    if (!/^[\s,[\]{}]|^$/.test(tree.text.slice(at + 1 + name.length, at + 2 + name.length))) continue;
    const range = locate(tree, pathAt(tree, at))?.value;
    if (range !== undefined && range.end > at)
      ranges.push(range.start > at ? range : { start: at, end: range.end });
  }
  return ranges;
}

function outermost(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  }
  return kept;
}

/** In the quotes of the value it replaces, so that JSON stays JSON. */
function placeholderFor(text: string, range: Range): string {
  const first = text[range.start];
  if (first === '"' || /^\uFEFF?\s*[{[]/.test(text)) return `"${withheldPlaceholder}"`;
  return first === "'" ? `'${withheldPlaceholder}'` : withheldPlaceholder;
}

/** The texts that must not be found any more. */
function leaves(tree: YamlTree, paths: readonly Path[]): readonly string[] {
  const texts: string[] = [];
  const add = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) add(inner);
  };
  for (const path of paths) add(valueAt(tree.value, path));
  return texts;
}

/** Reads the result again: nothing telling may be left. */
function isClean(text: string, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) return true;
  const { value, isBroken } = parseYaml(text);
  return !isBroken && secretPaths(value).every((path) => !isTelling(valueAt(value, path)));
}
