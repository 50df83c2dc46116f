import type { Severity } from '../../core/analysis.ts';
import type { ListedFinding } from './listFindings.ts';

const colours: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };

/** A line for each finding that counts, a blank line between files, and the sum. */
export function writeText(
  findings: readonly ListedFinding[],
  counts: { readonly resources: number; readonly files: number },
  hasColour: boolean,
): string {
  const shown = findings.filter(({ suppressed }) => suppressed === undefined);
  let text = '';
  let file = shown[0]?.file;
  for (const finding of shown) {
    if (finding.file !== file) text += '\n';
    file = finding.file;
    const { line, column } = finding.start;
    const severity = hasColour
      ? `\u001B[${colours[finding.severity]}m${finding.severity}\u001B[0m`
      : finding.severity;
    text += `${file}:${line}:${column} ${severity} ${finding.code} ${finding.message}\n`;
  }
  const sums = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = shown.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity === 'info' ? 'note' : severity)];
  });
  const hidden = findings.length - shown.length;
  if (hidden > 0) sums.push(`${hidden} suppressed`);
  const sum = sums.length === 0 ? 'nothing to report' : sums.join(', ');
  const gap = text === '' ? '' : '\n';
  return `${text}${gap}${plural(counts.resources, 'resource')} in ${plural(counts.files, 'file')}: ${sum}.\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
