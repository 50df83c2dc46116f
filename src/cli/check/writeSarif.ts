import type { Severity } from '../../core/analysis.ts';
import type { Position } from '../../core/text/lineIndex.ts';
import type { ListedFinding } from './listFindings.ts';
import { describeRule } from './rules.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * The findings as SARIF 2.1.0, for code scanning and review tools. Files are named as they were on the command line.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
export function writeSarif(findings: readonly ListedFinding[], version: string): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Traffic Studio', semanticVersion: version, rules: codes.map(describeRule) },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => writeResult(finding, codes.indexOf(finding.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function writeResult(finding: ListedFinding, ruleIndex: number) {
  const { code, severity, message, resource, path, suppressed } = finding;
  const name = resource === null ? '' : `${resource.kind}/${resource.name}`;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        ...writePlace(finding),
        ...(name === ''
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: `${name}:${path}`, kind: 'object' }] }),
      },
    ],
    ...(finding.related.length === 0
      ? {}
      : { relatedLocations: finding.related.map((place, id) => ({ id, ...writePlace(place) })) }),
    ...(suppressed === undefined
      ? {}
      : {
          suppressions: [{ kind: 'inSource', ...(suppressed === '' ? {} : { justification: suppressed }) }],
        }),
  };
}

function writePlace({
  file,
  start,
  end,
}: {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}) {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  };
}
