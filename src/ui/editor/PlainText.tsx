import { useMemo } from 'react';
import { useWorkspace } from '../../state/react.tsx';
import styles from './EditorPane.module.css';

/** More lines than any window shows at once. */
const mostLines = 200;

/** The head of a file as the editor will show it a moment later: same font, same place, not editable yet. */
export function PlainText({ path }: { readonly path: string }) {
  const text = useWorkspace((workspace) => workspace.files.get(path) ?? '');
  const lines = useMemo(() => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, mostLines), [text]);
  return (
    <div className={styles.plain}>
      <pre className={styles.numbers} aria-hidden="true">
        {lines.map((_line, index) => index + 1).join('\n')}
      </pre>
      <pre className={styles.lines}>{lines.join('\n')}</pre>
    </div>
  );
}
