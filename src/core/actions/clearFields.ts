import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { pruneEmpty } from './pruneEmpty.ts';
import type { Action } from './types.ts';
import { nameOf } from './words.ts';

/** Removes several fields of a resource at once, and the maps that are left empty by that. */
export const clearFields: Action<'clear-fields', ActionArgTable['clear-fields']> = {
  name: 'clear-fields',
  run(context, { id, paths, label }) {
    const draft = new Draft(context);
    const resource = draft.resource(id);
    if (resource === undefined) return draft.finish({ label: 'Remove fields' });
    const spot = draft.spotOf(resource);
    for (const path of paths) {
      const key = path.at(-1);
      if (typeof key !== 'string' || draft.value(spot, path) === undefined) continue;
      const parent = path.slice(0, -1);
      draft.removeKey(spot, parent, key);
      pruneEmpty(draft, spot, parent, { items: false });
    }
    return draft.finish({ label: `Remove ${label} of ${nameOf(resource)}` });
  },
};
