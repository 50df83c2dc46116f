import { useDeferredValue, useMemo, useRef } from 'react';
import type { Review } from '../../core/review/types.ts';
import { useWorkspace } from '../../state/react.tsx';
import { type ChangedFile, changedFiles } from './changedFiles.ts';

/** The files that differ from the baseline. Follows typing a moment later, so that typing stays quick. */
export function useChangedFiles(review: Review | null): readonly ChangedFile[] {
  const baseline = useWorkspace((workspace) => workspace.baseline);
  const files = useDeferredValue(useWorkspace((workspace) => workspace.files));
  const last = useRef<readonly ChangedFile[]>([]);
  return useMemo(() => {
    const renames = new Map(
      (review?.files ?? []).flatMap(({ path, was }) => (was === undefined ? [] : [[path, was] as const])),
    );
    last.current = changedFiles(baseline, files, renames, last.current);
    return last.current;
  }, [baseline, files, review]);
}
