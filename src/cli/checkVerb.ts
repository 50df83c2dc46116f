import { analyse } from '../core/analyse.ts';
import type { Analysis, Finding, Severity } from '../core/analysis.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { SourceFile } from '../core/workspace/types.ts';
import { formatPath } from '../core/yaml/path.ts';
import { readSources } from './readSources.ts';
import type { Verb } from './types.ts';

/** Says what is wrong with manifests. */
export const checkVerb: Verb = {
  name: 'check',
  summary: 'Report what is wrong: syntax, dangling references, missing grants and more.',
  options: {
    format: { type: 'string', choices: ['text', 'json'], help: 'How the findings are written.' },
  },
  details: ['Exits with 0 when there is no error (warnings are allowed), 1 when there is one, 2 for misuse.'],
  examples: [
    'check manifests/',
    'check gateway.yaml routes.yaml --format json',
    'helm template . | traffic-studio check -',
  ],
  async run({ paths, options, io }) {
    const files = await readSources(paths, io);
    const analysis = analyse(files);
    const findings = listFindings(files, analysis);
    if (options.format === 'json') {
      io.out(`${JSON.stringify({ resources: analysis.resources.size, findings }, null, 2)}\n`);
    } else io.out(writeText(findings, analysis.resources.size, files.length, io.hasColour));
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** A finding as the JSON has it. */
interface CheckFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly resource: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
  } | null;
}

/** All findings by file (in the order given), place and code. */
function listFindings(files: readonly SourceFile[], analysis: Analysis): readonly CheckFinding[] {
  const order = new Map(files.map((file, index) => [file.path, index]));
  const lines = new Map(files.map((file) => [file.path, new LineIndex(file.text)]));
  const outlines = new Map(analysis.files.map((file) => [file.path, file.documents]));
  const findings = analysis.findings.map((finding) => {
    const document = outlines.get(finding.place.file)?.[finding.place.document];
    const offset = (document?.start ?? 0) + finding.range.start;
    const { line, column } = lines.get(finding.place.file)?.positionAt(offset) ?? { line: 1, column: 1 };
    const { code, severity, message, place } = finding;
    const resource = resourceOf(finding, analysis, document?.resources ?? []);
    return {
      code,
      severity,
      message,
      file: place.file,
      line,
      column,
      path: formatPath(place.path),
      resource,
    };
  });
  const rank = ({ file }: CheckFinding) => order.get(file) ?? 0;
  return findings.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** The resource a finding is about; what is said of a document is about the only resource in it. */
function resourceOf(
  finding: Finding,
  analysis: Analysis,
  inDocument: Analysis['files'][number]['documents'][number]['resources'],
): CheckFinding['resource'] {
  const id = finding.resource ?? (inDocument.length === 1 ? inDocument[0] : undefined);
  const resource = id === undefined ? undefined : analysis.resources.get(id);
  if (resource === undefined) return null;
  const { apiVersion, kind, namespace, name } = resource;
  return { apiVersion, kind, namespace, name };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const colours: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };

/** A line for each finding, a blank line between files, and the sum. */
function writeText(
  findings: readonly CheckFinding[],
  resources: number,
  files: number,
  hasColour: boolean,
): string {
  let text = '';
  let file = findings[0]?.file;
  for (const finding of findings) {
    if (finding.file !== file) text += '\n';
    file = finding.file;
    const severity = hasColour
      ? `\u001B[${colours[finding.severity]}m${finding.severity}\u001B[0m`
      : finding.severity;
    text += `${file}:${finding.line}:${finding.column} ${severity} ${finding.code} ${finding.message}\n`;
  }
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity === 'info' ? 'note' : severity)];
  });
  const sum = counts.length === 0 ? 'nothing to report' : counts.join(', ');
  return `${text}${text === '' ? '' : '\n'}${plural(resources, 'resource')} in ${plural(files, 'file')}: ${sum}.\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
