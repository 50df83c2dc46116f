import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { nameOf } from './words.ts';

/**
 * Chooses one member of a one-of group: what belongs to the other members goes, the field that names the member is set,
 * and the member begins with the value it is given, unless it is there already. Everything else stays as it is.
 */
export const choose: Action<'choose', ActionArgTable['choose']> = {
  name: 'choose',
  run(context, { id, path, label, by, word, key, value, beside = {}, others }) {
    const draft = new Draft(context);
    const resource = draft.resource(id);
    if (resource === undefined) return draft.finish({ label: 'Choose' });
    const spot = draft.spotOf(resource);
    for (const other of others) {
      if (other !== key && !Object.hasOwn(beside, other) && draft.value(spot, [...path, other]) !== undefined)
        draft.removeKey(spot, path, other);
    }
    if (by !== undefined && word !== undefined && draft.value(spot, [...path, by]) !== word)
      draft.setKey(spot, path, by, word);
    for (const [name, own] of Object.entries(beside)) draft.setKey(spot, path, name, own);
    const isKept =
      key === undefined || (draft.value(spot, [...path, key]) !== undefined && !others.includes(key));
    if (!isKept && value !== undefined) draft.setKey(spot, path, key, value);
    return draft.finish({ label: `Choose ${label} in ${nameOf(resource)}` });
  },
};
