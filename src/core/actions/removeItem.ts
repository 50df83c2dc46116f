import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { pruneEmpty } from './pruneEmpty.ts';
import type { Action } from './types.ts';
import { itemName, nameOf } from './words.ts';

/** Removes an item of a list with its comments; with the last one goes the list, and maps left empty by that. */
export const removeItem: Action<'remove-item', ActionArgTable['remove-item']> = {
  name: 'remove-item',
  run(context, { id, path, index }) {
    const draft = new Draft(context);
    const resource = draft.resource(id);
    if (resource === undefined) return draft.finish({ label: 'Remove an item' });
    const spot = draft.spotOf(resource);
    const name = itemName([...path, index], draft.value(spot, [...path, index]));
    draft.removeItem(spot, path, index);
    pruneEmpty(draft, spot, path.slice(0, -1), { items: false });
    return draft.finish({ label: `Remove ${name} of ${nameOf(resource)}` });
  },
};
