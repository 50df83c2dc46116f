import type { ListedFinding } from './listFindings.ts';

/** The findings as JSON, suppressed ones with their reason. Lines and columns count from 1. */
export function writeJson(findings: readonly ListedFinding[], resources: number): string {
  const listed = findings.map(({ code, severity, message, file, start, end, path, resource, ...rest }) => ({
    code,
    severity,
    message,
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    path,
    resource,
    fixes: rest.repairs,
    ...(rest.suppressed === undefined ? {} : { suppressed: rest.suppressed }),
  }));
  return `${JSON.stringify({ resources, findings: listed }, null, 2)}\n`;
}
