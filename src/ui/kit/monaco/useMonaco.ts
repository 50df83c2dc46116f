import { useCallback, useEffect, useState } from 'react';
import { useView } from '../../../state/react.tsx';
import { loadMonaco } from './loadMonaco.ts';
import type { Monaco } from './MonacoApi.ts';

interface MonacoLoad {
  /** Null until it is there. */
  readonly monaco: Monaco | null;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

/** Milliseconds. */
const LONGEST_WAIT = 4000;

let loaded: Monaco | null = null;

/** Monaco, asked for once the canvas is drawn and the page is idle, so that it never holds up the first canvas. */
export function useMonaco(): MonacoLoad {
  const [monaco, setMonaco] = useState(loaded);
  const [hasFailed, setHasFailed] = useState(false);
  const load = useCallback(() => {
    setHasFailed(false);
    loadMonaco().then(
      (module) => {
        loaded = module;
        setMonaco(module);
      },
      () => setHasFailed(true),
    );
  }, []);
  const isDrawn = useView((view) => view.isDrawn);
  useEffect(() => {
    if (loaded !== null) return;
    if (isDrawn) return whenIdle(load);
    // A canvas that never comes must not keep the text away.
    const timer = setTimeout(load, LONGEST_WAIT);
    return () => clearTimeout(timer);
  }, [load, isDrawn]);
  return { monaco, hasFailed, retry: load };
}

/** Runs something when the browser has time, after a second and a half at the latest. Returns the cancelling. */
function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(task, 50);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(task, { timeout: 1500 });
  return () => cancelIdleCallback(handle);
}
