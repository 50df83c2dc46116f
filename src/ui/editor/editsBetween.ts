import { composeEdits } from '../../core/text/composeEdits.ts';
import { type LineHunk, lineHunks } from '../../core/text/lineDiff.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { applyEdits, diffAsEdit, type TextEdit } from '../../core/text/textEdit.ts';
import type { WorkspaceState } from '../../state/types.ts';

/** Below this a single edit from the first to the last difference disturbs nothing worth keeping. */
const smallEnough = 400;

/**
 * Small edits that lead from one text to another, so that cursor, folds and marks between two distant changes
 * stay. `guesses` are edits that are likely to be the very ones; they are believed only if they are exact.
 */
export function editsBetween(
  before: string,
  after: string,
  guesses: readonly (readonly TextEdit[])[] = [],
): readonly TextEdit[] {
  for (const guess of guesses) if (leadsTo(before, guess, after)) return guess;
  const single = diffAsEdit(before, after);
  const [edit] = single;
  if (edit === undefined || (edit.end - edit.start < smallEnough && edit.text.length < smallEnough))
    return single;
  const was = new LineIndex(before);
  const now = new LineIndex(after);
  return lineHunks(before, after).flatMap((hunk) => hunkEdits(before, after, was, now, hunk));
}

/** What the history's last step, the last one undone, or its way back do to one file, each as one list of edits. */
export function recordedEdits(state: WorkspaceState, path: string): readonly (readonly TextEdit[])[] {
  const steps = [state.past.at(-1)?.changes, state.future[0]?.inverse];
  return steps.flatMap((changes) => {
    const edits = (changes ?? []).flatMap((change) =>
      change.files.flatMap((file) => (file.type === 'edit' && file.path === path ? [file.edits] : [])),
    );
    const [first, ...rest] = edits;
    return first === undefined ? [] : [rest.reduce(composeEdits, first)];
  });
}

function leadsTo(before: string, edits: readonly TextEdit[], after: string): boolean {
  let length = before.length;
  for (const edit of edits) {
    if (edit.end > before.length) return false;
    length += edit.text.length - (edit.end - edit.start);
  }
  return length === after.length && applyEdits(before, edits) === after;
}

function hunkEdits(
  before: string,
  after: string,
  was: LineIndex,
  now: LineIndex,
  hunk: LineHunk,
): readonly TextEdit[] {
  const start = was.lineRange(hunk.was.start).start;
  const old = before.slice(start, was.lineRange(hunk.was.end).start);
  const fresh = after.slice(now.lineRange(hunk.now.start).start, now.lineRange(hunk.now.end).start);
  return diffAsEdit(old, fresh).map((edit) => ({
    ...edit,
    start: edit.start + start,
    end: edit.end + start,
  }));
}
