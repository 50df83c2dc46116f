import { applyFileChanges } from '../../actions/applyChange.ts';
import { runAction } from '../../actions/registry.ts';
import type { Analyser } from '../../analyse.ts';
import type { Finding } from '../../analysis.ts';
import { formatPath } from '../../yaml/path.ts';

/** For tests: the text of the only file after a way out of a finding is taken. Throws where it is refused. */
export function takeWayOut(analyser: Analyser, finding: Finding, repair: number): string {
  const result = runAction('fix', analyser, { finding, repair });
  if ('refused' in result) throw new Error(`${finding.repairs?.[repair]?.label}: ${result.refused}`);
  const [text = ''] = applyFileChanges(analyser.files, result.files).files.values();
  return text;
}

/** For tests: what a finding is known by in another version of the text. */
export function keyOf({ code, resource, place }: Finding): string {
  return `${code} ${resource} ${formatPath(place.path)}`;
}
