import { inlineAlias as inline } from '../yaml/inlineAlias.ts';
import { formatPath } from '../yaml/path.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { nameOf } from './words.ts';

/** Replaces an alias by a copy of what it stands for, so that it can be changed by itself. */
export const inlineAlias: Action<'inline-alias', ActionArgTable['inline-alias']> = {
  name: 'inline-alias',
  run(context, { id, path }) {
    const draft = new Draft(context);
    const resource = draft.resource(id);
    if (resource === undefined) return draft.finish({ label: 'Write out an alias' });
    const spot = draft.spotOf(resource);
    draft.edit(spot.document, (tree) => inline(tree, [...spot.path, ...path]));
    return draft.finish({ label: `Write out the alias at ${formatPath(path)} of ${nameOf(resource)}` });
  },
};
