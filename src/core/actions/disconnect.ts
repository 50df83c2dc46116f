import type { Edge } from '../graph/types.ts';
import { partsOfId, type ResourceId } from '../workspace/types.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { removeReferences } from './removeReferences.ts';
import type { Action, ActionContext } from './types.ts';
import { count, nameOf } from './words.ts';

/** Removes the references that edges stand for. */
export const disconnect: Action<'disconnect', ActionArgTable['disconnect']> = {
  name: 'disconnect',
  run(context, args) {
    const edges = args.edges.flatMap((id) => context.analysis.edges.get(id) ?? []);
    const [first] = edges;
    if (first === undefined || edges.length < args.edges.length) {
      return { refused: 'This reference is not in the workspace any more.' };
    }
    const draft = new Draft(context);
    const { kept } = removeReferences(draft, edges);
    for (const { reason } of kept) draft.refuse(reason);
    return draft.finish({ label: labelOf(context, first, edges.length) });
  },
};

function labelOf(context: ActionContext, edge: Edge, number: number): string {
  if (number > 1) return `Disconnect ${count(number, 'reference')}`;
  return `Disconnect ${nameById(context, edge.from)} from ${nameById(context, edge.to)}`;
}

function nameById(context: ActionContext, id: ResourceId): string {
  return nameOf(context.analysis.resources.get(id) ?? partsOfId(id));
}
