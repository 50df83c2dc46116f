import type { Analysis, Finding, Severity } from '../../core/analysis.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { FileOutline, ResourceId } from '../../core/workspace/types.ts';
import { severities } from '../kit/SeverityMark.tsx';

/** Which findings are shown. */
export interface ProblemFilter {
  readonly text: string;
  readonly hidden: ReadonlySet<Severity>;
}

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

/** `HTTPRoute shop`, or nothing for findings about a document. */
export function nameOf(resources: Analysis['resources'], id: ResourceId | undefined): string {
  const resource = id === undefined ? undefined : resources.get(id);
  return resource === undefined ? '' : `${resource.kind} ${resource.name}`;
}

/** A key for a finding: the same finding keeps it while the text around it changes. */
export function keyOfFinding({ code, place, edge }: Finding): string {
  return `${code}|${place.file}|${place.document}|${place.path.join('.')}|${edge ?? ''}`;
}

/** Finds line numbers; each file's lines are counted once for as long as its text stays. */
export class LineFinder {
  readonly #files: ReadonlyMap<string, string>;
  readonly #outlines: ReadonlyMap<string, FileOutline>;
  readonly #lines = new Map<string, LineIndex>();

  constructor(files: ReadonlyMap<string, string>, outlines: readonly FileOutline[]) {
    this.#files = files;
    this.#outlines = new Map(outlines.map((outline) => [outline.path, outline]));
  }

  /** The line of a finding in its file, counted from 1. */
  lineOf({ place, range }: Finding): number {
    let lines = this.#lines.get(place.file);
    if (lines === undefined) {
      lines = new LineIndex(this.#files.get(place.file) ?? '');
      this.#lines.set(place.file, lines);
    }
    const start = this.#outlines.get(place.file)?.documents[place.document]?.start ?? 0;
    return lines.positionAt(start + range.start).line;
  }
}
