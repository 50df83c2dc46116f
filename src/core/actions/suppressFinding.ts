import { suppressionComment } from '../checks/suppress.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { ActionArgTable } from './args.ts';
import { commentAbove, harmless } from './comments.ts';
import { Draft } from './draft.ts';
import { findFinding } from './findFinding.ts';
import type { Action } from './types.ts';

const gone = { refused: 'This finding is gone already.' };

/** Writes the comment that says why one lives with a finding, on a line of its own above it. */
export const suppressFinding: Action<'suppress', ActionArgTable['suppress']> = {
  name: 'suppress',
  run(context, { finding, reason }) {
    const found = findFinding(context.analysis, finding);
    if (found === undefined || found.suppressed !== undefined) return gone;
    const { file, document } = found.place;
    const draft = new Draft(context);
    const comment = suppressionComment(found.code, reason);
    const lineBreak = draft.lineBreak(file);
    draft.edit(draft.document(file, document), (tree) =>
      harmless(tree, commentAbove(tree.text, found.range.start, comment, lineBreak)),
    );
    return draft.finish({ label: `Live with ${found.code}` });
  },
};

/** Takes the comment away again. */
export const unsuppressFinding: Action<'unsuppress', ActionArgTable['unsuppress']> = {
  name: 'unsuppress',
  run(context, { finding }) {
    const suppressed = findFinding(context.analysis, finding)?.suppressed;
    if (suppressed === undefined) return gone;
    if (suppressed.switchedOffIn !== undefined)
      return {
        refused: `${finding.code} is switched off for the whole workspace. Switch it on again instead.`,
      };
    const { range } = suppressed;
    const { file, document } = finding.place;
    const draft = new Draft(context);
    draft.edit(draft.document(file, document), (tree) => {
      const { start, end } = new LineIndex(tree.text).lineRange(
        new LineIndex(tree.text).positionAt(range.start).line,
      );
      const isOwnLine = tree.text.slice(start, range.start).trim() === '';
      const before = tree.text.slice(start, range.start);
      const edit = isOwnLine
        ? { start, end, text: '' }
        : { start: start + before.trimEnd().length, end: range.end, text: '' };
      return harmless(tree, edit);
    });
    return draft.finish({ label: `Count ${finding.code} again` });
  },
};
