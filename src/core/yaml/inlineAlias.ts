import { type Alias, isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { TextEdit } from '../text/textEdit.ts';
import { strandedAlias } from './anchors.ts';
import { columnOfValue, flowPair, pairLines, type Rendered } from './blockLines.ts';
import { contentEnd, entriesOf, isFlow } from './entries.ts';
import { follow, indexOfKey } from './follow.ts';
import type { Place } from './insertEntry.ts';
import { columnOf, lineBreak, lineEnd } from './lines.ts';
import {
  type AnyNode,
  asNode,
  isBlockScalar,
  isMergePair,
  keyText,
  mergeSources,
  nodeStart,
  pairValue,
  SOURCE,
} from './nodes.ts';
import type { YamlTree } from './parseYaml.ts';
import { formatPath, type Path } from './path.ts';
import { plainValue, samePlain, setOwn } from './plainValue.ts';
import { checked } from './reach.ts';
import { removeEntry } from './removeEntry.ts';
import { putInBlock, replaceValue } from './replaceValue.ts';
import { floorOf, type Site, siteAt } from './site.ts';
import { isJsonStyle } from './styleNear.ts';
import type { EditResult, Plain } from './types.ts';

/**
 * Replaces the alias at `path` by a copy of what it stands for, so that it can be edited on its own. Where
 * `path` ends in a merge key `<<`, its pairs take the place of the merge key. The document's value stays.
 */
export function inlineAlias(tree: YamlTree, path: Path): EditResult {
  if (tree.isBroken) return { refused: 'The document cannot be read as it stands, so it is not edited.' };
  const name = path.length === 0 ? 'The document' : `\`${formatPath(path)}\``;
  const { node, steps, alias } = follow(tree[SOURCE], tree.text, path);
  if (alias !== undefined)
    return { refused: `${name} is within another alias. Write that one out first.`, alias };
  const map = steps.at(-1)?.collection;
  const isWay = steps.length === path.length;
  const isMerge = isWay && isMap(map) && path.at(-1) === '<<';
  if (!isMerge && !(isWay && isAlias(node))) return { refused: `There is no alias at ${name}.` };
  const plans = isMerge
    ? mergePlans(tree, path.slice(0, -1), map)
    : isAlias(node)
      ? aliasPlans(tree, path, node)
      : [];
  for (const plan of plans) {
    const edits = checked(tree, plan, (after) => !after.isBroken && samePlain(after.value, tree.value));
    if (edits !== undefined) return { edits };
  }
  return { refused: `The alias at ${name} cannot be written out safely here. Edit the text instead.` };
}

/** A copy of the anchor's text where it fits as it is, else its value in the style around the alias. */
function aliasPlans(tree: YamlTree, path: Path, alias: Alias): readonly (readonly TextEdit[])[] {
  const source = tree[SOURCE];
  const site = siteAt(tree, path);
  const target = source.targets.get(alias);
  if (site === undefined || target === undefined || isAlias(target)) return [];
  const copy = copyText(site, target);
  const value = plainValue(target, source, tree.text) as Plain;
  return [...(copy === undefined ? [] : [copy]), ...replaceValue(site, value)];
}

function copyText(
  { text, slot, style }: Site,
  target: Exclude<AnyNode, Alias>,
): readonly TextEdit[] | undefined {
  const start = nodeStart(target);
  const end = contentEnd(text, target);
  const isBlock = isBlockScalar(target) || (!isScalar(target) && !isFlow(target));
  if (target.tag !== undefined || hasAnchorWithin(target)) return undefined;
  const own = text.slice(start, end);
  if (!isBlock) {
    const alias = slot.node;
    if (own.includes('\n') || alias === undefined) return undefined;
    return [{ start: nodeStart(alias), end: contentEnd(text, alias), text: own }];
  }
  if (slot.isFlow || isScalar(target)) return undefined;
  const sample: Plain = isSeq(target) ? [] : {};
  return putInBlock(
    text,
    slot,
    reindent(text, start, end, columnOfValue(sample, style, slot), slot.holder === 'seq'),
  );
}

/** The lines of a block collection, moved so that its entries stand in `column`. */
function reindent(text: string, start: number, end: number, column: number, isCompact: boolean): Rendered {
  const shift = column - columnOf(text, start);
  const [first = '', ...rest] = text.slice(start, lineEnd(text, end)).split(/\r?\n/);
  const lines = rest.map((line) => {
    if (line.trim() === '') return '';
    return shift >= 0 ? ' '.repeat(shift) + line : line.replace(new RegExp(`^ {0,${-shift}}`), '');
  });
  return isCompact ? { head: first, lines } : { head: '', lines: [' '.repeat(column) + first, ...lines] };
}

function hasAnchorWithin(node: AnyNode): boolean {
  if (isAlias(node) || isScalar(node)) return false;
  const children = isMap(node)
    ? node.items.flatMap((pair) => [asNode(pair.key), pairValue(pair)])
    : node.items.map(asNode);
  return children.some(
    (child) =>
      child !== undefined && ((!isAlias(child) && child.anchor !== undefined) || hasAnchorWithin(child)),
  );
}

/** The pairs a merge key brings in, written in its place. */
function mergePlans(tree: YamlTree, path: Path, map: YAMLMap): readonly (readonly TextEdit[])[] {
  const site = siteAt(tree, path);
  const entries = entriesOf(tree.text, map);
  const index = indexOfKey(map, '<<', tree[SOURCE], tree.text);
  const entry = entries?.[index];
  if (site === undefined || entries === undefined || entry === undefined) return [];
  if (map.items.filter(isMergePair).length !== 1) return [];
  if (strandedAlias(tree, { kind: 'drop', path, key: '<<' }) !== undefined) return [];
  const pairs = Object.entries(mergedPairs(tree, map));
  const { text } = tree;
  if (pairs.length === 0) {
    const place: Place = { text, collection: map, entries, floor: floorOf(site.slot) };
    return removeEntry(place, index, site.slot);
  }
  if (isFlow(map)) {
    const style = { isJson: isJsonStyle(text, [...site.around, map]) };
    return [
      [
        {
          start: entry.start,
          end: entry.end,
          text: pairs.map(([key, value]) => flowPair(key, value, style)).join(', '),
        },
      ],
    ];
  }
  const column = columnOf(text, entry.start);
  const [first = '', ...rest] = pairs.flatMap(([key, value]) => pairLines(key, value, site.style, column));
  const below = lineEnd(text, entry.end);
  return [
    [
      { start: entry.start, end: entry.end, text: first.trimStart() },
      { start: below, end: below, text: rest.map((line) => lineBreak(text) + line).join('') },
    ],
  ];
}

/** The keys that come from the merge key alone, with their values. */
function mergedPairs(tree: YamlTree, map: YAMLMap): Record<string, Plain> {
  const source = tree[SOURCE];
  const own = new Set(map.items.map(({ key }) => keyText(key, source, tree.text)));
  const merged: Record<string, Plain> = {};
  for (const pair of map.items) {
    for (const from of isMergePair(pair) ? (mergeSources(pairValue(pair), source) ?? []) : []) {
      const value = plainValue(from, source, tree.text) as Record<string, Plain>;
      for (const [key, item] of Object.entries(value))
        if (!own.has(key) && !Object.hasOwn(merged, key)) setOwn(merged, key, item);
    }
  }
  return merged;
}
