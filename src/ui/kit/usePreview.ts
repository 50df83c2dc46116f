import { useEffect, useEffectEvent, useState } from 'react';
import type { ActionArgs, ActionName } from '../../core/actions/registry.ts';
import { isRefusal } from '../../core/actions/types.ts';
import { useStudio, useWorkspace } from '../../state/react.tsx';
import { diffOfChange, type FileDiff } from './diff/diffOfChange.ts';

/** What an action would do. */
export interface Preview {
  /** Why the action is refused; undefined when it is not. */
  readonly refused: string | undefined;
  /** What would change, compared with the files there were when the question was answered. */
  readonly diffs: readonly FileDiff[];
}

/**
 * What an action would do with these arguments, asked anew when they or the text change. The last answer
 * stays until the next one is there, so that nothing flickers; null before the first, or without arguments.
 */
export function usePreview<N extends ActionName>(name: N, args: ActionArgs<N> | null): Preview | null {
  const studio = useStudio();
  const version = useWorkspace((workspace) => workspace.version);
  const [answer, setAnswer] = useState<Preview | null>(null);
  const key = args === null ? null : JSON.stringify([name, args, version]);
  const ask = useEffectEvent(async (isWanted: () => boolean) => {
    if (args === null) return;
    // The answer is about the text there is when the question is asked.
    const { files } = studio.workspace.getState();
    const result = await studio.preview(name, args);
    if (!isWanted()) return;
    if (isRefusal(result)) setAnswer({ refused: result.refused, diffs: [] });
    else setAnswer({ refused: undefined, diffs: diffOfChange(files, result) });
  });
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    void ask(() => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return key === null ? null : answer;
}
