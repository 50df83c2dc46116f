import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import type { Finding, Severity } from '../../core/analysis.ts';
import { countOf } from '../kit/countOf.ts';
import { SearchField } from '../kit/SearchField.tsx';
import { SeverityMark, severities, severityWords } from '../kit/SeverityMark.tsx';
import styles from './ProblemsPanel.module.css';
import { countSeverities, type Grouping, type ProblemFilter } from './problemRows.ts';

interface ProblemBarProps {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  readonly filter: ProblemFilter;
  readonly grouping: Grouping;
  readonly isSuppressed: boolean;
  readonly onText: (text: string) => void;
  readonly onHidden: (hidden: ReadonlySet<Severity>) => void;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly onSuppressed: (isSuppressed: boolean) => void;
}

const groupings: readonly { readonly value: Grouping; readonly label: string }[] = [
  { value: 'severity', label: 'Severity' },
  { value: 'resource', label: 'Resource' },
  { value: 'code', label: 'Code' },
];

/** What is shown of the problems: severities with their counts, suppressed ones, the grouping, and words. */
export function ProblemBar(props: ProblemBarProps) {
  const { findings, suppressed, filter, grouping, isSuppressed } = props;
  const { onText, onHidden, onGrouping, onSuppressed } = props;
  const counts = useMemo(() => countSeverities(findings), [findings]);
  const toggle = (severity: Severity) => {
    const next = new Set(filter.hidden);
    if (!next.delete(severity)) next.add(severity);
    onHidden(next);
  };
  return (
    <div className={styles.bar}>
      {/* biome-ignore lint/a11y/useSemanticElements: toggles in a row, not fields of a form */}
      <div className={styles.toggles} role="group" aria-label="Severities shown">
        {severities.map((severity) => (
          <button
            key={severity}
            type="button"
            className={styles.toggle}
            aria-pressed={!filter.hidden.has(severity)}
            onClick={() => toggle(severity)}
          >
            <SeverityMark severity={severity} size={13} />
            {countOf(counts[severity], severityWords[severity].toLowerCase())}
          </button>
        ))}
        {suppressed === 0 && !isSuppressed ? null : (
          <button
            type="button"
            className={styles.choice}
            aria-pressed={isSuppressed}
            onClick={() => onSuppressed(!isSuppressed)}
          >
            {suppressed} suppressed
          </button>
        )}
      </div>
      <SegmentedControl
        size="xs"
        aria-label="Group by"
        data={[...groupings]}
        value={grouping}
        onChange={(value) => onGrouping(value as Grouping)}
        className={styles.grouping ?? ''}
      />
      <div className={styles.filter}>
        <SearchField label="Filter problems" value={filter.text} onChange={onText} />
      </div>
    </div>
  );
}
