import { useEffect, useEffectEvent } from 'react';
import type { ActionArgs, ActionName } from '../../core/actions/registry.ts';
import { isRefusal } from '../../core/actions/types.ts';
import { useStudio, useWorkspace } from '../../state/react.tsx';

/** How long nothing must change before the canvas is asked to show it, in milliseconds. */
const pause = 120;

/** Shows on the canvas what an action would do, as long as the component is there; brings it into view once. */
export function useOverlay<N extends ActionName>(name: N, args: ActionArgs<N>): void {
  const studio = useStudio();
  const version = useWorkspace((workspace) => workspace.version);
  const key = JSON.stringify([args, version]);
  const show = useEffectEvent(async (isWanted: () => boolean) => {
    const change = await studio.preview(name, args);
    const overlay = isRefusal(change) ? null : await studio.foresee(change);
    if (!isWanted()) return;
    const isFirst = studio.view.getState().overlay === null;
    studio.setView({ overlay });
    const touched = overlay === null ? [] : [...overlay.added, ...overlay.changed];
    if (isFirst && touched.length > 0) studio.setView({ bring: { ids: touched } });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever the question is another
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => void show(() => isCurrent), pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  useEffect(() => () => studio.setView({ overlay: null }), [studio]);
}
