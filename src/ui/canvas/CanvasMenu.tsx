import type { RefObject } from 'react';
import { ContextMenu } from '../kit/ContextMenu.tsx';
import { useCanvasTools, useGesture } from './canvasContext.ts';
import type { DragSurface } from './connectDrag.ts';
import { menuEntries, menuLabel } from './menuEntries.ts';
import { useViewportMoves } from './useViewportWishes.ts';

/** The menu of a card, a chip, a connection or the canvas. */
export function CanvasMenu({ surface }: { readonly surface: RefObject<DragSurface | null> }) {
  const tools = useCanvasTools();
  const moves = useViewportMoves();
  const menu = useGesture((state) => state.menu);
  if (menu === null) return null;
  const place = surface.current?.toCanvas(menu.at) ?? { x: 0, y: 0 };
  const at = { x: Math.round(place.x), y: Math.round(place.y) };
  return (
    <ContextMenu
      key={JSON.stringify(menu)}
      label={menuLabel(menu.subject)}
      at={menu.at}
      entries={menuEntries(tools, moves, menu.subject, at)}
      onClose={() => {
        tools.gestures.setState({ menu: null });
        document.querySelector<HTMLElement>('[data-focus-home]')?.focus({ preventScroll: true });
      }}
    />
  );
}
