import { commentsOf } from '../yaml/comments.ts';
import { locate } from '../yaml/locate.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import type { Path } from '../yaml/path.ts';
import { commentAbove, harmless } from './comments.ts';
import type { Draft, Spot } from './draft.ts';

/**
 * Writes the comments that went with a value which took another form above that form, in their order. Where a comment
 * cannot stand there, the value is left as it is.
 */
export function keepComments(draft: Draft, spot: Spot, before: YamlTree, path: Path): void {
  if (draft.refusal !== undefined) return;
  const lost = lostComments(before.text, spot.document.text);
  if (lost.length === 0) return;
  const lineBreak = draft.lineBreak(spot.document.file);
  for (const comment of lost) {
    draft.edit(spot.document, (tree) => {
      const place = locate(tree, [...spot.path, ...path]);
      const offset = place?.key?.start ?? place?.value.start;
      if (offset === undefined) return { edits: [] };
      const written = harmless(tree, commentAbove(tree.text, offset, comment, lineBreak));
      return 'refused' in written ? { edits: [] } : written;
    });
  }
}

/** The comments of one text that are not in the other, as often as they are missing. */
function lostComments(before: string, after: string): readonly string[] {
  const kept = new Map<string, number>();
  for (const comment of commentsOf(after)) kept.set(comment, (kept.get(comment) ?? 0) + 1);
  return commentsOf(before).filter((comment) => {
    const count = kept.get(comment) ?? 0;
    kept.set(comment, count - 1);
    return count <= 0;
  });
}
