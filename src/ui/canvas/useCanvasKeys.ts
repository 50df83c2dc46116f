import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import { hasMod } from '../kit/isMac.ts';
import { useCanvasTools } from './canvasContext.ts';
import { keyCommand } from './keyCommand.ts';
import { commitDragged } from './moveCards.ts';
import { type KeyWorld, runKeyCommand } from './runKeyCommand.ts';
import { useViewportMoves } from './useViewportWishes.ts';

/** The keys of the canvas, for its root element. */
export function useCanvasKeys(root: RefObject<HTMLElement | null>) {
  const tools = useCanvasTools();
  const moves = useViewportMoves();
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    const worldOf = (element: HTMLElement): KeyWorld => ({
      tools,
      moves,
      root: element,
      middle: () => {
        const box = element.getBoundingClientRect();
        const { width, height } = store.getState();
        const { x, y } = flow.screenToFlowPosition({ x: box.left + width / 2, y: box.top + height / 2 });
        return { x: Math.round(x), y: Math.round(y) };
      },
    });
    return {
      onKeyDown(event: KeyboardEvent) {
        if (root.current === null || event.defaultPrevented || isElsewhere(event)) return;
        const command = keyCommand({
          key: event.key,
          code: event.code,
          isMod: hasMod(event),
          isCtrl: event.ctrlKey,
          isShift: event.shiftKey,
          isAlt: event.altKey,
        });
        if (command === undefined || (command.type === 'open' && isControl(event.target))) return;
        if (runKeyCommand(worldOf(root.current), command)) {
          event.preventDefault();
          event.stopPropagation();
        }
      },
      onKeyUp(event: KeyboardEvent) {
        if (event.key.startsWith('Arrow') && tools.gestures.getState().dragged !== null) commitDragged(tools);
      },
    };
  }, [root, tools, moves, flow, store]);
}

/** Keys in fields, and in menus and dialogs that React counts as inside, are not the canvas's. */
function isElsewhere(event: KeyboardEvent): boolean {
  const target = event.target as Element;
  if (target.matches('input, textarea, select, [contenteditable="true"]')) return true;
  if (!event.currentTarget.contains(target)) return true;
  return target.closest('[data-canvas-controls]') !== null;
}

function isControl(target: EventTarget): boolean {
  return (target as Element).closest('button, [role="slider"]') !== null;
}
