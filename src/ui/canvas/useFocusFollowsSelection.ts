import { type RefObject, useEffect } from 'react';
import { useCanvasTools } from './canvasContext.ts';
import { cardElement, focusCard } from './cardFocus.ts';
import { useViewportMoves } from './useViewportWishes.ts';

/**
 * Keys go on from the card that was selected last, wherever it was selected. While the focus is on the canvas
 * it moves there too: a new card, a copy or a pasted one has it at once.
 */
export function useFocusFollowsSelection(root: RefObject<HTMLElement | null>): void {
  const tools = useCanvasTools();
  const moves = useViewportMoves();
  useEffect(() => {
    const follow = () => {
      const [only, ...others] = tools.studio.view.getState().selection;
      if (only === undefined || others.length > 0 || !tools.scene.store.getState().model.cards.has(only))
        return;
      if (tools.gestures.getState().current === only) return;
      tools.gestures.setState({ current: only });
      const canvas = root.current;
      const active = document.activeElement;
      const isHere = active === canvas || active?.closest('.react-flow__node') != null;
      if (canvas === null || !isHere || active === cardElement(canvas, only)) return;
      // The card may have come with the same change and not be on the page yet.
      requestAnimationFrame(() => focusCard(tools, canvas, moves, only));
    };
    return tools.studio.view.subscribe((now, before) => {
      if (now.selection !== before.selection) follow();
    });
  }, [root, tools, moves]);
}
