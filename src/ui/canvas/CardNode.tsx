import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { chipsPerLine } from '../../state/canvas/cardSize.ts';
import type { CanvasCard } from '../../state/canvas/types.ts';
import { Anchors, Handle } from './Anchors.tsx';
import styles from './Card.module.css';
import { CardHead } from './CardHead.tsx';
import { CardRowLine } from './CardRowLine.tsx';
import { useCanvasTools, useGesture } from './canvasContext.ts';
import type { CardNodeType } from './flowElements.ts';
import { PolicyChip } from './PolicyChip.tsx';
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
      <CardHead card={card} />
      {isFar ? null : <CardBody card={card} />}
      <Anchors size={card.size} used={anchors} />
    </div>
  );
});

const CardBody = memo(function CardBody({ card }: { readonly card: CanvasCard }) {
  return (
    <>
      <Handle side="left" card={card.id} />
      <Handle side="right" card={card.id} />
      {card.chips.length === 0 ? null : <Chips chips={card.chips} />}
      {card.rows.map((row) => (
        <CardRowLine key={row.id} card={card.id} row={row} />
      ))}
      <FoldButton card={card} />
      {card.policies.length === 0 ? null : <Dock policies={card.policies} />}
    </>
  );
});

function Dock({ policies }: { readonly policies: CanvasCard['policies'] }) {
  const lines = policies.filter((_policy, index) => index % chipsPerLine === 0);
  return (
    <div className={styles.dock}>
      {lines.map((first, line) => (
        <div key={first.id} className={styles.dockLine}>
          {policies.slice(line * chipsPerLine, (line + 1) * chipsPerLine).map((policy) => (
            <PolicyChip key={policy.id} policy={policy} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Chips({ chips }: { readonly chips: CanvasCard['chips'] }) {
  return (
    <div className={styles.chips}>
      {chips.map((chip) => (
        <span key={chip.text} className={styles.chip} title={chip.detail}>
          {chip.text}
        </span>
      ))}
    </div>
  );
}

function FoldButton({ card }: { readonly card: CanvasCard }) {
  const { scene } = useCanvasTools();
  if (card.foldable === 0) return null;
  const Icon = card.isUnfolded ? ChevronUp : ChevronDown;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.fold} nodrag`}
      aria-expanded={card.isUnfolded}
      onClick={(event) => {
        event.stopPropagation();
        scene.toggleRows(card.id);
      }}
    >
      <Icon size={14} strokeWidth={1.5} aria-hidden="true" />
      {card.isUnfolded ? 'Show fewer' : `${card.foldable} more`}
    </button>
  );
}
