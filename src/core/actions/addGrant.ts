import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { fullNameOf, withArticle } from './words.ts';
import { writeGrant } from './writeGrant.ts';

/** Writes the ReferenceGrant that an edge into another namespace lacks. */
export const addGrant: Action<'add-grant', ActionArgTable['add-grant']> = {
  name: 'add-grant',
  run(context, args) {
    const edge = context.analysis.edges.get(args.edge);
    const holder = edge === undefined ? undefined : context.analysis.resources.get(edge.from);
    if (edge === undefined || holder === undefined)
      return { refused: 'This reference is not in the workspace any more.' };
    if (edge.grant === undefined) return { refused: 'This reference needs no ReferenceGrant.' };
    if (edge.grant === 'granted') return { refused: 'A ReferenceGrant allows this reference already.' };
    const draft = new Draft(context);
    writeGrant(draft, holder, edge.target);
    const label = `Let ${withArticle(holder.kind)} of namespace ${holder.namespace} refer to ${fullNameOf(edge.target)}`;
    return draft.finish({ label });
  },
};
