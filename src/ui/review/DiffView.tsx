import { useEffect, useRef } from 'react';
import { useStudio } from '../../state/react.tsx';
import type { Monaco } from '../kit/monaco/MonacoApi.ts';
import type { ChangedFile, HunkPlace } from './changedFiles.ts';
import { DiffSurface } from './DiffSurface.ts';
import styles from './ReviewPanel.module.css';
import { revertHunk } from './revertCommands.ts';

interface DiffViewProps {
  readonly monaco: Monaco;
  readonly file: ChangedFile;
  /** Brought into view when it becomes another object. */
  readonly current: HunkPlace | null;
}

/** The baseline of a file beside what it is now. */
export function DiffView({ monaco, file, current }: DiffViewProps) {
  const studio = useStudio();
  const box = useRef<HTMLDivElement>(null);
  const surface = useRef<DiffSurface | null>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    const made = new DiffSurface(box.current, monaco, (shown, hunk) => revertHunk(studio, shown, hunk));
    surface.current = made;
    return () => made.dispose();
  }, [monaco, studio]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new surface must be told what to show as well
  useEffect(() => surface.current?.show(file), [file, monaco, studio]);
  useEffect(() => {
    if (current?.path === file.path) surface.current?.goTo(current.index);
  }, [current, file.path]);
  return <div ref={box} className={styles.surface} />;
}
