import { Button } from '@mantine/core';
import type { Finding } from '../../../core/analysis.ts';
import { useAnalysis, useStudio } from '../../../state/react.tsx';
import type { Studio } from '../../../state/types.ts';
import { applyFix, fixOf } from '../../kit/findings/findingFix.ts';
import { SeverityMark } from '../../kit/SeverityMark.tsx';
import styles from './fields.module.css';

/** What the checks say about a field, with the way out where one action is one. */
export function FindingNotes({ findings }: { readonly findings: readonly Finding[] }) {
  const studio = useStudio();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <FindingNote key={`${finding.code}|${finding.message}`} finding={finding} studio={studio} />
      ))}
    </ul>
  );
}

function FindingNote({ finding, studio }: { readonly finding: Finding; readonly studio: Studio }) {
  const edges = useAnalysis((analysis) => analysis.edges);
  const fix = fixOf(finding, edges);
  return (
    <li className={styles.finding} data-severity={finding.severity}>
      <SeverityMark severity={finding.severity} size={13} />
      <span>
        {finding.message}{' '}
        {fix === null ? null : (
          <Button size="compact-xs" variant="default" onClick={() => applyFix(studio, fix)}>
            {fix.label}
          </Button>
        )}
        {finding.repairs === undefined ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Ways out of: ${finding.message}`}
            onClick={() => {
              const { code, place } = finding;
              studio.setView({ dialog: { type: 'finding', finding: { code, place } } });
            }}
          >
            {finding.repairs[0]?.label}…
          </Button>
        )}
      </span>
    </li>
  );
}
