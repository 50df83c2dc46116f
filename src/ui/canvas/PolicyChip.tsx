import { type MouseEvent, memo } from 'react';
import type { DockedPolicy } from '../../state/canvas/types.ts';
import { useView } from '../../state/react.tsx';

import { useCanvasTools } from './canvasContext.ts';
import { featureIcon } from './featureIcon.ts';
import { HealthMark } from './HealthMark.tsx';
import { menuPointOf } from './menuPoint.ts';
import styles from './PolicyChip.module.css';

/** Icons that a chip shows before the words. */
const mostIcons = 2;

interface PolicyChipProps {
  readonly policy: DockedPolicy;
  /** Only the icons, for rows. */
  readonly isSmall?: boolean;
}

/** A policy docked on what it governs: an icon for each thing it does. A click selects it. */
export const PolicyChip = memo(function PolicyChip({ policy, isSmall = false }: PolicyChipProps) {
  const { studio, gestures } = useCanvasTools();
  const isSelected = useView((view) => view.selection.includes(policy.id));
  const features = policy.features.map((feature) => feature.text);
  const icons = [...new Set((features.length === 0 ? [''] : features).map(featureIcon))].slice(0, mostIcons);
  const words = features.length === 0 ? policy.name : features.join(', ');
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    gestures.setState({ menu: { at: menuPointOf(event), subject: { type: 'policy', id: policy.id } } });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.policy} nodrag`}
      data-small={isSmall || undefined}
      data-policy={policy.id}
      data-selected={isSelected || undefined}
      data-stale={policy.stale !== undefined || undefined}
      aria-pressed={isSelected}
      aria-label={`${policy.kind} ${policy.name}${features.length === 0 ? '' : `: ${features.join(', ')}`}`}
      title={tooltipOf(policy)}
      onClick={(event) => {
        event.stopPropagation();
        studio.select([policy.id]);
        studio.announce(`${policy.kind} ${policy.name} selected`);
      }}
      onContextMenu={openMenu}
    >
      {icons.map((Icon) => (
        <Icon key={Icon.displayName} size={13} strokeWidth={1.75} aria-hidden="true" />
      ))}
      {isSmall ? null : <span className={styles.words}>{words}</span>}
      <HealthMark health={policy.health} stale={policy.stale} isSmall />
    </button>
  );
});

function tooltipOf({ kind, name, features }: DockedPolicy): string {
  const lines = features.map(({ text, detail }) => (detail === undefined ? text : `${text}: ${detail}`));
  return [`${kind} ${name}`, ...lines].join('\n');
}
