import { isRecord } from '../workspace/readDocument.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { itemName, nameOf } from './words.ts';

/** Puts an item into a list before a position, or at its end; an absent list is made. */
export const insertItem: Action<'insert-item', ActionArgTable['insert-item']> = {
  name: 'insert-item',
  run(context, { id, path, index, value }) {
    const draft = new Draft(context);
    const resource = draft.resource(id);
    if (resource === undefined) return draft.finish({ label: 'Add an item' });
    const spot = draft.spotOf(resource);
    const isNamed = isRecord(value) && typeof value.name === 'string';
    const list = draft.value(spot, path);
    const at = Math.max(0, Math.min(index, Array.isArray(list) ? list.length : 0));
    const name = itemName([...path, at], isNamed ? value : undefined);
    draft.insertItem(spot, path, at, value);
    return draft.finish({ label: `Add ${name} to ${nameOf(resource)}` });
  },
};
