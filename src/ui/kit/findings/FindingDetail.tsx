import type { Finding } from '../../../core/analysis.ts';
import { useStudio } from '../../../state/react.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { ExplanationView } from './ExplanationView.tsx';
import styles from './FindingDetail.module.css';
import { SuppressForm } from './SuppressForm.tsx';
import { keyOfFinding, showFinding } from './showFinding.ts';
import { WaysOut } from './WaysOut.tsx';

interface FindingDetailProps {
  readonly finding: Finding;
  /** `file:line` of the finding. */
  readonly where: string;
  /** The way out to look at first. */
  readonly repair?: number;
  /** Called when something was done about it. */
  readonly onDone?: () => void;
}

/** One finding in full: what, the ways out with what each would change, why, and living with it. */
export function FindingDetail({ finding, where, repair = 0, onDone }: FindingDetailProps) {
  const studio = useStudio();
  const key = keyOfFinding(finding);
  return (
    <article className={styles.detail} aria-label={`${finding.code}: ${finding.message}`}>
      <header className={styles.head}>
        <SeverityMark severity={finding.severity} size={15} />
        <p className={styles.message}>{finding.message}</p>
      </header>
      <p className={styles.meta}>
        <span className={styles.code}>{finding.code}</span>
        <button type="button" className={styles.place} onClick={() => showFinding(studio, finding, true)}>
          {where}
        </button>
      </p>
      <WaysOut key={`ways ${key}`} finding={finding} repair={repair} onDone={onDone} />
      <ExplanationView finding={finding} />
      {finding.related === undefined ? null : (
        <ul className={styles.related}>
          {finding.related.map(({ place, range, message }) => (
            <li key={`${place.path.join('.')}|${range.start}`}>
              <button
                type="button"
                className={styles.place}
                onClick={() => studio.revealRange(place.file, place.document, range, { focus: true })}
              >
                {message}: {place.path.join('.')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <SuppressForm key={`suppress ${key}`} finding={finding} onDone={onDone} />
    </article>
  );
}
