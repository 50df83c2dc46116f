import { UnstyledButton } from '@mantine/core';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import styles from './HealthPill.module.css';

/** The state of the workspace in one pill; opens Problems. */
export function HealthPill() {
  const studio = useStudio();
  const findings = useAnalysis((analysis) => analysis.findings);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  const label = `${countWords(errors, 'error')}, ${countWords(warnings, 'warning')}`;
  const toggle = () =>
    studio.setView({ drawer: studio.view.getState().drawer === 'problems' ? null : 'problems' });
  return (
    <UnstyledButton
      className={styles.pill}
      onClick={toggle}
      aria-label={`${label}. Show problems`}
      data-testid="health"
    >
      {errors + warnings === 0 ? (
        <span className={styles.part} data-tone="ok">
          <CircleCheck size={14} strokeWidth={1.75} aria-hidden="true" />
          <span className={styles.word}>No problems</span>
        </span>
      ) : null}
      {errors > 0 ? (
        <span className={styles.part} data-tone="error">
          <CircleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
          {errors}
        </span>
      ) : null}
      {warnings > 0 ? (
        <span className={styles.part} data-tone="warning">
          <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
          {warnings}
        </span>
      ) : null}
    </UnstyledButton>
  );
}

function countWords(count: number, word: string): string {
  return `${count === 0 ? 'no' : count} ${word}${count === 1 ? '' : 's'}`;
}
