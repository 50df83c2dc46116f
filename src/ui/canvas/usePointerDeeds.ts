import type { MouseEvent, RefObject } from 'react';
import { useCanvasTools } from './canvasContext.ts';
import { cardRects } from './cardFocus.ts';
import type { DragSurface } from './connectDrag.ts';
import type { FlowNode, LinkEdgeType } from './flowElements.ts';
import { menuPointOf } from './menuPoint.ts';
import { createAt } from './offers.ts';
import { pointOf } from './pointUnder.ts';
import { useViewportMoves } from './useViewportWishes.ts';

/** A double click on nothing adds something there; one on a card goes to its text. */
export function useDoubleClicks(surface: RefObject<DragSurface | null>) {
  const tools = useCanvasTools();
  const { studio } = tools;
  return {
    onNodeDoubleClick: (event: MouseEvent, node: FlowNode) => {
      const point = pointOf(event.target as Element);
      if (node.type !== 'frame' && point !== null) studio.select([point.id], { focusEditor: true });
    },
    onDoubleClick: (event: MouseEvent) => {
      if (!(event.target as Element).classList.contains('react-flow__pane')) return;
      const at = surface.current?.toCanvas({ x: event.clientX, y: event.clientY });
      if (at !== undefined) {
        studio.setView({ dialog: createAt(tools, { x: Math.round(at.x), y: Math.round(at.y) }) });
      }
    },
  };
}

/** A click on the overview selects the card there and goes to it. */
export function useGoToCard(surface: RefObject<DragSurface | null>) {
  const tools = useCanvasTools();
  const moves = useViewportMoves();
  return (event: MouseEvent) => {
    const at = surface.current?.toCanvas({ x: event.clientX, y: event.clientY });
    if (at === undefined) return;
    for (const [id, { x, y, width, height }] of cardRects(tools)) {
      if (at.x < x || at.y < y || at.x > x + width || at.y > y + height) continue;
      tools.studio.select([id]);
      moves.zoomTo([id]);
      return;
    }
    tools.studio.select([], { quiet: true });
  };
}

/** A click on a row shows the lines of that row, not only of the whole resource. */
export function useRowReveal() {
  const { studio } = useCanvasTools();
  return (event: MouseEvent) => {
    const point = pointOf(event.target as Element);
    const resource = point === null ? undefined : studio.analysis.getState().resources.get(point.id);
    const row = resource?.summary.rows.find((each) => each.id === point?.row);
    if (resource === undefined || row === undefined || event.shiftKey || event.ctrlKey || event.metaKey)
      return;
    const { place } = resource;
    void studio.revealPlace({ ...place, path: [...place.path, ...row.path] });
  };
}

/** Right-clicks, and the menu key. */
export function useMenus() {
  const { gestures } = useCanvasTools();
  return {
    onNodeContextMenu: (event: MouseEvent, node: FlowNode) => {
      event.preventDefault();
      const point = pointOf(event.target as Element);
      if (node.type !== 'frame' && point !== null) {
        gestures.setState({ menu: { at: menuPointOf(event), subject: { type: 'card', point } } });
      }
    },
    onEdgeContextMenu: (event: MouseEvent, edge: LinkEdgeType) => {
      event.preventDefault();
      gestures.setState({ menu: { at: menuPointOf(event), subject: { type: 'link', id: edge.id } } });
    },
    onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => {
      event.preventDefault();
      gestures.setState({ menu: { at: menuPointOf(event), subject: { type: 'canvas' } } });
    },
  };
}
