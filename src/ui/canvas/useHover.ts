import { useMemo } from 'react';
import { useCanvasTools } from './canvasContext.ts';
import type { FlowNode, LinkEdgeType } from './flowElements.ts';

/** A pointer that only passes over a card lights nothing, in milliseconds. */
const delay = 120;

/** Lights the path of the card or link under the pointer. */
export function useHover() {
  const { gestures } = useCanvasTools();
  return useMemo(() => {
    let timer = 0;
    const set = (hovered: { readonly type: 'card' | 'link'; readonly id: string } | null, wait: number) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const { offer, dragged, isPanning, hovered: before } = gestures.getState();
        const isBusy = offer !== null || dragged !== null || isPanning;
        if (hovered !== before && (hovered === null || !isBusy)) gestures.setState({ hovered });
      }, wait);
    };
    return {
      onNodeMouseEnter: (_event: unknown, node: FlowNode) => {
        if (node.type !== 'frame') set({ type: 'card', id: node.id }, delay);
      },
      onNodeMouseLeave: () => set(null, 40),
      onEdgeMouseEnter: (_event: unknown, edge: LinkEdgeType) => set({ type: 'link', id: edge.id }, 30),
      onEdgeMouseLeave: () => set(null, 40),
    };
  }, [gestures]);
}
