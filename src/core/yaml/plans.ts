import { isMap, isSeq } from 'yaml';
import type { TextEdit } from '../text/textEdit.ts';
import { flowPair, flowText, itemLines, pairLines } from './blockLines.ts';
import { entriesOf, isFlow } from './entries.ts';
import type { Goal } from './goal.ts';
import { insertInFlow, insertLinesAfter, insertLinesBefore, type Place } from './insertEntry.ts';
import { columnOf } from './lines.ts';
import { type Collection, keyText, SOURCE } from './nodes.ts';
import type { YamlTree } from './parseYaml.ts';
import { removeEntry } from './removeEntry.ts';
import { replaceValue } from './replaceValue.ts';
import { floorOf, type Site, siteAt, staysFlow } from './site.ts';
import { isJsonStyle, quoteOfItems } from './styleNear.ts';

/** The ways to reach a goal, the best first. */
export function plansFor(tree: YamlTree, goal: Goal): readonly (readonly TextEdit[])[] {
  const site = siteAt(tree, goal.path);
  if (site === undefined) return [];
  if (goal.kind === 'value') return replaceValue(site, goal.value);
  const { node } = site.slot;
  if (!(isMap(node) || isSeq(node))) return [];
  const entries = entriesOf(tree.text, node);
  if (entries === undefined) return [];
  if (entries.length === 0 && !staysFlow(tree.text, site.slot)) return fillEmpty(site, goal);
  const place: Place = { text: tree.text, collection: node, entries, floor: floorOf(site.slot) };
  switch (goal.kind) {
    case 'insert':
      return [insertItem(site, place, goal)];
    case 'add':
      return [addPair(tree, site, place, goal)];
    case 'remove':
      return removeEntry(place, goal.index, site.slot);
    case 'drop':
      return dropPairs(tree, site, place, goal.key);
  }
}

function fillEmpty(site: Site, goal: Goal): readonly (readonly TextEdit[])[] {
  if (goal.kind === 'insert') return replaceValue(site, [goal.value]);
  return goal.kind === 'add' ? replaceValue(site, { [goal.key]: goal.value }) : [];
}

function insertItem(site: Site, place: Place, goal: Goal & { kind: 'insert' }): readonly TextEdit[] {
  const { collection, entries } = place;
  const quote = quoteOfItems(collection);
  if (isFlow(collection))
    return insertInFlow(place, goal.index, flowText(goal.value, flowStyle(site, collection, quote)));
  const lines = itemLines(goal.value, site.style, columnOfEntries(place), quote);
  return goal.index < entries.length
    ? insertLinesBefore(place, goal.index, lines)
    : insertLinesAfter(place, entries.length - 1, lines);
}

function addPair(
  tree: YamlTree,
  site: Site,
  place: Place,
  goal: Goal & { kind: 'add' },
): readonly TextEdit[] {
  const { collection, entries } = place;
  const keys = isMap(collection)
    ? collection.items.map(({ key }) => keyText(key, tree[SOURCE], tree.text))
    : [];
  const before = goal.after.findLast((key) => keys.includes(key));
  const at = before === undefined ? entries.length - 1 : keys.lastIndexOf(before);
  if (isFlow(collection))
    return insertInFlow(place, at + 1, flowPair(goal.key, goal.value, flowStyle(site, collection)));
  return insertLinesAfter(place, at, pairLines(goal.key, goal.value, site.style, columnOfEntries(place)));
}

function dropPairs(tree: YamlTree, site: Site, place: Place, key: string): readonly (readonly TextEdit[])[] {
  const { collection } = place;
  if (!isMap(collection)) return [];
  const all = collection.items.flatMap((pair, i) =>
    keyText(pair.key, tree[SOURCE], tree.text) === key ? [i] : [],
  );
  if (all.length < 2) return removeEntry(place, all[0] ?? -1, site.slot);
  if (all.length === collection.items.length) return [];
  const cuts = all.flatMap((index) => removeEntry(place, index, site.slot)[0] ?? []);
  return [cuts];
}

function columnOfEntries({ text, entries }: Place): number {
  return columnOf(text, entries[0]?.start ?? 0);
}

function flowStyle(
  site: Site,
  collection: Collection,
  quote?: ReturnType<typeof quoteOfItems>,
): Parameters<typeof flowText>[1] {
  return {
    isJson: isJsonStyle(site.text, [...site.around, collection]),
    ...(quote === undefined ? {} : { quote }),
  };
}
