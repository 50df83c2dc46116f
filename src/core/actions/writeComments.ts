import type { Comment } from '../templates/readCommented.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { locate } from '../yaml/locate.ts';
import type { Path } from '../yaml/path.ts';
import { commentAbove, harmless } from './comments.ts';
import type { Draft, Spot } from './draft.ts';

/** Writes the comments above the entries of a value that stands at `path` now, each in the indentation found there. */
export function writeComments(draft: Draft, spot: Spot, path: Path, comments: readonly Comment[]): void {
  for (const { text, path: inner } of comments) writeComment(draft, spot, [...path, ...inner], text);
}

/**
 * Writes one comment above an entry, and above so many comment lines that stand there; where none can stand (in the
 * midst of a line), it is left out.
 */
export function writeComment(
  draft: Draft,
  { document, path }: Spot,
  inner: Path,
  comment: string,
  aboveLines = 0,
): void {
  if (draft.refusal !== undefined) return;
  const lineBreak = draft.lineBreak(document.file);
  draft.edit(document, (tree) => {
    const place = locate(tree, [...path, ...inner]);
    const offset = place?.key?.start ?? place?.value.start;
    if (offset === undefined || !beginsLine(tree.text, offset)) return { edits: [] };
    const lines = new LineIndex(tree.text);
    const top = lines.lineRange(Math.max(1, lines.positionAt(offset).line - aboveLines)).start;
    const written = harmless(tree, commentAbove(tree.text, top, comment, lineBreak));
    return 'refused' in written ? { edits: [] } : written;
  });
}

/** True when only spaces and the dashes of lists stand before the offset in its line. */
function beginsLine(text: string, offset: number): boolean {
  return /(?:^|\n)[ \t-]*$/.test(text.slice(0, offset));
}
