import { Button } from '@mantine/core';
import { ArrowDown, ArrowUp, Check, Undo2 } from 'lucide-react';
import { useStudio } from '../../state/react.tsx';
import { countOf } from '../kit/countOf.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { type ChangedFile, type HunkPlace, hunkPlaces } from './changedFiles.ts';
import styles from './ReviewPanel.module.css';
import { revertAll, revertHunk } from './revertCommands.ts';

interface ReviewBarProps {
  readonly files: readonly ChangedFile[];
  readonly shown: ChangedFile;
  readonly current: HunkPlace | null;
  readonly onWalk: (step: 1 | -1) => void;
}

/** The commands over all changes: walk through them, take back the one in view or everything, be done. */
export function ReviewBar({ files, shown, current, onWalk }: ReviewBarProps) {
  const studio = useStudio();
  const places = hunkPlaces(files);
  const at = places.findIndex(({ path, index }) => path === current?.path && index === current.index);
  const hunk = current?.path === shown.path ? shown.hunks[current.index] : undefined;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Commands for the changes">
      <span className={styles.count}>
        {at >= 0 ? `${at + 1} of ${countOf(places.length, 'change')}` : countOf(places.length, 'change')} in{' '}
        {countOf(files.length, 'file')}
      </span>
      <IconButton label="Previous change (Shift+F7)" icon={ArrowUp} onClick={() => onWalk(-1)} />
      <IconButton label="Next change (F7)" icon={ArrowDown} onClick={() => onWalk(1)} />
      <span className={styles.space} />
      <Button
        size="compact-xs"
        fw={500}
        variant="subtle"
        color="gray"
        disabled={hunk === undefined}
        leftSection={<Undo2 size={13} strokeWidth={1.5} />}
        onClick={() => hunk !== undefined && revertHunk(studio, shown, hunk)}
      >
        Revert this change
      </Button>
      <Button
        size="compact-xs"
        fw={500}
        variant="subtle"
        color="gray"
        leftSection={<Undo2 size={13} strokeWidth={1.5} />}
        onClick={() => revertAll(studio, files)}
      >
        Revert everything
      </Button>
      <Button
        size="compact-xs"
        fw={500}
        variant="default"
        leftSection={<Check size={13} strokeWidth={1.5} />}
        onClick={() => studio.markReviewed()}
      >
        Mark as reviewed
      </Button>
    </div>
  );
}
