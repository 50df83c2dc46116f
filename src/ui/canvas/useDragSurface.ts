import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import type { DragSurface } from './connectDrag.ts';

/** What a drag draws in, filled once the page is there. */
export function useDragSurface(root: RefObject<HTMLElement | null>) {
  const surface = useRef<DragSurface | null>(null);
  const line = useRef<SVGPathElement>(null);
  const hint = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    if (root.current === null || line.current === null || hint.current === null) return;
    surface.current = {
      root: root.current,
      line: line.current,
      hint: hint.current,
      toCanvas: (point) => flow.screenToFlowPosition(point),
      panBy: (delta) => void store.getState().panBy(delta),
    };
  }, [root, flow, store]);
  return { surface, line, hint };
}
