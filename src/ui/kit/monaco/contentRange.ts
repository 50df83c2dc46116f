import type { Range } from '../../../core/text/textEdit.ts';

/** What a document says: its text without the byte order mark, a bare `---` line and the blank lines around. */
export function contentRange(document: string): Range {
  const head =
    /^\uFEFF?(?:---[ \t]*(?:\r\n|\r|\n|$))?(?:[ \t]*(?:\r\n|\r|\n))*/.exec(document)?.[0].length ?? 0;
  return { start: head, end: Math.max(head, document.trimEnd().length) };
}
