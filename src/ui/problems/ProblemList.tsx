import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Analysis, Finding } from '../../core/analysis.ts';
import type { LineFinder } from '../kit/findings/lineFinder.ts';
import { keyOfFinding } from '../kit/findings/showFinding.ts';
import { SeverityMark } from '../kit/SeverityMark.tsx';
import { useRowWindow } from '../kit/useRowWindow.ts';
import styles from './ProblemsPanel.module.css';
import { nameOf, type ProblemRow } from './problemRows.ts';

const rowHeight = 28;

interface ProblemListProps {
  readonly rows: readonly ProblemRow[];
  readonly resources: Analysis['resources'];
  readonly lines: LineFinder;
  /** The key of the finding that is looked at. */
  readonly chosen: string | null;
  readonly onChoose: (finding: Finding) => void;
  /** Shows the text; with focus when it was asked for with the keyboard. */
  readonly onShow: (finding: Finding, focus: boolean) => void;
}

/** The rows, drawn only where they are seen. Arrows move between findings, Enter shows the text. */
export function ProblemList({ rows, resources, lines, chosen, onChoose, onShow }: ProblemListProps) {
  const view = useRowWindow(rows.length, rowHeight);
  const first = rows.findIndex((row) => row.type === 'finding');
  const found = rows.findIndex((row) => row.type === 'finding' && keyOfFinding(row.finding) === chosen);
  const active = found === -1 ? first : found;
  const takesFocus = useRef(false);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    view.ref.current?.querySelector<HTMLElement>('[data-active] button')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event.key, active, rows);
    const row = to === null ? undefined : rows[to];
    if (to === null || row?.type !== 'finding') return;
    event.preventDefault();
    takesFocus.current = true;
    view.showRow(to);
    onChoose(row.finding);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside
    <div ref={view.ref} className={styles.scroll} onScroll={view.onScroll} onKeyDown={onKeyDown}>
      <ul className={styles.list} style={{ height: view.height }} aria-label="Findings">
        {rows.slice(view.start, view.end).map((row, offset) => {
          const index = view.start + offset;
          const top = index * rowHeight;
          if (row.type === 'group') {
            return (
              <li key={`group ${row.label}`} className={styles.group} style={{ top }}>
                <span className={styles.groupName}>{row.label}</span>
                <span className={styles.groupCount}>{row.count}</span>
              </li>
            );
          }
          const { finding } = row;
          return (
            <li
              key={`${keyOfFinding(finding)}|${index}`}
              className={styles.row}
              data-active={index === active || undefined}
              data-chosen={index === found || undefined}
              style={{ top }}
            >
              <button
                type="button"
                className={styles.finding}
                tabIndex={index === active ? 0 : -1}
                title={finding.message}
                aria-current={index === found || undefined}
                onClick={(event) => {
                  onChoose(finding);
                  onShow(finding, event.detail !== 1);
                }}
              >
                <SeverityMark severity={finding.severity} />
                <span className={styles.message}>{finding.message}</span>
                <span className={styles.resource}>{nameOf(resources, finding.resource)}</span>
                <span className={styles.code}>{finding.code}</span>
                <span className={styles.place}>{lines.whereIs(finding)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The row of the finding that a key leads to; heads of groups are passed over. */
function stepOf(key: string, active: number, rows: readonly ProblemRow[]): number | null {
  const steps: Readonly<Record<string, readonly [from: number, by: 1 | -1]>> = {
    ArrowDown: [active + 1, 1],
    ArrowUp: [active - 1, -1],
    PageDown: [Math.min(active + 10, rows.length - 1), 1],
    PageUp: [Math.max(active - 10, 0), -1],
    Home: [0, 1],
    End: [rows.length - 1, -1],
  };
  const step = steps[key];
  if (step === undefined) return null;
  const [from, by] = step;
  for (let index = from; index >= 0 && index < rows.length; index += by) {
    if (rows[index]?.type === 'finding') return index;
  }
  return active;
}
