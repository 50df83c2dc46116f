import type { ActionArgs } from '../../core/actions/registry.ts';
import { isRefusal } from '../../core/actions/types.ts';
import type { ResourceChange } from '../../core/review/types.ts';
import { hunkAsEdit, type LineHunk } from '../../core/text/lineDiff.ts';
import type { TextEdit } from '../../core/text/textEdit.ts';
import type { Studio } from '../../state/types.ts';
import { countOf } from '../kit/countOf.ts';
import { notifyUndo } from '../kit/notifyUndo.ts';
import { type ChangedFile, hunkWords } from './changedFiles.ts';
import { linesOfDocument } from './lineOfPlace.ts';

/** Takes one hunk of a file back to the baseline. The one hunk of a new or removed file is the file. */
export function revertHunk(studio: Studio, file: ChangedFile, hunk: LineHunk): void {
  if (isOutdated(studio, file)) return;
  const done = `Reverted ${hunkWords(hunk)} of ${file.path}.`;
  if (file.type === 'added' || file.type === 'removed') revertFile(studio, file);
  else if (file.type === 'renamed') commitEdits(studio, file, [hunk], done);
  else void run(studio, { type: 'hunk', path: file.path, was: hunk.was, now: hunk.now }, done);
}

/** Takes a file back: its text, its name, or its being there at all. */
export function revertFile(studio: Studio, file: ChangedFile): void {
  const done = `Reverted ${file.path}.`;
  if (file.type !== 'renamed' || file.wasPath === undefined) {
    void run(studio, { type: 'file', path: file.path }, done);
    return;
  }
  if (isOutdated(studio, file)) return;
  const { path, wasPath } = file;
  const edits = file.hunks.map((hunk) => hunkAsEdit(file.now, file.was, hunk));
  const rename = { type: 'rename', path, to: wasPath } as const;
  const change = { label: `Revert ${path}`, files: [{ type: 'edit', path, edits } as const, rename] };
  studio.commit(change, 'review');
  notifyUndo(studio, `${path} is ${wasPath} again, as it was.`);
}

/** Takes the document of one resource back. A renamed one is put back line by line where it stands. */
export function revertResource(studio: Studio, file: ChangedFile | undefined, change: ResourceChange): void {
  const done = `Reverted ${change.title}.`;
  if (change.type !== 'renamed' || file === undefined || change.after === undefined) {
    void run(studio, { type: 'resource', id: change.id }, done);
    return;
  }
  if (isOutdated(studio, file)) return;
  const lines = linesOfDocument(file.now, change.after.document);
  const own = file.hunks.filter(
    ({ now }) => now.start < lines.end && Math.max(now.end, now.start + 1) > lines.start,
  );
  commitEdits(studio, file, own, done);
}

/** Takes everything back. */
export function revertAll(studio: Studio, files: readonly ChangedFile[]): void {
  void run(studio, { type: 'all' }, `Reverted every change in ${countOf(files.length, 'file')}.`);
}

async function run(studio: Studio, what: ActionArgs<'revert'>['what'], done: string): Promise<void> {
  const baseline = [...studio.workspace.getState().baseline].map(([path, text]) => ({ path, text }));
  const result = await studio.run('revert', { baseline, what }, { origin: 'review' });
  if (!isRefusal(result)) notifyUndo(studio, done);
}

/** For renamed files, whose old text stands under another path than the action looks at. */
function commitEdits(studio: Studio, file: ChangedFile, hunks: readonly LineHunk[], done: string): void {
  const edits: readonly TextEdit[] = hunks.map((hunk) => hunkAsEdit(file.now, file.was, hunk));
  studio.commit(
    { label: done.replace(/\.$/, ''), files: [{ type: 'edit', path: file.path, edits }] },
    'review',
  );
  notifyUndo(studio, done);
}

/** True (and said) when the file is not as it was compared: lines that were counted then are others now. */
function isOutdated(studio: Studio, file: ChangedFile): boolean {
  const now = studio.workspace.getState().files.get(file.path) ?? '';
  if (now === file.now) return false;
  studio.notify({ tone: 'info', text: `${file.path} has just changed. Look at it again, then revert.` });
  return true;
}
