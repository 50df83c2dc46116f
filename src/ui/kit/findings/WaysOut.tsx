import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { isRefusal } from '../../../core/actions/types.ts';
import type { Finding } from '../../../core/analysis.ts';
import { useAnalysis, useStudio } from '../../../state/react.tsx';
import { DiffView } from '../diff/DiffView.tsx';
import { notifyUndo } from '../notifyUndo.ts';
import { usePreview } from '../usePreview.ts';
import styles from './FindingDetail.module.css';
import { applyFix, fixOf } from './findingFix.ts';

interface WaysOutProps {
  readonly finding: Finding;
  /** The one to look at first. */
  readonly repair: number;
  readonly onDone: (() => void) | undefined;
}

/** The ways out of a finding: one is chosen, its patch is shown, and only then it is taken. */
export function WaysOut({ finding, repair: first, onDone }: WaysOutProps) {
  const studio = useStudio();
  const edges = useAnalysis((analysis) => analysis.edges);
  const [chosen, setChosen] = useState(first);
  const name = useId();
  const repairs = finding.repairs ?? [];
  const repair = Math.min(chosen, repairs.length - 1);
  const ref = { code: finding.code, place: finding.place };
  const preview = usePreview('fix', repair < 0 ? null : { finding: ref, repair });
  const diffs = preview?.diffs ?? [];
  const single = fixOf(finding, edges);
  if (repairs.length === 0) {
    return single === null ? null : (
      <div className={styles.buttons}>
        <Button size="compact-sm" onClick={() => applyFix(studio, single)}>
          {single.label}
        </Button>
      </div>
    );
  }
  const apply = async () => {
    const result = await studio.run('fix', { finding: ref, repair }, { origin: 'form' });
    if (isRefusal(result)) return;
    notifyUndo(studio, `${result.label}.`);
    onDone?.();
  };
  return (
    <fieldset className={styles.ways}>
      <legend className={styles.title}>{repairs.length === 1 ? 'Way out' : 'Ways out'}</legend>
      {repairs.map(({ label }, index) => (
        <label key={label} className={styles.way}>
          <input
            type="radio"
            name={name}
            checked={index === repair}
            onChange={() => setChosen(index)}
            onKeyDown={(event) => event.key === 'Enter' && void apply()}
          />
          {label}
        </label>
      ))}
      {preview?.refused === undefined ? null : <p className={styles.refused}>{preview.refused}</p>}
      {diffs.length === 0 ? null : <DiffView diffs={diffs} label="What would change" />}
      <div className={styles.buttons}>
        <Button
          size="compact-sm"
          data-autofocus
          disabled={preview?.refused !== undefined || preview === null}
          onClick={() => void apply()}
        >
          Apply
        </Button>
        <FixAllButton finding={finding} label={repairs[repair]?.label ?? ''} onDone={onDone} />
        {single === null ? null : (
          <Button size="compact-sm" variant="default" onClick={() => applyFix(studio, single)}>
            {single.label}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** The same way out for every finding of the code that has it. */
function FixAllButton({ finding, label, onDone }: Omit<WaysOutProps, 'repair'> & { readonly label: string }) {
  const studio = useStudio();
  const alike = useAnalysis(
    ({ findings }) =>
      findings.filter(
        ({ code, repairs }) => code === finding.code && repairs?.some((each) => each.label === label),
      ).length,
  );
  if (alike < 2) return null;
  const applyAll = async () => {
    const result = await studio.run('fix-all', { code: finding.code, label }, { origin: 'form' });
    if (isRefusal(result)) return;
    notifyUndo(studio, `${result.label}.`);
    onDone?.();
  };
  return (
    <Button size="compact-sm" variant="default" onClick={() => void applyAll()}>
      Apply to all {alike} alike
    </Button>
  );
}
