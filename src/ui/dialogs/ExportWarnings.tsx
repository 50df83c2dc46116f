import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import { countOf } from '../kit/countOf.ts';
import styles from './dialogs.module.css';

/** What a person should know before the file leaves the studio. Nothing of it blocks the export. */
export function ExportWarnings({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  const findings = useAnalysis((analysis) => analysis.findings);
  const resources = useAnalysis((analysis) => analysis.resources);
  const errors = useMemo(() => findings.filter(({ severity }) => severity === 'error').length, [findings]);
  const secrets = useMemo(
    () => [...resources.values()].filter(({ group, kind }) => group === '' && kind === 'Secret').length,
    [resources],
  );
  return (
    <div className={styles.warnings}>
      {errors === 0 ? null : (
        <p className={styles.caution}>
          {countOf(errors, 'error')} in the workspace. The export works all the same; the cluster may refuse
          part of it.{' '}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              onClose();
              studio.setView({ drawer: 'problems', page: 'canvas' });
            }}
          >
            Show problems
          </Button>
        </p>
      )}
      {secrets === 0 ? null : (
        <p className={styles.caution}>
          {countOf(secrets, 'Secret')} with {secrets === 1 ? 'its' : 'their'} values{' '}
          {secrets === 1 ? 'is' : 'are'} in it. Keep the file where you would keep a password.
        </p>
      )}
    </div>
  );
}
