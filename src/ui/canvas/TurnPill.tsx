import { EdgeLabelRenderer } from '@xyflow/react';
import { turnWords } from '../../state/canvas/buildLink.ts';
import type { Position } from '../../state/canvas/types.ts';
import styles from './Link.module.css';

interface TurnPillProps {
  readonly turn: number;
  readonly at: Position;
  readonly state: string;
}

/** Which backend is asked first, and which takes over when it fails. */
export function TurnPill({ turn, at, state }: TurnPillProps) {
  return (
    <EdgeLabelRenderer>
      <div
        className={`${styles.label} nodrag nopan`}
        data-state={state}
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
      >
        <span className={styles.turn}>{turnWords(turn)}</span>
      </div>
    </EdgeLabelRenderer>
  );
}
