import { CircleCheck, SearchX } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Finding, Severity } from '../../core/analysis.ts';
import { useAnalysis, useStudio, useWorkspace } from '../../state/react.tsx';
import type { Studio } from '../../state/types.ts';
import { countOf } from '../kit/countOf.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { findInPanel } from '../kit/findInPanel.ts';
import { applyFix, fixOf } from '../kit/findingFix.ts';
import { SearchField } from '../kit/SearchField.tsx';
import { SeverityMark, severities, severityWords } from '../kit/SeverityMark.tsx';
import { ProblemList } from './ProblemList.tsx';
import styles from './ProblemsPanel.module.css';
import { countSeverities, LineFinder, listProblems } from './problemRows.ts';

/**
 * Everything a person should know about the workspace, worst first. A row leads to its exact text and to its
 * card; where one action removes the finding, the row offers it. It filters by words and by severity, and
 * never hides that it does.
 */
export function ProblemsPanel() {
  const studio = useStudio();
  const findings = useDeferredValue(useAnalysis((analysis) => analysis.findings));
  const resources = useAnalysis((analysis) => analysis.resources);
  const edges = useAnalysis((analysis) => analysis.edges);
  const outlines = useAnalysis((analysis) => analysis.files);
  const isReady = useAnalysis((analysis) => analysis.isReady);
  const files = useWorkspace((workspace) => workspace.files);
  const [text, setText] = useState('');
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const counts = useMemo(() => countSeverities(findings), [findings]);
  const shown = useMemo(
    () => listProblems(findings, resources, { text, hidden }),
    [findings, resources, text, hidden],
  );
  const lines = useMemo(() => new LineFinder(files, outlines), [files, outlines]);

  const findFix = useCallback((finding: Finding) => fixOf(finding, edges), [edges]);

  const toggle = (severity: Severity) =>
    setHidden((old) => {
      const next = new Set(old);
      if (!next.delete(severity)) next.add(severity);
      return next;
    });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one key of what is inside
    <div className={styles.panel} onKeyDown={findInPanel}>
      <div className={styles.bar}>
        {/* biome-ignore lint/a11y/useSemanticElements: toggles in a row, not fields of a form */}
        <div className={styles.toggles} role="group" aria-label="Severities shown">
          {severities.map((severity) => (
            <button
              key={severity}
              type="button"
              className={styles.toggle}
              aria-pressed={!hidden.has(severity)}
              onClick={() => toggle(severity)}
            >
              <SeverityMark severity={severity} size={13} />
              {countOf(counts[severity], severityWords[severity].toLowerCase())}
            </button>
          ))}
        </div>
        <div className={styles.filter}>
          <SearchField label="Filter problems" value={text} onChange={setText} />
        </div>
      </div>
      {shown.length > 0 ? (
        <ProblemList
          findings={shown}
          resources={resources}
          lineOf={(finding) => lines.lineOf(finding)}
          fixOf={findFix}
          onShow={(finding, focus) => showFinding(studio, finding, focus)}
          onFix={(fix) => applyFix(studio, fix)}
        />
      ) : findings.length > 0 ? (
        <EmptyState icon={SearchX} title="Nothing passes the filter">
          {countOf(findings.length, 'problem')} in all.
        </EmptyState>
      ) : isReady ? (
        <EmptyState icon={CircleCheck} title="No problems">
          {countOf(resources.size, 'resource')} checked.
        </EmptyState>
      ) : null}
    </div>
  );
}

function showFinding(studio: Studio, finding: Finding, focus: boolean): void {
  if (finding.resource !== undefined) studio.select([finding.resource], { quiet: true, bring: true });
  studio.revealRange(finding.place.file, finding.place.document, finding.range, { focus });
}
