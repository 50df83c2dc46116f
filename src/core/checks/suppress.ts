import type { Finding } from '../analysis.ts';
import { LineIndex } from '../text/lineIndex.ts';

/**
 * Findings that somebody decided to live with: a comment on the line, or on the comment lines directly above it,
 * names the code and the reason. `# traffic-studio: ignore TS104 the operator sets it`
 */
export const suppression = /#\s*traffic-studio:\s*ignore\s+(TS\d{3})\b[:,]?\s*(.*)$/;

/** The comment that `suppress` reads. */
export function suppressionComment(code: string, reason: string): string {
  const words = reason.replace(/\s+/g, ' ').trim();
  return `# traffic-studio: ignore ${code}${words === '' ? '' : ` ${words}`}`;
}

/** The findings of one document with those marked that a comment of its text suppresses. */
export function suppress(findings: readonly Finding[], text: string): readonly Finding[] {
  if (findings.length === 0 || !text.includes('traffic-studio:')) return findings;
  const lines = new LineIndex(text);
  return findings.map((finding) => {
    const suppressed = suppressedBy(finding, text, lines);
    return suppressed === undefined ? finding : { ...finding, suppressed };
  });
}

function suppressedBy(finding: Finding, text: string, lines: LineIndex): Finding['suppressed'] {
  const at = lines.positionAt(finding.range.start).line;
  for (let line = at; line >= 1; line--) {
    const { start, end } = lines.lineRange(line);
    const content = text.slice(start, end).trimEnd();
    if (line < at && !/^\s*#/.test(content)) return undefined;
    const match = suppression.exec(content);
    if (match?.[1] !== finding.code) continue;
    const range = { start: start + match.index, end: start + content.length };
    return { reason: (match[2] ?? '').trim(), range };
  }
  return undefined;
}
