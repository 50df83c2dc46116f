import { useMemo } from 'react';
import { useAnalysis, useWorkspace } from '../../../state/react.tsx';
import { LineFinder } from './lineFinder.ts';

/** Line numbers of findings in the texts as they are. */
export function useLineFinder(): LineFinder {
  const outlines = useAnalysis((analysis) => analysis.files);
  const files = useWorkspace((workspace) => workspace.files);
  return useMemo(() => new LineFinder(files, outlines), [files, outlines]);
}
