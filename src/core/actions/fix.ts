import type { Finding } from '../analysis.ts';
import { formatPath, lastKey } from '../yaml/path.ts';
import { applyRepair } from './applyRepair.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { findFinding } from './findFinding.ts';
import { TakenNames } from './names.ts';
import { type Action, type ActionContext, type ActionResult, isRefusal } from './types.ts';
import { nameOf } from './words.ts';

/** Takes one way out of a finding, once it is certain that the finding goes with it. */
export const fix: Action<'fix', ActionArgTable['fix']> = {
  name: 'fix',
  run(context, { finding, repair }) {
    const found = findFinding(context.analysis, finding);
    if (found === undefined) return { refused: 'This finding is gone already.' };
    return fixOne(context, found, repair);
  },
};

/** The change that takes a way out, verified to remove its finding; or why it does not. */
export function fixOne(context: ActionContext, finding: Finding, repair: number): ActionResult {
  const way = finding.repairs?.[repair];
  const resource = finding.resource && context.analysis.resources.get(finding.resource);
  if (way === undefined || !resource) return { refused: 'There is no such way out of this finding.' };
  const draft = new Draft(context);
  const spot = draft.spotOf(resource);
  applyRepair(draft, resource, way, new TakenNames(context));
  const { file, document, path } = finding.place;
  const where = formatPath(path.slice(resource.place.path.length));
  const change = draft.finish({ label: `${way.label} in ${nameOf(resource)}` });
  if (isRefusal(change)) return change;
  if (change.files.length === 0) return { refused: `Nothing at ${where} would change.` };
  // Only what the API server says is foreseen; what else a way out settles, its check knows.
  if (finding.fault === undefined) return change;
  const after = context.foresee?.(file, document, spot.document.text);
  if (after === undefined) return change;
  return countAlike(after, finding) < countAlike(ofDocument(context, finding), finding)
    ? change
    : { refused: `This does not settle the problem at ${where}. Edit the text there instead.` };
}

/** Findings in the same document, those that somebody lives with too: a look ahead counts them as well. */
function ofDocument(context: ActionContext, { place }: Finding): readonly Finding[] {
  const { findings, suppressed } = context.analysis;
  return [...findings, ...suppressed].filter(
    (each) => each.place.file === place.file && each.place.document === place.document,
  );
}

/** How many of a finding's code there are; of mistakes and faults of a field, only those of that field. */
function countAlike(findings: readonly Finding[], { code, place, fault }: Finding): number {
  const last = lastKey(place.path);
  return findings.filter(
    (each) => each.code === code && each.fault?.fault === fault?.fault && lastKey(each.place.path) === last,
  ).length;
}
