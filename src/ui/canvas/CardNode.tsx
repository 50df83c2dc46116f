import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { Anchors, Handle } from './Anchors.tsx';
import styles from './Card.module.css';
import { CardBody } from './CardBody.tsx';
import { CardHead } from './CardHead.tsx';
import { useGesture } from './canvasContext.ts';
import type { CardNodeType } from './flowElements.ts';
import { useCardState } from './useCardState.ts';

/** The card of a resource: what it is, how it is, its rows, and the policies docked on it. */
export const CardNode = memo(function CardNode({ data, selected }: NodeProps<CardNodeType>) {
  const { card, anchors } = data;
  const isFar = useGesture((state) => state.isFar);
  const state = useCardState(card.id);
  return (
    <div
      className={styles.card}
      style={{ '--tint': `var(--family-${card.family})` } as CSSProperties}
      data-family={card.family}
      data-kind={card.kind}
      data-selected={selected || undefined}
      data-stale={card.stale !== undefined || undefined}
      data-far={isFar || undefined}
      {...state}
    >
      <CardHead card={card} isFar={isFar} />
      {isFar ? null : <CardBody card={card} />}
      <Handle side="left" card={card.id} />
      <Handle side="right" card={card.id} />
      <Anchors size={card.size} used={anchors} />
    </div>
  );
});
