import { ChevronLeft, CircleCheck, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Finding, Severity } from '../../core/analysis.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import { countOf } from '../kit/countOf.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { findInPanel } from '../kit/findInPanel.ts';
import { FindingDetail } from '../kit/findings/FindingDetail.tsx';
import { keyOfFinding, showFinding } from '../kit/findings/showFinding.ts';
import { useLineFinder } from '../kit/findings/useLineFinder.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { ProblemBar } from './ProblemBar.tsx';
import { ProblemList } from './ProblemList.tsx';
import styles from './ProblemsPanel.module.css';
import { type Grouping, groupProblems, listProblems } from './problemRows.ts';

/**
 * Everything a person should know about the workspace, in groups, the worst first. A row leads to its exact text and
 * to its card; beside the list stands the chosen one in full, with its ways out as patches and the reason. It
 * filters by words and by severity, and never hides that it does.
 */
export function ProblemsPanel() {
  const studio = useStudio();
  const counted = useDeferredValue(useAnalysis((analysis) => analysis.findings));
  const suppressed = useAnalysis((analysis) => analysis.suppressed);
  const resources = useAnalysis((analysis) => analysis.resources);
  const isReady = useAnalysis((analysis) => analysis.isReady);
  const lines = useLineFinder();
  const [text, setText] = useState('');
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [grouping, setGrouping] = useState<Grouping>('severity');
  const [isSuppressed, setSuppressed] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const findings = isSuppressed ? suppressed : counted;
  const rows = useMemo(
    () => groupProblems(listProblems(findings, resources, { text, hidden }), resources, grouping),
    [findings, resources, text, hidden, grouping],
  );
  const open = findings.find((finding) => keyOfFinding(finding) === chosen);
  const choose = (finding: Finding) => setChosen(keyOfFinding(finding));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one key of what is inside
    <div className={styles.panel} onKeyDown={findInPanel}>
      <ProblemBar
        findings={counted}
        suppressed={suppressed.length}
        filter={{ text, hidden }}
        grouping={grouping}
        isSuppressed={isSuppressed}
        onText={setText}
        onHidden={setHidden}
        onGrouping={setGrouping}
        onSuppressed={setSuppressed}
      />
      {rows.length > 0 ? (
        <div className={styles.columns} data-open={open !== undefined || undefined}>
          <ProblemList
            rows={rows}
            resources={resources}
            lines={lines}
            chosen={chosen}
            onChoose={choose}
            onShow={(finding, focus) => showFinding(studio, finding, focus)}
          />
          {open === undefined ? null : (
            <div className={styles.detail}>
              <div className={styles.back}>
                <IconButton label="Back to the list" icon={ChevronLeft} onClick={() => setChosen(null)} />
              </div>
              <FindingDetail finding={open} where={lines.whereIs(open)} />
            </div>
          )}
        </div>
      ) : findings.length > 0 ? (
        <EmptyState icon={SearchX} title="Nothing passes the filter">
          {countOf(findings.length, 'problem')} in all.
        </EmptyState>
      ) : isReady ? (
        <EmptyState icon={CircleCheck} title={isSuppressed ? 'Nothing is suppressed' : 'No problems'}>
          {countOf(resources.size, 'resource')} checked.
        </EmptyState>
      ) : null}
    </div>
  );
}
