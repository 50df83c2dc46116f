import { ContextMenu } from '../kit/ContextMenu.tsx';
import { useCanvasTools, useGesture } from './canvasContext.ts';
import type { Pick } from './gestures.ts';
import { useFocusBack } from './useFocusBack.ts';

/** Asks which of several meanings a connection should have. */
export function OptionPicker() {
  const pick = useGesture((state) => state.pick);
  return pick === null ? null : <OpenPicker pick={pick} />;
}

function OpenPicker({ pick }: { readonly pick: Pick }) {
  const { gestures } = useCanvasTools();
  useFocusBack();
  return (
    <ContextMenu
      label={pick.title}
      at={pick.at}
      entries={pick.options}
      onClose={() => gestures.setState({ pick: null })}
    />
  );
}
