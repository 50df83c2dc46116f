import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { refuseWeight, writeWeights } from './weights.ts';
import { nameOf } from './words.ts';

/** Sets every weight of a list of backendRefs; only those that differ are written. */
export const setWeights: Action<'set-weights', ActionArgTable['set-weights']> = {
  name: 'set-weights',
  run(context, { id, path, weights }) {
    const draft = new Draft(context);
    const holder = draft.resource(id);
    if (holder === undefined) return draft.finish({ label: 'Set weights' });
    const items = valueAt(holder.value, path);
    if (!Array.isArray(items) || !items.every(isRecord))
      return { refused: `${nameOf(holder)} has no list of backends here.` };
    if (items.length !== weights.length) {
      return {
        refused: `${nameOf(holder)} has ${items.length} backends here, not ${weights.length}. Try again.`,
      };
    }
    const refusal = weights.map(refuseWeight).find((each) => each !== undefined);
    if (refusal !== undefined) return refusal;
    writeWeights(draft, holder, path, weights);
    return draft.finish({ label: `Set the weights of ${nameOf(holder)} to ${weights.join(', ')}` });
  },
};
