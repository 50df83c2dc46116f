import type { Analysis, Finding, Severity } from '../../core/analysis.ts';
import { LineIndex, type Position } from '../../core/text/lineIndex.ts';
import type { SourceFile } from '../../core/workspace/types.ts';
import { formatPath } from '../../core/yaml/path.ts';

/** A finding with its place as people and other tools count it, from 1. */
export interface ListedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly path: string;
  readonly resource: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
  } | null;
  readonly related: readonly { readonly file: string; readonly start: Position; readonly end: Position }[];
  /** The labels of the ways out. */
  readonly repairs: readonly string[];
  /** The reason why somebody lives with it. */
  readonly suppressed: string | undefined;
}

/** All findings by file (in the order given), place and code. */
export function listFindings(files: readonly SourceFile[], analysis: Analysis): readonly ListedFinding[] {
  const order = new Map(files.map((file, index) => [file.path, index]));
  const lines = new Map(files.map((file) => [file.path, new LineIndex(file.text)]));
  const outlines = new Map(analysis.files.map((file) => [file.path, file.documents]));
  const first: Position = { line: 1, column: 1 };
  const placeOf = ({ place, range }: Pick<Finding, 'place' | 'range'>) => {
    const from = outlines.get(place.file)?.[place.document]?.start ?? 0;
    const index = lines.get(place.file);
    return {
      file: place.file,
      start: index?.positionAt(from + range.start) ?? first,
      end: index?.positionAt(from + range.end) ?? first,
    };
  };
  const listed = [...analysis.findings, ...analysis.suppressed].map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    ...placeOf(finding),
    path: formatPath(finding.place.path),
    resource: resourceOf(finding, analysis),
    related: (finding.related ?? []).map(placeOf),
    repairs: (finding.repairs ?? []).map(({ label }) => label),
    suppressed: finding.suppressed?.reason,
  }));
  const rank = ({ file }: ListedFinding) => order.get(file) ?? 0;
  return listed.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.start.line - b.start.line ||
      a.start.column - b.start.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** The resource a finding is about; what is said of a document is about the only resource in it. */
function resourceOf(finding: Finding, analysis: Analysis): ListedFinding['resource'] {
  const { file, document } = finding.place;
  const inDocument = analysis.files.find(({ path }) => path === file)?.documents[document]?.resources ?? [];
  const id = finding.resource ?? (inDocument.length === 1 ? inDocument[0] : undefined);
  const resource = id === undefined ? undefined : analysis.resources.get(id);
  if (resource === undefined) return null;
  const { apiVersion, kind, namespace, name } = resource;
  return { apiVersion, kind, namespace, name };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
