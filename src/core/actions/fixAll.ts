import type { Finding } from '../analysis.ts';
import type { Repair } from '../schema/fault.ts';
import type { ResourceId } from '../workspace/types.ts';
import { applyRepair } from './applyRepair.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { fixOne } from './fix.ts';
import { TakenNames } from './names.ts';
import { type Action, isRefusal } from './types.ts';
import { count } from './words.ts';

/** Takes the same way out of every finding of a code, in one step; those it would not settle are left alone. */
export const fixAll: Action<'fix-all', ActionArgTable['fix-all']> = {
  name: 'fix-all',
  run(context, { code, label }) {
    const ways = context.analysis.findings.flatMap((finding) => {
      if (finding.code !== code) return [];
      const repair = chooseRepair(finding, label);
      return repair < 0 || isRefusal(fixOne(context, finding, repair)) ? [] : [{ finding, repair }];
    });
    if (ways.length === 0) return { refused: `No finding ${code} has a way out that can be taken for it.` };
    const draft = new Draft(context);
    const taken = new TakenNames(context);
    const touched = new Set<ResourceId>();
    let settled = 0;
    // From the end, so that items taken out of a list do not move those that are still to come.
    for (const { finding, repair } of ways.toReversed()) {
      const resource = finding.resource && context.analysis.resources.get(finding.resource);
      const way = finding.repairs?.[repair];
      if (!resource || way === undefined || !touch(way, touched)) continue;
      applyRepair(draft, resource, way, taken);
      settled++;
    }
    return draft.finish({ label: `Settle ${count(settled, 'problem')} (${code})` });
  },
};

/** False where another way has changed a resource that this one was to change as well: it may not fit any more. */
function touch({ elsewhere = [] }: Repair, touched: Set<ResourceId>): boolean {
  const others = elsewhere.map(({ resource }) => resource);
  if (others.some((id) => touched.has(id))) return false;
  for (const id of others) touched.add(id);
  return true;
}

function chooseRepair({ repairs = [] }: Finding, label: string | undefined): number {
  return label === undefined
    ? repairs.length > 0
      ? 0
      : -1
    : repairs.findIndex((each) => each.label === label);
}
