import type { Finding } from '../../../core/analysis.ts';
import type { Studio } from '../../../state/types.ts';

/** Shows the exact text of a finding and the card of its resource. */
export function showFinding(studio: Studio, finding: Finding, focus: boolean): void {
  if (finding.resource !== undefined) studio.select([finding.resource], { quiet: true, bring: true });
  studio.revealRange(finding.place.file, finding.place.document, finding.range, { focus });
}

/** A key for a finding: the same finding keeps it while the text around it changes. */
export function keyOfFinding({ code, place, edge }: Finding): string {
  return `${code}|${place.file}|${place.document}|${place.path.join('.')}|${edge ?? ''}`;
}
