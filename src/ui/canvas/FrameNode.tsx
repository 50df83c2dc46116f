import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { resourceId } from '../../core/workspace/types.ts';
import { useCanvasTools, useGesture } from './canvasContext.ts';
import styles from './Frame.module.css';
import type { FrameNodeType } from './flowElements.ts';
import { HealthMark } from './HealthMark.tsx';

/** A region around the cards of a namespace. Its label drags them all, and selects them on a click. */
export const FrameNode = memo(function FrameNode({ data: { frame } }: NodeProps<FrameNodeType>) {
  const { studio } = useCanvasTools();
  const isFar = useGesture((state) => state.isFar);
  const { errors, warnings } = frame.health;
  return (
    <div className={styles.frame} data-far={isFar || undefined}>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.label} frame-label`}
        title={`Namespace ${frame.namespace}: drag to move its cards, click to select them`}
        onClick={() => studio.select(frame.cards, { quiet: true })}
        onDoubleClick={() => {
          const id = resourceId('', 'Namespace', '', frame.namespace);
          if (studio.analysis.getState().resources.has(id)) studio.select([id], { bring: true });
        }}
      >
        <span className={styles.name}>{frame.namespace}</span>
        <span className={styles.count}>{frame.cards.length}</span>
        {errors + warnings === 0 ? null : <HealthMark health={frame.health} />}
      </button>
    </div>
  );
});
