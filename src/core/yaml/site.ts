import { isMap, isSeq } from 'yaml';
import type { BlockStyle } from './blockLines.ts';
import { entryAt, isFlow, rootSlot, type Slot } from './entries.ts';
import { follow } from './follow.ts';
import { isBlankBetween } from './lines.ts';
import { type Collection, nodeEnd, nodeStart, SOURCE } from './nodes.ts';
import type { YamlTree } from './parseYaml.ts';
import type { Path } from './path.ts';
import { styleNear } from './styleNear.ts';

/** Where the edit happens: the text, the slot and what is known of its surroundings. */
export interface Site {
  readonly text: string;
  readonly slot: Slot;
  readonly style: BlockStyle;
  /** The collections around the slot, outermost first. */
  readonly around: readonly Collection[];
}

/** The site at a path; undefined when the path leads nowhere, or through an alias or merge key. */
export function siteAt(tree: YamlTree, path: Path): Site | undefined {
  const source = tree[SOURCE];
  const { steps, alias } = follow(source, tree.text, path);
  if (alias !== undefined || steps.length < path.length) return undefined;
  const step = steps.at(-1);
  const slot = step === undefined ? rootSlot(source) : entryAt(tree.text, step.collection, step.index)?.slot;
  if (slot === undefined) return undefined;
  const style = styleNear(source.root, slot.indicatorEnd);
  return { text: tree.text, slot, style, around: steps.map(({ collection }) => collection) };
}

/** Comments up to here stand before the collection's own lines. */
export function floorOf(slot: Slot): number {
  return slot.holder === 'root' && !slot.hasIndicator ? -1 : slot.propsEnd;
}

/** True when a collection in [ ] or { } should stay in that style when it gets new content. */
export function staysFlow(text: string, slot: Slot): boolean {
  const { node } = slot;
  if (slot.isFlow) return true;
  if (!(isMap(node) || isSeq(node)) || !isFlow(node)) return false;
  return node.items.length > 0 || !isBlankBetween(text, nodeStart(node) + 1, nodeEnd(node) - 1);
}
