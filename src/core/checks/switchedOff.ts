import type { Finding } from '../analysis.ts';
import type { Range } from '../text/textEdit.ts';
import type { ParsedDocument } from '../workspace/readDocument.ts';
import { guardrails } from './guardrails/registry.ts';

/**
 * Guardrails that a workspace lives without: a comment on a line of its own, from the first column, in any of its files.
 * `# traffic-studio: off TS202 TLS ends at the load balancer`
 */
const comment = /(?<=^\uFEFF?)#[ \t]*traffic-studio:[ \t]*off[ \t]+(TS\d{3})\b[:,]?[ \t]*(.*?)[ \t]*\r?$/gm;

/** One such comment. Its range counts in the document that it stands in. */
export interface Switch {
  readonly code: string;
  readonly reason: string;
  readonly range: Range;
  readonly file: string;
  readonly document: number;
}

/** True for what can be switched off as a whole. */
export function isGuardrail(code: string): boolean {
  return guardrails.some((each) => each.code === code);
}

/** The comment that `readSwitches` reads. */
export function switchComment(code: string, reason: string): string {
  return `# traffic-studio: off ${code} ${reason.replace(/\s+/g, ' ').trim()}`.trimEnd();
}

/** The comments of a text. Only guardrails count: nobody switches an error off. */
export function readSwitches(text: string): readonly Pick<Switch, 'code' | 'reason' | 'range'>[] {
  if (!text.includes('traffic-studio:')) return [];
  return [...text.matchAll(comment)].flatMap((match) => {
    const [line, code = '', reason = ''] = match;
    const range = { start: match.index, end: match.index + line.trimEnd().length };
    return isGuardrail(code) ? [{ code, reason, range }] : [];
  });
}

const known = new WeakMap<ParsedDocument, ReturnType<typeof readSwitches>>();

/** The comments of one document at its place; its text is read once. */
export function switchesIn(parsed: ParsedDocument, file: string, document: number): readonly Switch[] {
  let found = known.get(parsed);
  if (found === undefined) {
    found = readSwitches(parsed.text);
    known.set(parsed, found);
  }
  return found.length === 0 ? none : found.map((each) => ({ ...each, file, document }));
}

const none: readonly Switch[] = [];
const marked = new WeakMap<Finding, Finding>();

/**
 * The findings with those of switched-off guardrails marked; the first comment of a code counts. What is lived with at
 * its own place keeps that reason. A finding is the same object as before while the comment is where it was.
 */
export function switchOff(findings: readonly Finding[], switches: readonly Switch[]): readonly Finding[] {
  if (switches.length === 0) return findings;
  const byCode = new Map(switches.toReversed().map((each) => [each.code, each]));
  return findings.map((finding) => {
    const by = finding.suppressed === undefined ? byCode.get(finding.code) : undefined;
    return by === undefined ? finding : mark(finding, by);
  });
}

function mark(finding: Finding, { reason, range, file, document }: Switch): Finding {
  const suppressed = { reason, range, switchedOffIn: { file, document } };
  const before = marked.get(finding);
  if (before !== undefined && JSON.stringify(before.suppressed) === JSON.stringify(suppressed)) return before;
  const made = { ...finding, suppressed };
  marked.set(finding, made);
  return made;
}
