import type { ResourceChange, Review } from '../../core/review/types.ts';
import type { ChangedFile } from './changedFiles.ts';

/** A changed file with the resources in it that changed. */
export interface ChangeGroup {
  readonly file: ChangedFile;
  readonly resources: readonly ResourceChange[];
  /** True when the text differs and what it means does not: comments, spaces, order of keys. */
  readonly isLayoutOnly: boolean;
}

/** The changes of each file. A resource stands with the file that it is in now, a removed one where it was. */
export function groupChanges(files: readonly ChangedFile[], review: Review | null): readonly ChangeGroup[] {
  const byPath = new Map<string, ResourceChange[]>();
  for (const change of review?.resources ?? []) {
    const path = (change.after ?? change.before)?.file;
    if (path === undefined) continue;
    const list = byPath.get(path);
    if (list === undefined) byPath.set(path, [change]);
    else list.push(change);
  }
  const layoutOnly = new Set(
    (review?.files ?? []).filter((file) => file.isLayoutOnly).map((file) => file.path),
  );
  return files.map((file) => ({
    file,
    resources: [
      ...(byPath.get(file.path) ?? []),
      ...(file.wasPath === undefined ? [] : (byPath.get(file.wasPath) ?? [])),
    ],
    isLayoutOnly: layoutOnly.has(file.path) && file.type === 'changed',
  }));
}
