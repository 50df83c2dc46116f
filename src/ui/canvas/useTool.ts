import { useKeyPress } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import { useView } from '../../state/react.tsx';
import { useCanvasTools } from './canvasContext.ts';

/** The tool that was chosen, or the hand while Space is held. */
export function useTool(): 'select' | 'hand' {
  const chosen = useView((view) => view.tool);
  return useKeyPress('Space') ? 'hand' : chosen;
}

/** While the view moves nothing is pointed at, and a large canvas moves as one picture. */
export function usePanning(root: RefObject<HTMLElement | null>) {
  const { gestures } = useCanvasTools();
  return useMemo(() => {
    const set = (isPanning: boolean) => {
      if (gestures.getState().isPanning !== isPanning) gestures.setState({ isPanning });
      root.current?.toggleAttribute('data-panning', isPanning);
    };
    return { onMoveStart: () => set(true), onMoveEnd: () => set(false) };
  }, [gestures, root]);
}
