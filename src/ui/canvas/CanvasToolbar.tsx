import { useStore } from '@xyflow/react';
import { Frame, Hand, Maximize, Minus, MousePointer2, Plus, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { useView } from '../../state/react.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import styles from './CanvasToolbar.module.css';
import { useCanvasTools, useScene } from './canvasContext.ts';
import { FilterButton } from './FilterButton.tsx';
import { useViewportMoves } from './useViewportWishes.ts';

/** The tools that float at the foot of the canvas. */
export function CanvasToolbar() {
  const { studio, scene } = useCanvasTools();
  const moves = useViewportMoves();
  const tool = useView((view) => view.tool);
  const hasFrames = useView((view) => view.frames);
  const isEmpty = useScene((state) => state.model.cards.size === 0);
  const [isTidying, setTidying] = useState(false);
  const tidy = async () => {
    setTidying(true);
    await scene.tidy();
    setTidying(false);
    moves.fitAll();
  };
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Canvas tools" data-canvas-controls>
      <IconButton
        label="Select (V)"
        icon={MousePointer2}
        size={32}
        isActive={tool === 'select'}
        onClick={() => studio.setView({ tool: 'select' })}
      />
      <IconButton
        label="Hand (H), or hold Space"
        icon={Hand}
        size={32}
        isActive={tool === 'hand'}
        onClick={() => studio.setView({ tool: 'hand' })}
      />
      <span className={styles.line} />
      <IconButton label="Zoom out (-)" icon={Minus} size={32} onClick={() => moves.zoomBy(0.8)} />
      <ZoomLevel onReset={() => moves.zoomToLevel(1)} />
      <IconButton label="Zoom in (+)" icon={Plus} size={32} onClick={() => moves.zoomBy(1.25)} />
      <IconButton
        label="Fit everything (Shift 1)"
        icon={Maximize}
        size={32}
        isDisabled={isEmpty}
        onClick={() => moves.fitAll()}
      />
      <span className={styles.line} />
      <IconButton
        label="Tidy the layout"
        icon={WandSparkles}
        size={32}
        isDisabled={isEmpty || isTidying}
        onClick={() => void tidy()}
      />
      <FilterButton />
      <IconButton
        label="Frames around namespaces"
        icon={Frame}
        size={32}
        isActive={hasFrames}
        onClick={() => studio.setView({ frames: !hasFrames })}
      />
    </div>
  );
}

/** Renders on each step of a zoom, so it stands alone. */
function ZoomLevel({ onReset }: { readonly onReset: () => void }) {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <button
      type="button"
      className={styles.level}
      aria-label={`Zoom ${percent} percent, back to 100`}
      title="Back to 100 %"
      onClick={onReset}
    >
      {percent} %
    </button>
  );
}
