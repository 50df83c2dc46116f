import type { NodeProps } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { createGhost } from '../kit/createGhost.ts';
import { Anchors, Handle } from './Anchors.tsx';
import styles from './Card.module.css';
import { CardHead } from './CardHead.tsx';
import { useCanvasTools, useGesture } from './canvasContext.ts';
import type { CardNodeType } from './flowElements.ts';
import { useCardState } from './useCardState.ts';

/** Something that is referred to and not in the workspace: dashed, with a way to make it. */
export const GhostNode = memo(function GhostNode({ data, selected }: NodeProps<CardNodeType>) {
  const { card, anchors } = data;
  const { studio } = useCanvasTools();
  const isFar = useGesture((state) => state.isFar);
  const state = useCardState(card.id);
  return (
    <div
      className={`${styles.card} ${styles.ghost}`}
      style={{ '--tint': `var(--family-${card.family})` } as CSSProperties}
      data-family={card.family}
      data-kind={card.kind}
      data-made={card.madeBy !== undefined || undefined}
      data-external={card.isExternal}
      data-selected={selected || undefined}
      data-far={isFar || undefined}
      {...state}
    >
      <CardHead card={card} isFar={isFar} />
      {isFar ? null : (
        <div className={styles.action}>
          {card.isExternal === true ? (
            <span className={styles.missing}>Outside of the cluster</span>
          ) : card.madeBy === undefined ? (
            <>
              <span className={styles.missing}>Not in the workspace</span>
              <button
                type="button"
                tabIndex={-1}
                className={`${styles.create} nodrag`}
                onClick={(event) => {
                  event.stopPropagation();
                  createGhost(studio, card.id);
                }}
              >
                <Plus size={13} strokeWidth={2} aria-hidden="true" />
                Create it
              </button>
            </>
          ) : (
            <span className={styles.missing} title={`Made by ${card.madeBy}`}>
              Made by {card.madeBy}
            </span>
          )}
        </div>
      )}
      <Handle side="left" card={card.id} />
      <Handle side="right" card={card.id} />
      <Anchors size={card.size} used={anchors} />
    </div>
  );
});
