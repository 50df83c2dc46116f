/**
 * The YAML of the workspace: file tabs, the way to the cursor, and the text. Until Monaco has loaded the same
 * text stands there read-only in the same place, so nothing jumps and there is no spinner. Monaco itself is
 * bound to the studio in mountEditor.ts; every change goes through `studio.commit`.
 */
import { Button } from '@mantine/core';
import { FilePlus, FileText } from 'lucide-react';
import { useState } from 'react';
import { useStudio } from '../../state/react.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { newFile } from '../kit/fileCommands.ts';
import { useMonaco } from '../kit/monaco/useMonaco.ts';
import { useActivePath } from './activePath.ts';
import { CodeEditor } from './CodeEditor.tsx';
import styles from './EditorPane.module.css';
import { FileTabs } from './FileTabs.tsx';
import { PlainText } from './PlainText.tsx';
import { Trail } from './Trail.tsx';
import type { TrailStep } from './trailAt.ts';

const noTrail: readonly TrailStep[] = [];

/** The editor with its tabs. Fills its parent. */
export function EditorPane() {
  const studio = useStudio();
  const path = useActivePath();
  const { monaco, hasFailed, retry } = useMonaco();
  const [trail, setTrail] = useState(noTrail);
  if (path === null) {
    return (
      <section className={styles.pane} aria-label="YAML">
        <EmptyState icon={FileText} title="No files yet">
          Drop YAML anywhere, add a kind from the palette, or begin with an empty file.
          <Button
            size="xs"
            variant="default"
            leftSection={<FilePlus size={14} strokeWidth={1.5} />}
            onClick={() => newFile(studio)}
          >
            New file
          </Button>
        </EmptyState>
      </section>
    );
  }
  return (
    <section className={styles.pane} aria-label="YAML">
      <FileTabs activePath={path} />
      <Trail path={path} steps={monaco === null ? noTrail : trail} />
      {hasFailed ? (
        <div className={styles.failure} role="alert">
          The editor could not be loaded, so the text cannot be edited here. Check the connection.
          <Button size="compact-xs" variant="default" onClick={retry}>
            Load it again
          </Button>
        </div>
      ) : null}
      <div className={styles.body} id="editor-text" role="tabpanel" aria-label={`Text of ${path}`}>
        {monaco === null ? <PlainText path={path} /> : <CodeEditor monaco={monaco} onTrail={setTrail} />}
      </div>
    </section>
  );
}
