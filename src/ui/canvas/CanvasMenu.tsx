import type { RefObject } from 'react';
import { ContextMenu } from '../kit/ContextMenu.tsx';
import { useCanvasTools, useGesture } from './canvasContext.ts';
import type { DragSurface } from './connectDrag.ts';
import type { Gestures } from './gestures.ts';
import { menuEntries, menuLabel } from './menuEntries.ts';
import { useFocusBack } from './useFocusBack.ts';
import { useViewportMoves } from './useViewportWishes.ts';

interface CanvasMenuProps {
  readonly surface: RefObject<DragSurface | null>;
}

/** The menu of a card, a chip, a connection or the canvas. */
export function CanvasMenu({ surface }: CanvasMenuProps) {
  const menu = useGesture((state) => state.menu);
  return menu === null ? null : <OpenMenu key={JSON.stringify(menu)} menu={menu} surface={surface} />;
}

function OpenMenu({ menu, surface }: CanvasMenuProps & { readonly menu: NonNullable<Gestures['menu']> }) {
  const tools = useCanvasTools();
  const moves = useViewportMoves();
  useFocusBack();
  const place = surface.current?.toCanvas(menu.at) ?? { x: 0, y: 0 };
  const at = { x: Math.round(place.x), y: Math.round(place.y) };
  return (
    <ContextMenu
      label={menuLabel(menu.subject)}
      at={menu.at}
      entries={menuEntries(tools, moves, menu.subject, at)}
      onClose={() => tools.gestures.setState({ menu: null })}
    />
  );
}
