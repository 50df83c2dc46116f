import type { Analysis, Finding } from '../analysis.ts';
import { samePath } from '../yaml/path.ts';
import type { FindingRef } from './args.ts';

/** The finding of a code at a place, if it is still there. */
export function findFinding(analysis: Analysis, { code, place }: FindingRef): Finding | undefined {
  const isMeant = (each: Finding) => isAt(each, code, place);
  return analysis.findings.find(isMeant) ?? analysis.suppressed.find(isMeant);
}

/** True for the finding of that code at that place. */
export function isAt(finding: Finding, code: string, place: FindingRef['place']): boolean {
  return (
    finding.code === code &&
    finding.place.file === place.file &&
    finding.place.document === place.document &&
    samePath(finding.place.path, place.path)
  );
}
