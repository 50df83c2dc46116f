import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../core/analysis.ts';

const icons: Readonly<Record<Severity, LucideIcon>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
};

/** The word for each severity, as people read it. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

/** Severities from the worst down. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The worse of two severities; absent is best. */
export function worseSeverity(a: Severity | undefined, b: Severity | undefined): Severity | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}

/** The icon of a severity with its word for those who do not see it. */
export function SeverityMark({
  severity,
  size = 14,
}: {
  readonly severity: Severity;
  readonly size?: number;
}) {
  const Icon = icons[severity];
  return (
    <Icon
      size={size}
      strokeWidth={1.75}
      color={`var(--${severity})`}
      role="img"
      aria-label={severityWords[severity]}
      style={{ flex: 'none' }}
    />
  );
}
