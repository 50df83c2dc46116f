import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { readWeights, refuseWeight, shareOut, writeWeights } from './weights.ts';
import { nameOf } from './words.ts';

/** Sets one weight of a split; the siblings give or take in proportion, so that the sum stays. */
export const setWeight: Action<'set-weight', ActionArgTable['set-weight']> = {
  name: 'set-weight',
  run(context, { edge: id, weight }) {
    const edge = context.analysis.edges.get(id);
    const holder = edge === undefined ? undefined : context.analysis.resources.get(edge.from);
    if (edge === undefined || holder === undefined)
      return { refused: 'This reference is not in the workspace any more.' };
    const list = edge.path.slice(0, -1);
    const index = edge.path.at(-1);
    const items = valueAt(holder.value, list);
    if (!Array.isArray(items) || typeof index !== 'number' || !isRecord(items[index])) {
      return { refused: `${nameOf(holder)} does not split traffic here, so there is no weight to set.` };
    }
    const refusal = refuseWeight(weight);
    if (refusal !== undefined) return refusal;
    const draft = new Draft(context);
    writeWeights(draft, holder, list, balance(readWeights(items), index, weight));
    const percent = percentOf(readWeights(items), index, weight);
    return draft.finish({ label: `Send ${percent} % from ${nameOf(holder)} to ${nameOf(edge.target)}` });
  },
};

/** The weights with one set: missing ones count 1; where none is written, they become parts of 100 first. */
function balance(written: readonly (number | undefined)[], index: number, weight: number): readonly number[] {
  const isBare = written.every((each) => each === undefined);
  const now = isBare
    ? shareOut(
        100,
        written.map(() => 1),
      )
    : written.map((each) => each ?? 1);
  if (now.length === 1) return [weight];
  const sum = now.reduce((total, each) => total + each, 0) || 100;
  const own = Math.min(weight, sum);
  const others = shareOut(sum - own, now.toSpliced(index, 1));
  return others.toSpliced(index, 0, own);
}

function percentOf(written: readonly (number | undefined)[], index: number, weight: number): number {
  const after = balance(written, index, weight);
  const sum = after.reduce((total, each) => total + each, 0);
  return sum === 0 ? 0 : Math.round(((after[index] ?? 0) / sum) * 100);
}
