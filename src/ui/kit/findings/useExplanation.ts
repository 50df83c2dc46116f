import { useEffect, useEffectEvent, useState } from 'react';
import type { Finding } from '../../../core/analysis.ts';
import type { Explanation } from '../../../core/schema/explainFault.ts';
import { useStudio } from '../../../state/react.tsx';
import { keyOfFinding } from './showFinding.ts';

/** Why a finding is one; null while that is asked, and where nobody knows more than it says. */
export function useExplanation(finding: Finding): Explanation | null {
  const studio = useStudio();
  const [answer, setAnswer] = useState<{ key: string; explanation: Explanation | null } | null>(null);
  const key = `${keyOfFinding(finding)}|${finding.message}`;
  const ask = useEffectEvent(async (isWanted: () => boolean) => {
    const explanation = (await studio.explain(finding)) ?? null;
    if (isWanted()) setAnswer({ key, explanation });
  });
  useEffect(() => {
    let isCurrent = true;
    if (key !== '') void ask(() => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return answer?.key === key ? answer.explanation : null;
}
