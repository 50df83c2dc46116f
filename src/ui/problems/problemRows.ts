import type { Analysis, Finding, Severity } from '../../core/analysis.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { severities, severityWords } from '../kit/SeverityMark.tsx';

/** Which findings are shown. */
export interface ProblemFilter {
  readonly text: string;
  readonly hidden: ReadonlySet<Severity>;
}

/** What findings are put together by. */
export type Grouping = 'severity' | 'resource' | 'code';

/** A line of the list: the head of a group, or a finding. */
export type ProblemRow =
  | { readonly type: 'group'; readonly label: string; readonly count: number; readonly worst: Severity }
  | { readonly type: 'finding'; readonly finding: Finding };

/** How many findings there are of each severity. */
export function countSeverities(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The findings that pass the filter: the worst first, then in the order of the text. */
export function listProblems(
  findings: readonly Finding[],
  resources: Analysis['resources'],
  filter: ProblemFilter,
): readonly Finding[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = findings.filter((finding) => {
    if (filter.hidden.has(finding.severity)) return false;
    if (words.length === 0) return true;
    const text = `${finding.code} ${finding.message} ${nameOf(resources, finding.resource)} ${finding.place.file}`;
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  // The sort is stable: within a severity, the order of the text stays.
  return found.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** The findings in groups, each under its head: the group with the worst first, and within it the worst first. */
export function groupProblems(
  findings: readonly Finding[],
  resources: Analysis['resources'],
  by: Grouping,
): readonly ProblemRow[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const label = labelOf(finding, resources, by);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [finding]);
    else group.push(finding);
  }
  return [...groups].flatMap(([label, group]) => [
    { type: 'group' as const, label, count: group.length, worst: group[0]?.severity ?? 'info' },
    ...group.map((finding) => ({ type: 'finding' as const, finding })),
  ]);
}

function labelOf(finding: Finding, resources: Analysis['resources'], by: Grouping): string {
  if (by === 'severity') return `${severityWords[finding.severity]}s`;
  if (by === 'code') return finding.code;
  return nameOf(resources, finding.resource) || finding.place.file;
}

/** `HTTPRoute shop`, or nothing for findings about a document. */
export function nameOf(resources: Analysis['resources'], id: ResourceId | undefined): string {
  const resource = id === undefined ? undefined : resources.get(id);
  return resource === undefined ? '' : `${resource.kind} ${resource.name}`;
}
