import { useEffect, useState } from 'react';
import type { Review } from '../../core/review/types.ts';
import { useAnalysis, useStudio, useWorkspace } from '../../state/react.tsx';

/** Time after the last change before the comparison is asked for again. */
const pause = 120;

interface ReviewLoad {
  /** The latest answer; null before the first one. While a newer one is made, the old one stays. */
  readonly review: Review | null;
  readonly error: string | null;
}

/** What changed since the baseline, resource by resource, kept up to date by the worker. */
export function useReview(): ReviewLoad {
  const studio = useStudio();
  const version = useAnalysis((analysis) => analysis.version);
  const baseline = useWorkspace((workspace) => workspace.baseline);
  const [load, setLoad] = useState<ReviewLoad>({ review: null, error: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: version and baseline are what the answer depends on
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      studio.review().then(
        (review) => isCurrent && setLoad({ review, error: null }),
        (error: unknown) => isCurrent && setLoad((old) => ({ ...old, error: String(error) })),
      );
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [studio, version, baseline]);
  return load;
}
