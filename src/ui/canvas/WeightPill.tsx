import { EdgeLabelRenderer } from '@xyflow/react';
import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import { sharePercent } from '../../state/canvas/buildLink.ts';
import type { CanvasLink, Position } from '../../state/canvas/types.ts';
import { useCanvasTools, useGesture } from './canvasContext.ts';
import styles from './Link.module.css';
import { dragWeight, keyWeight } from './weightGesture.ts';

interface WeightPillProps {
  readonly link: CanvasLink;
  readonly at: Position;
  readonly share: number;
  /** Its place in the order of failover, where there is one. */
  readonly turn: number | undefined;
  readonly state: string;
}

/** The share of the traffic that a reference takes. Drag it sideways, or use the arrow keys, to change it. */
export const WeightPill = memo(function WeightPill({ link, at, share, turn, state }: WeightPillProps) {
  const tools = useCanvasTools();
  const isDragging = useGesture(({ weights }) => weights?.has(link.id) === true);
  const percent = sharePercent(share);
  const { target } = link.edge;
  return (
    <EdgeLabelRenderer>
      <div
        className={`${styles.label} nodrag nopan`}
        data-state={state}
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
      >
        <span
          className={styles.pill}
          role="slider"
          tabIndex={-1}
          data-weight={link.id}
          data-dragging={isDragging || undefined}
          aria-label={`Share of ${target.kind} ${target.name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={`${percent} percent`}
          title="Drag sideways to change the weight"
          onPointerDown={(event: PointerEvent) => dragWeight(tools, link, event)}
          onKeyDown={(event: KeyboardEvent) => keyWeight(tools, link, event)}
        >
          {turn === undefined ? '' : `${turn} · `}
          {percent} %
        </span>
      </div>
    </EdgeLabelRenderer>
  );
});
