import { applyEdits, type Range, type TextEdit } from '../text/textEdit.ts';
import { locate, pathAt } from '../yaml/locate.ts';
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import { appliedCopy, isTelling, secretPaths } from './secretPaths.ts';
import { isTokenLike, type Withheld, withheldPlaceholder } from './withholdLines.ts';

/** Replaces the values at the paths, and behind aliases the anchors' too; undefined when one cannot be found. */
export function withholdPaths(tree: YamlTree, paths: readonly Path[]): Withheld | undefined {
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
