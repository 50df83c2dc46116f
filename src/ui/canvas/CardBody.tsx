import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo } from 'react';
import { chipsPerLine } from '../../state/canvas/cardSize.ts';
import type { CanvasCard } from '../../state/canvas/types.ts';
import { CardRowLine } from './CardRowLine.tsx';
import styles from './CardRows.module.css';
import { useCanvasTools } from './canvasContext.ts';
import { PolicyChip } from './PolicyChip.tsx';

/** What a card holds below its head. */
export const CardBody = memo(function CardBody({ card }: { readonly card: CanvasCard }) {
  return (
    <>
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
