import { applyEdits, invertEdits } from '../text/textEdit.ts';
import type { FileChange } from './types.ts';

/** The files after a change, and the changes that lead back to the files before it. */
export interface AppliedChange {
  readonly files: ReadonlyMap<string, string>;
  /** Applied in this order it restores every byte, and the order of the files. */
  readonly inverse: readonly FileChange[];
}

/**
 * Applies file changes one after the other. Order of the files is kept: an edited or renamed file keeps its
 * position, a new one stands at `at` or at the end. Throws a RangeError on a change that does not fit the files
 * (an edit of a file that is not there, a second file of one path), which is a bug; nothing is half applied.
 */
export function applyFileChanges(
  files: ReadonlyMap<string, string>,
  changes: readonly FileChange[],
): AppliedChange {
  let entries = [...files];
  const inverse: FileChange[] = [];
  for (const change of changes) {
    const [next, back] = applyOne(entries, change);
    entries = next;
    inverse.unshift(back);
  }
  return { files: new Map(entries), inverse };
}

type Entries = [path: string, text: string][];

function applyOne(entries: Entries, change: FileChange): [Entries, FileChange] {
  const { path } = change;
  const index = entries.findIndex(([name]) => name === path);
  if (change.type === 'create') {
    if (index >= 0) throw new RangeError(`there is a file ${path} already`);
    const at = Math.max(0, Math.min(change.at ?? entries.length, entries.length));
    return [entries.toSpliced(at, 0, [path, change.text]), { type: 'delete', path }];
  }
  const text = entries[index]?.[1];
  if (text === undefined) throw new RangeError(`there is no file ${path}`);
  switch (change.type) {
    case 'edit':
      return [
        entries.with(index, [path, applyEdits(text, change.edits)]),
        { type: 'edit', path, edits: invertEdits(text, change.edits) },
      ];
    case 'delete':
      return [entries.toSpliced(index, 1), { type: 'create', path, text, at: index }];
    case 'rename':
      if (change.to !== path && entries.some(([name]) => name === change.to)) {
        throw new RangeError(`there is a file ${change.to} already`);
      }
      return [entries.with(index, [change.to, text]), { type: 'rename', path: change.to, to: path }];
  }
}
