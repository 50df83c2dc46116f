import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Analysis, Finding } from '../../core/analysis.ts';
import type { FindingFix } from '../kit/findingFix.ts';
import { SeverityMark } from '../kit/SeverityMark.tsx';
import { useRowWindow } from '../kit/useRowWindow.ts';
import styles from './ProblemsPanel.module.css';
import { keyOfFinding, nameOf } from './problemRows.ts';

const rowHeight = 28;

interface ProblemListProps {
  readonly findings: readonly Finding[];
  readonly resources: Analysis['resources'];
  readonly lineOf: (finding: Finding) => number;
  readonly fixOf: (finding: Finding) => FindingFix | null;
  readonly onShow: (finding: Finding, focus: boolean) => void;
  readonly onFix: (fix: FindingFix) => void;
}

/** The rows, drawn only where they are seen. Arrows move, Enter shows, Tab goes to the row's action. */
export function ProblemList({ findings, resources, lineOf, fixOf, onShow, onFix }: ProblemListProps) {
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, findings.length - 1);
  const view = useRowWindow(findings.length, rowHeight);
  // Rows without an action keep its room, so that the columns stand below each other.
  const hasFixes = useMemo(() => findings.some((finding) => fixOf(finding) !== null), [findings, fixOf]);
  const takesFocus = useRef(false);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    view.ref.current?.querySelector<HTMLElement>('[data-active] button')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event.key, active, findings.length);
    if (to === null) return;
    event.preventDefault();
    takesFocus.current = true;
    view.showRow(to);
    setActive(to);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside
    <div ref={view.ref} className={styles.scroll} onScroll={view.onScroll} onKeyDown={onKeyDown}>
      <ul className={styles.list} style={{ height: view.height }} aria-label="Findings">
        {findings.slice(view.start, view.end).map((finding, offset) => {
          const index = view.start + offset;
          const fix = fixOf(finding);
          const stop = index === active ? 0 : -1;
          return (
            <li
              key={`${keyOfFinding(finding)}|${index}`}
              className={styles.row}
              aria-setsize={findings.length}
              aria-posinset={index + 1}
              data-active={index === active || undefined}
              style={{ top: index * rowHeight }}
            >
              <button
                type="button"
                className={styles.finding}
                tabIndex={stop}
                title={finding.message}
                onFocus={() => setActive(index)}
                onClick={(event) => onShow(finding, event.detail !== 1)}
              >
                <SeverityMark severity={finding.severity} />
                <span className={styles.message}>{finding.message}</span>
                <span className={styles.resource}>{nameOf(resources, finding.resource)}</span>
                <span className={styles.code}>{finding.code}</span>
                <span className={styles.place}>
                  {finding.place.file}:{lineOf(finding)}
                </span>
              </button>
              {fix === null ? (
                hasFixes ? (
                  <span className={styles.noFix} />
                ) : null
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  className={styles.fix ?? ''}
                  tabIndex={stop}
                  onClick={() => onFix(fix)}
                >
                  {fix.label}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function stepOf(key: string, active: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 10,
    PageUp: active - 10,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
