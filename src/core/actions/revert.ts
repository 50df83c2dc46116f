import { hunkAsEdit } from '../text/lineDiff.ts';
import type { SourceFile } from '../workspace/types.ts';
import type { ActionArgTable } from './args.ts';
import { diffAsEdits } from './diffAsEdits.ts';
import { revertResource } from './revertResource.ts';
import type { Action, ActionContext, ActionResult, FileChange } from './types.ts';

type What = ActionArgTable['revert']['what'];

/** Brings back the baseline: everything, a file, a resource or one hunk, as edits of the lines that differ. */
export const revert: Action<'revert', ActionArgTable['revert']> = {
  name: 'revert',
  run(context, { baseline, what }) {
    switch (what.type) {
      case 'all':
        return { label: 'Revert all changes', files: changesTo(context, baseline) };
      case 'file':
        return {
          label: `Revert ${what.path}`,
          files: changesTo(context, baseline).filter(({ path }) => path === what.path),
        };
      case 'resource':
        return revertResource(context, baseline, what.id);
      case 'hunk':
        return revertHunk(context, baseline, what);
    }
  },
};

/** New files go, lost ones come back to their position, the others get their lines back. */
function changesTo(context: ActionContext, baseline: readonly SourceFile[]): readonly FileChange[] {
  const was = new Set(baseline.map(({ path }) => path));
  const gone = [...context.files.keys()].filter((path) => !was.has(path));
  return [
    ...gone.map((path): FileChange => ({ type: 'delete', path })),
    ...baseline.flatMap(({ path, text }, at): FileChange[] => {
      const now = context.files.get(path);
      if (now === undefined) return [{ type: 'create', path, text, at }];
      const edits = diffAsEdits(now, text);
      return edits.length === 0 ? [] : [{ type: 'edit', path, edits }];
    }),
  ];
}

function revertHunk(
  context: ActionContext,
  baseline: readonly SourceFile[],
  hunk: Extract<What, { type: 'hunk' }>,
): ActionResult {
  const now = context.files.get(hunk.path);
  if (now === undefined) return { refused: `${hunk.path} is not in the workspace any more.` };
  const was = baseline.find(({ path }) => path === hunk.path)?.text ?? '';
  const label = `Revert a change in ${hunk.path}, line ${hunk.now.start}`;
  return { label, files: [{ type: 'edit', path: hunk.path, edits: [hunkAsEdit(now, was, hunk)] }] };
}
