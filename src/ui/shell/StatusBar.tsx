import { CloudOff, Loader, Save } from 'lucide-react';
import { useMemo } from 'react';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { useKeeperState } from '../../state/keeperContext.tsx';
import { useAnalysis, useStudio, useView, useWorkspace } from '../../state/react.tsx';
import type { EditReport } from '../../state/types.ts';
import { countOf } from '../kit/countOf.ts';
import styles from './StatusBar.module.css';

/** File and line, the size of the last edit, how long the analysis took, and whether all is kept. */
export function StatusBar() {
  const studio = useStudio();
  const lastEdit = useWorkspace((state) => state.lastEdit);
  const duration = useAnalysis((analysis) => analysis.duration);
  const resources = useAnalysis((analysis) => analysis.resources.size);
  return (
    <footer className={styles.bar}>
      <button type="button" className={styles.item} onClick={() => studio.setView({ drawer: 'problems' })}>
        Problems
      </button>
      <button type="button" className={styles.item} onClick={() => studio.setView({ drawer: 'changes' })}>
        Changes
      </button>
      <span className={styles.edit} data-testid="last-edit">
        {lastEdit === null ? '' : sizeInWords(lastEdit)}
      </span>
      <span className={styles.space} />
      <CursorPlace />
      <span className={styles.text}>{countOf(resources, 'resource')}</span>
      <span className={styles.text} title="Time of the last analysis">
        {duration < 10 ? duration.toFixed(1) : Math.round(duration)} ms
      </span>
      <Definitions />
      <Kept />
    </footer>
  );
}

function CursorPlace() {
  const studio = useStudio();
  const file = useView((view) => view.openFile);
  const reveal = useView((view) => view.reveal);
  // The line that was asked for; it is counted then, not again at every keystroke.
  const line = useMemo(() => {
    const text = reveal === null ? undefined : studio.workspace.getState().files.get(reveal.file);
    if (text === undefined || reveal === null || reveal.file !== file) return undefined;
    return new LineIndex(text.slice(0, reveal.range.start)).lineCount;
  }, [studio, reveal, file]);
  if (file === null) return null;
  return (
    <span className={styles.text}>
      {file}
      {line === undefined ? '' : `, line ${line}`}
    </span>
  );
}

/** What resources are judged by; opens the whole of it. */
function Definitions() {
  const studio = useStudio();
  const library = useAnalysis((analysis) => analysis.library);
  const isWaiting = useAnalysis((analysis) => analysis.wants.length > 0);
  const own = library?.definitions.length ?? 0;
  const gateway = library?.releases.find(({ pack }) => pack === 'gateway.networking.k8s.io');
  if (library === null || gateway === undefined) return null;
  return (
    <button
      type="button"
      className={styles.item}
      data-testid="definitions"
      data-waiting={isWaiting || undefined}
      onClick={() => studio.setView({ dialog: { type: 'definitions' } })}
    >
      {gateway.project} {gateway.version} {library.channel}
      {own === 0 ? '' : `, ${countOf(own, 'own CRD')}`}
    </button>
  );
}

function Kept() {
  const { status, problem, withholds, keepsSecrets, otherTabs } = useKeeperState();
  const tabs = otherTabs === 0 ? '' : `Shared with ${countOf(otherTabs, 'other tab')}`;
  if (status === 'failed')
    return (
      <span className={styles.failed} title={problem ?? ''}>
        <CloudOff size={13} aria-hidden="true" /> Not kept: {problem}
      </span>
    );
  const Icon = status === 'saving' ? Loader : Save;
  const kept =
    withholds && !keepsSecrets ? 'Kept in this browser, without Secret values' : 'Kept in this browser';
  return (
    <>
      {tabs === '' ? null : <span className={styles.text}>{tabs}</span>}
      <span className={styles.text} data-testid="kept" data-status={status}>
        <Icon size={13} strokeWidth={1.5} aria-hidden="true" /> {status === 'saving' ? 'Saving' : kept}
      </span>
    </>
  );
}

/** `1 line changed in gateway.yaml`. */
export function sizeInWords({ files, label }: EditReport): string {
  const touched = files.filter((file) => file.added + file.removed > 0);
  const [first] = touched;
  if (first === undefined) return label;
  const { added, removed } = touched.reduce(
    (sum, file) => ({ added: sum.added + file.added, removed: sum.removed + file.removed }),
    { added: 0, removed: 0 },
  );
  const where = touched.length === 1 ? first.path : countOf(touched.length, 'file');
  const changed = Math.min(added, removed);
  const parts = [
    changed > 0 ? `${countOf(changed, 'line')} changed` : '',
    added > changed ? `${countOf(added - changed, 'line')} added` : '',
    removed > changed ? `${countOf(removed - changed, 'line')} removed` : '',
  ].filter((part) => part !== '');
  return `${parts.join(', ')} in ${where}`;
}
