import { moveListItem } from '../yaml/listItems.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { itemName, nameOf } from './words.ts';

/** Moves an item of a list to another position; its text and comments move as they are. */
export const moveItem: Action<'move-item', ActionArgTable['move-item']> = {
  name: 'move-item',
  run(context, { id, path, index, to }) {
    const draft = new Draft(context);
    const resource = draft.resource(id);
    if (resource === undefined) return draft.finish({ label: 'Move an item' });
    const spot = draft.spotOf(resource);
    const name = itemName([...path, index], draft.value(spot, [...path, index]));
    draft.edit(spot.document, (tree) => moveListItem(tree, [...spot.path, ...path], index, to));
    return draft.finish({ label: `Move ${name} of ${nameOf(resource)} to place ${to + 1}` });
  },
};
