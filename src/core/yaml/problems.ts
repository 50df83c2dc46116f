import type { Range } from '../text/textEdit.ts';
import type { Complaint } from './compose.ts';
import { lineStart } from './lines.ts';
import type { YamlProblem } from './types.ts';

/** A broken document says enough with this many problems. */
const MOST_PROBLEMS = 50;

/** The library's codes in words: what is wrong and the way out. `at` is the text found there. */
const SENTENCES: Readonly<Record<string, (at: string, detail: string) => string>> = {
  ALIAS_PROPS: () => 'An alias cannot carry an anchor or a tag of its own. Remove one of the two.',
  BAD_ALIAS: () => 'An anchor or alias needs a name right behind its & or *.',
  BAD_DIRECTIVE: (at) => `The directive ${at} is not known. Remove the line or write %YAML 1.2.`,
  BAD_DQ_ESCAPE: (at) => `\`${at}\` is no escape sequence. Write \\\\ for a backslash, or use single quotes.`,
  BAD_INDENT: (_at, detail) =>
    detail.startsWith('Flow')
      ? 'This bracketed list or map is not closed, or its lines are not indented enough. Close it or indent it.'
      : 'The indentation does not fit the lines around it. Align it with its siblings.',
  BAD_PROP_ORDER: () => 'Anchors and tags belong behind the - or ? of their item.',
  BAD_SCALAR_START: (at) => `A value cannot start with ${at} unless it is quoted. Put it in quotes.`,
  BLOCK_AS_IMPLICIT_KEY: () =>
    'A map or list cannot start here on the same line. Put it on its own line and indent it, or quote the text.',
  BLOCK_IN_FLOW: () => 'Inside [ ] and { } only bracketed lists and maps may stand.',
  KEY_OVER_1024_CHARS: () => 'This key is longer than 1,024 characters.',
  MULTILINE_IMPLICIT_KEY: () =>
    'A key must stand on one line and end with a colon. Is a colon or an indentation missing?',
  MULTIPLE_ANCHORS: () => 'A value can have only one anchor. Remove the other.',
  MULTIPLE_TAGS: () => 'A value can have only one tag. Remove the other.',
};

/** The library's errors in our words, in the order of the text, one for a line. */
export function describeErrors(text: string, complaints: readonly Complaint[]): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  const lines = new Set<number>();
  const errors = complaints.filter(({ isWarning }) => !isWarning);
  for (const error of errors.sort((a, b) => a.start - b.start)) {
    if (problems.length >= MOST_PROBLEMS) break;
    const problem = describeError(text, error);
    const line = lineStart(text, problem.start);
    if (lines.has(line)) continue;
    lines.add(line);
    problems.push(problem);
  }
  return problems;
}

/** Tags we do not know: the value is read as if the tag were not there. */
export function describeWarnings(text: string, complaints: readonly Complaint[]): readonly YamlProblem[] {
  const warnings = complaints.filter(({ isWarning }) => isWarning);
  return warnings.slice(0, MOST_PROBLEMS).map((warning) => {
    const range = clampRange(text, warning.start, warning.end);
    const at = text.slice(range.start, range.end);
    if (warning.code === 'TAG_RESOLVE_FAILED')
      return {
        ...range,
        code: 'unknown-tag',
        fatal: false,
        message: `The tag ${at} is not known here; the value is read without it.`,
      };
    const say = SENTENCES[warning.code];
    return {
      ...range,
      code: 'syntax',
      fatal: false,
      message: say?.(at, warning.message) ?? `${warning.message}.`,
    };
  });
}

/** Characters YAML does not allow, and that other readers refuse: controls and halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\x20-\x7e\x85\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The first character that cannot stand in a YAML text. */
export function forbiddenCharacter(text: string): YamlProblem | undefined {
  const match = FORBIDDEN.exec(text);
  if (match === null) return undefined;
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const message = `The character U+${code} is not allowed in YAML. Remove it, or write it as "\\u${code}" in double quotes.`;
  return { start: match.index, end: match.index + match[0].length, code: 'syntax', fatal: true, message };
}

/** A range inside the text, one character wide at least where the text allows it. */
export function clampRange(text: string, start: number, end: number): Range {
  const first = Math.max(0, Math.min(start, text.length - 1));
  return { start: first, end: Math.max(Math.min(end, text.length), Math.min(first + 1, text.length)) };
}

function describeError(text: string, error: Complaint): YamlProblem {
  const tab = tabInIndent(text, error.start);
  if (error.code === 'TAB_AS_INDENT' || tab !== undefined) {
    const at = tab ?? error.start;
    const message =
      'A tab is used as indentation here; YAML allows only spaces. Replace the tab with spaces.';
    return { ...clampRange(text, at, at + 1), code: 'tab-indent', fatal: true, message };
  }
  const end = error.code === 'BAD_DQ_ESCAPE' ? error.start + 2 : error.end;
  const range = clampRange(text, error.start, end);
  if (error.code === 'RESOURCE_EXHAUSTION') return tooDeepProblem(range);
  return { ...range, code: 'syntax', fatal: true, message: syntaxMessage(text, range, error) };
}

function syntaxMessage(text: string, range: Range, error: Complaint): string {
  const at = shorten(text.slice(range.start, range.end));
  const say = SENTENCES[error.code];
  if (say !== undefined) return say(at, error.message);
  if (error.message.startsWith('Missing closing'))
    return 'This quoted text is not closed. Add the closing quote.';
  if (error.message.startsWith('Comments must be'))
    return 'A comment needs a space before its #. Add the space, or quote the text when # belongs to it.';
  if (error.message.startsWith('Implicit map keys need'))
    return `A colon is missing after this key. Write \`${at}: value\`, or indent the line if it belongs to the one above.`;
  if (error.code === 'MISSING_CHAR') return `${error.message}.`;
  return `${at === '' ? 'Something' : `\`${at}\``} does not fit here. Check the indentation, brackets and quotes just before it.`;
}

/** The problem of a document nested beyond reason. */
export function tooDeepProblem(range: Range): YamlProblem {
  return {
    ...range,
    code: 'too-deep',
    fatal: true,
    message: 'Lists and maps are nested too deeply here to be read. Flatten the document.',
  };
}

/** The offset of a tab that stands in the indentation of the line of `offset`. */
function tabInIndent(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  const match = /^ *\t/.exec(text.slice(start, start + 1000));
  return match === null ? undefined : start + match[0].length - 1;
}

function shorten(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
