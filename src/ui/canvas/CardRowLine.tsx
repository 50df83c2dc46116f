import { memo } from 'react';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { CanvasRow } from '../../state/canvas/types.ts';
import { SeverityMark } from '../kit/SeverityMark.tsx';
import { Handle } from './Anchors.tsx';
import styles from './CardRows.module.css';
import { chipsThatFit } from './chipsThatFit.ts';
import { PolicyChip } from './PolicyChip.tsx';
import { useRowState } from './useCardState.ts';

interface CardRowLineProps {
  readonly card: ResourceId;
  readonly row: CanvasRow;
}

/** One row of a card: a listener, a rule, a port, with a handle on each side. */
export const CardRowLine = memo(function CardRowLine({ card, row }: CardRowLineProps) {
  const state = useRowState(card, row.id);
  const fitting = chipsThatFit(row);
  const shown = row.chips.slice(0, fitting);
  const more = row.chips.slice(fitting);
  return (
    <div className={styles.row} data-row={row.id} title={tooltipOf(row)} {...state}>
      <Handle side="left" card={card} row={row.id} />
      <span className={styles.label}>{row.label}</span>
      <span className={styles.parts}>{row.parts.join('  ')}</span>
      {shown.map((chip) => (
        <span key={chip.text} className={styles.chip}>
          {chip.text}
        </span>
      ))}
      {more.length === 0 ? null : <span className={styles.chip}>+{more.length}</span>}
      {row.policies.map((policy) => (
        <PolicyChip key={policy.id} policy={policy} isSmall />
      ))}
      {row.severity === undefined ? null : <SeverityMark severity={row.severity} size={13} />}
      <Handle side="right" card={card} row={row.id} />
    </div>
  );
});

function tooltipOf(row: CanvasRow): string {
  const chips = row.chips.map(({ text, detail }) => (detail === undefined ? text : `${text}: ${detail}`));
  return [[row.label, ...row.parts].join('  '), ...chips].join('\n');
}
