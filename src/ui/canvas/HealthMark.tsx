import { CircleAlert, CloudOff, Info, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { healthWords, worstOf } from '../../state/canvas/health.ts';
import type { Health } from '../../state/canvas/types.ts';
import styles from './HealthMark.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

interface HealthMarkProps {
  readonly health: Health;
  readonly stale?: string | undefined;
  /** Without a count, for small places. */
  readonly isSmall?: boolean;
}

/** How a card is: a dot when all is well, else the worst severity with the count of its findings. */
export const HealthMark = memo(function HealthMark({ health, stale, isSmall = false }: HealthMarkProps) {
  const severity = worstOf(health);
  if (stale !== undefined) {
    return (
      <span className={styles.badge} data-severity="stale" data-small={isSmall || undefined} title={stale}>
        <CloudOff size={12} strokeWidth={2} aria-hidden="true" />
        <span className={styles.hidden}>Stale</span>
      </span>
    );
  }
  if (severity === undefined) {
    return isSmall ? null : (
      <span className={styles.dot} role="img" aria-label="No problems" title="No problems" />
    );
  }
  const Icon = icons[severity];
  const count = { error: health.errors, warning: health.warnings, info: health.notes }[severity];
  return (
    <span
      className={styles.badge}
      data-severity={severity}
      data-small={isSmall || undefined}
      title={healthWords(health)}
    >
      <Icon size={12} strokeWidth={2} aria-hidden="true" />
      <span aria-hidden="true">{isSmall ? '' : count}</span>
      <span className={styles.hidden}>{healthWords(health)}</span>
    </span>
  );
});
