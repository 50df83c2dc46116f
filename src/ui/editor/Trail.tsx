import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { useStudio } from '../../state/react.tsx';
import styles from './EditorPane.module.css';
import type { TrailStep } from './trailAt.ts';

interface TrailProps {
  readonly path: string;
  readonly steps: readonly TrailStep[];
}

/** The line above the text: file, resource and fields down to the cursor. Each step leads to its place. */
export function Trail({ path, steps }: TrailProps) {
  const studio = useStudio();
  const all = [{ label: path, range: { start: 0, end: 0 } }, ...steps];
  return (
    <nav className={styles.trail} aria-label="Where the cursor is">
      <ol>
        {all.map((step, index) => (
          <Fragment
            key={all
              .slice(0, index + 1)
              .map(({ label }) => label)
              .join('/')}
          >
            {index === 0 ? null : (
              <li aria-hidden="true" className={styles.between}>
                <ChevronRight size={12} strokeWidth={1.5} />
              </li>
            )}
            <li>
              <button
                type="button"
                className={styles.step}
                title={step.label}
                onClick={() => studio.setView({ reveal: { file: path, range: step.range, focus: true } })}
              >
                {step.label}
              </button>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
