import { memo, useEffect, useRef } from 'react';
import type { Severity } from '../../core/analysis.ts';
import { useStudio } from '../../state/react.tsx';
import { severityWords } from '../kit/SeverityMark.tsx';
import { FileNameInput } from './FileNameInput.tsx';
import styles from './FileTabs.module.css';

interface FileTabProps {
  readonly path: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly severity: Severity | undefined;
  readonly isRenaming: boolean;
  readonly paths: readonly string[];
  readonly onRename: (path: string) => void;
  /** The new path, or null when the name stays. */
  readonly onRenamed: (path: string, to: string | null) => void;
  readonly onMenu: (path: string, at: { readonly x: number; readonly y: number }) => void;
}

/** One file: its name, and a dot when it has findings. Middle or right click opens its menu. */
export const FileTab = memo(function FileTab(props: FileTabProps) {
  const { path, label, isActive, severity, isRenaming, paths, onRename, onRenamed, onMenu } = props;
  const studio = useStudio();
  const tab = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isActive) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isActive]);
  if (isRenaming) return <FileNameInput path={path} paths={paths} onDone={(to) => onRenamed(path, to)} />;
  return (
    <button
      ref={tab}
      type="button"
      role="tab"
      className={styles.tab}
      title={path}
      data-path={path}
      aria-selected={isActive}
      aria-controls="editor-text"
      tabIndex={isActive ? 0 : -1}
      onClick={() => studio.setView({ openFile: path })}
      onDoubleClick={() => onRename(path)}
      onAuxClick={(event) => {
        if (event.button === 1) onMenu(path, { x: event.clientX, y: event.clientY });
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        // The menu key gives no useful point.
        const isPointer = event.clientX > 0 || event.clientY > 0;
        onMenu(path, isPointer ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom });
      }}
    >
      {label}
      {severity === undefined ? null : (
        <span
          className={styles.dot}
          data-severity={severity}
          role="img"
          aria-label={severityWords[severity]}
        />
      )}
    </button>
  );
});
