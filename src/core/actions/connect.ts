import type { ActionArgTable } from './args.ts';
import { labelOf } from './connectionWords.ts';
import { Draft } from './draft.ts';
import { planBetween } from './legality.ts';
import type { Action } from './types.ts';
import { nameOf } from './words.ts';
import { writeGrant } from './writeGrant.ts';
import { writeReference } from './writeReference.ts';

/** Writes the reference between two cards, in whichever direction one is declared. */
export const connect: Action<'connect', ActionArgTable['connect']> = {
  name: 'connect',
  run(context, { from, to, reference, withGrant }) {
    const plans = planBetween(context.analysis, from, to, reference);
    if ('refused' in plans) return { refused: plans.refused };
    const [plan] = plans;
    if (plan === undefined) return { refused: 'There is nothing to connect between these two cards.' };
    const { holder, target } = plan;
    const draft = new Draft(context);
    const resource = draft.resource(holder.id);
    if (resource !== undefined) writeReference(draft, draft.spotOf(resource), plan);
    let label = labelOf(plan);
    if (withGrant === true && plan.needsGrant) {
      const name = writeGrant(draft, holder, target);
      label += `, allowed by ${nameOf({ kind: 'ReferenceGrant', name })}`;
    }
    return draft.finish({ label, select: [holder.id] });
  },
};
