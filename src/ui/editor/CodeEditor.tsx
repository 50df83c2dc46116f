import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../../state/react.tsx';
import { ContextMenu } from '../kit/ContextMenu.tsx';
import type { Monaco } from '../kit/monaco/MonacoApi.ts';
import styles from './EditorPane.module.css';
import { mountEditor } from './mountEditor.ts';
import type { EditorMenu } from './offerMenu.ts';
import type { TrailStep } from './trailAt.ts';

interface CodeEditorProps {
  readonly monaco: Monaco;
  /** Must keep its identity: a new one would mount the editor anew. */
  readonly onTrail: (trail: readonly TrailStep[]) => void;
}

/** The text of the file in view, in Monaco. All its habits live outside of React. */
export function CodeEditor({ monaco, onTrail }: CodeEditorProps) {
  const studio = useStudio();
  const box = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<EditorMenu | null>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    return mountEditor(box.current, { monaco, studio, onTrail, onMenu: setMenu });
  }, [monaco, studio, onTrail]);
  return (
    <>
      <div ref={box} className={styles.code} />
      {menu === null ? null : (
        <ContextMenu
          label="Commands for the text"
          at={menu.at}
          entries={menu.entries}
          onClose={() => {
            setMenu(null);
            box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
          }}
        />
      )}
    </>
  );
}
