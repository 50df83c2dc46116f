import { lastKey, type Path } from '../../yaml/path.ts';
import { fieldOptions } from './fieldOptions.ts';
import { hasReferenceValues } from './referenceSlot.ts';
import type { Draft, Proposer, Scene } from './scene.ts';
import { formOf, itemSnippet } from './snippet.ts';

/** One more item of a list, with its dash and what it must hold. */
export const proposeItems: Proposer = (scene) => {
  const { spot, shape, style, path } = scene;
  if (shape === undefined || formOf(shape) !== 'list' || spot.isFlow) return [];
  const place = itemPlace(scene);
  if (place === undefined) return [];
  const index = spot.role === 'item' ? spot.node.entries.length : 0;
  const offers = hasReferenceValues(scene, [...path, index]);
  const optionsAt = (below: Path) => fieldOptions(scene.head, [...path, index, ...below]);
  const inside = { ...style, column: place.column + 2, isFlow: false, optionsAt };
  const { text, asksAgain } = itemSnippet(shape.items, inside, offers);
  const draft: Draft = {
    label: `- new ${nounOf(scene)}`,
    type: 'item',
    detail: 'list item',
    insert: `${place.lead}- ${text}`,
    filter: '-',
    ...(asksAgain ? { asksAgain } : {}),
  };
  return [draft];
};

/** Where the dash stands; undefined where no item can begin. */
function itemPlace({ spot, style }: Scene): { readonly lead: string; readonly column: number } | undefined {
  if (spot.role === 'item') return { lead: '', column: spot.column };
  if (spot.role !== 'value' || spot.node.type !== 'open') return undefined;
  if (spot.behind !== 'colon') return { lead: '', column: spot.column };
  const column = spot.column + style.listOffset;
  return { lead: `\n${' '.repeat(column)}`, column };
}

/** What a person calls one of the list: `rule` of `rules`. */
export function nounOf({ path }: Scene): string {
  const list = lastKey(path) ?? 'item';
  const name = String(list);
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  if (name.endsWith('sses') || name.endsWith('ches')) return name.slice(0, -2);
  return name.endsWith('s') ? name.slice(0, -1) : name;
}
