import type { Finding } from '../analysis.ts';
import { applyRepair } from './applyRepair.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { fixOne } from './fix.ts';
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
    // From the end, so that items taken out of a list do not move those that are still to come.
    for (const { finding, repair } of ways.toReversed()) {
      const resource = finding.resource && context.analysis.resources.get(finding.resource);
      const way = finding.repairs?.[repair];
      if (resource && way !== undefined) applyRepair(draft, draft.spotOf(resource), way.steps);
    }
    return draft.finish({ label: `Settle ${count(ways.length, 'problem')} (${code})` });
  },
};

function chooseRepair({ repairs = [] }: Finding, label: string | undefined): number {
  return label === undefined
    ? repairs.length > 0
      ? 0
      : -1
    : repairs.findIndex((each) => each.label === label);
}
