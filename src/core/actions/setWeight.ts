import { kindOf } from '../kinds/registry.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { GroupKind } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { readWeights, refuseWeight, shareOut, writeWeights } from './weights.ts';
import { nameOf } from './words.ts';

/** Sets one weight of a split; the siblings of its rank give or take in proportion, so that the sum stays. */
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
    const peers = peersOf(items, index, rankField(holder, edge.reference));
    const written = readWeights(items);
    const after = balance(
      peers.map((each) => written[each]),
      peers.indexOf(index),
      weight,
    );
    writeWeights(
      draft,
      holder,
      list,
      written.map((each, i) => after[peers.indexOf(i)] ?? each ?? 1),
    );
    const percent = percentOf(after, peers.indexOf(index));
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

function rankField({ group, kind }: GroupKind, reference: string): string | undefined {
  const declaration = kindOf(group, kind)?.references.find(({ name }) => name === reference);
  return declaration?.form === 'object' ? declaration.rankedBy : undefined;
}

/** Positions of the items that share the traffic with one: all of the list, or those of its rank. */
function peersOf(items: readonly unknown[], index: number, rankedBy: string | undefined): readonly number[] {
  const rankOf = (item: unknown) => {
    const rank = rankedBy !== undefined && isRecord(item) ? item[rankedBy] : 0;
    return typeof rank === 'number' ? rank : 0;
  };
  return items.flatMap((item, i) => (rankOf(item) === rankOf(items[index]) ? [i] : []));
}

function percentOf(after: readonly number[], index: number): number {
  const sum = after.reduce((total, each) => total + each, 0);
  return sum === 0 ? 0 : Math.round(((after[index] ?? 0) / sum) * 100);
}
