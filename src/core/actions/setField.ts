import { formatPath } from '../yaml/path.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { pruneEmpty } from './pruneEmpty.ts';
import type { Action } from './types.ts';
import { nameOf } from './words.ts';

/** Sets a field, making the maps on the way; without a value it removes the field and maps left empty by that. */
export const setField: Action<'set-field', ActionArgTable['set-field']> = {
  name: 'set-field',
  run(context, { id, path, value, keep }) {
    const draft = new Draft(context);
    const resource = draft.resource(id);
    const last = path.at(-1);
    if (resource === undefined || last === undefined) return draft.finish({ label: 'Set a field' });
    const spot = draft.spotOf(resource);
    const parent = path.slice(0, -1);
    const where = `${formatPath(path)} of ${nameOf(resource)}`;
    if (value === undefined) {
      if (draft.value(spot, path) === undefined) return { label: `Remove ${where}`, files: [] };
      if (typeof last === 'number') draft.removeItem(spot, parent, last);
      else draft.removeKey(spot, parent, last);
      const emptied = typeof last === 'number' ? parent.slice(0, -1) : parent;
      pruneEmpty(draft, spot, emptied, { items: false, ...(keep === undefined ? {} : { keep }) });
      return draft.finish({ label: `Remove ${where}` });
    }
    if (typeof last === 'string') draft.setKey(spot, parent, last, value);
    else if (draft.value(spot, path) === undefined) draft.insertItem(spot, parent, last, value);
    else draft.setValue(spot, path, value);
    return draft.finish({
      label: typeof value === 'object' ? `Change ${where}` : `Set ${where} to ${shorten(String(value))}`,
    });
  },
};

function shorten(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 40 || line !== text ? `${line.slice(0, 40)}…` : line;
}
