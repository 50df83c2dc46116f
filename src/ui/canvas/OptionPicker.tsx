import { ContextMenu } from '../kit/ContextMenu.tsx';
import { useCanvasTools, useGesture } from './canvasContext.ts';

/** Asks which of several meanings a connection should have. */
export function OptionPicker() {
  const { gestures } = useCanvasTools();
  const pick = useGesture((state) => state.pick);
  if (pick === null) return null;
  return (
    <ContextMenu
      label={pick.title}
      at={pick.at}
      entries={pick.options}
      onClose={() => gestures.setState({ pick: null })}
    />
  );
}
