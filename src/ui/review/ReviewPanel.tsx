/**
 * Changes: everything that differs from the baseline (the state as opened, imported or last marked as reviewed),
 * file by file and resource by resource, with a way back for each part. Files and lines are compared here from
 * the texts alone; what changed in a resource comes from the worker, in words. Every way back is one step of undo
 * (revertCommands.ts), and none is taken on a text that has changed since it was shown.
 */
import { FileCheck2 } from 'lucide-react';
import { type KeyboardEvent, useCallback, useState } from 'react';
import { useStudio } from '../../state/react.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useMonaco } from '../kit/monaco/useMonaco.ts';
import { ChangeList } from './ChangeList.tsx';
import {
  type ChangedFile,
  type HunkPlace,
  hunkAfter,
  hunkAtLine,
  hunkPlaces,
  hunkWords,
} from './changedFiles.ts';
import { DiffView } from './DiffView.tsx';
import { lineOfPlace } from './lineOfPlace.ts';
import { ReviewBar } from './ReviewBar.tsx';
import styles from './ReviewPanel.module.css';
import { useChangedFiles } from './useChangedFiles.ts';
import { useReview } from './useReview.ts';

/** The list of changes beside the diff of one file. Fills its parent: a drawer or a page. */
export function ReviewPanel() {
  const studio = useStudio();
  const { review, error } = useReview();
  const files = useChangedFiles(review);
  const { monaco } = useMonaco();
  const [chosen, setChosen] = useState<string | null>(null);
  const [current, setCurrent] = useState<HunkPlace | null>(null);
  const shown = files.find((file) => file.path === chosen) ?? files[0];

  const walk = useCallback(
    (step: 1 | -1) => {
      const places = hunkPlaces(files);
      const next = hunkAfter(places, current, shown?.path ?? null, step);
      const hunk = files.find((file) => file.path === next?.path)?.hunks[next?.index ?? 0];
      if (next === null || hunk === undefined) return;
      setChosen(next.path);
      setCurrent({ ...next });
      const at = places.findIndex(({ path, index }) => path === next.path && index === next.index);
      studio.announce(`Change ${at + 1} of ${places.length}: ${hunkWords(hunk)} of ${next.path}`);
    },
    [files, current, shown, studio],
  );
  const show = (file: ChangedFile, place: HunkPlace | undefined) => {
    setChosen(file.path);
    setCurrent(place ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F7') return;
    event.preventDefault();
    event.stopPropagation();
    walk(event.shiftKey ? -1 : 1);
  };

  if (shown === undefined) {
    return (
      <section className={styles.panel} aria-label="Changes">
        <EmptyState icon={FileCheck2} title="Nothing has changed">
          The files are as they were when they were opened, imported or last marked as reviewed.
        </EmptyState>
      </section>
    );
  }
  return (
    <section className={styles.panel} aria-label="Changes" onKeyDownCapture={onKeyDown}>
      <ReviewBar files={files} shown={shown} current={current} onWalk={walk} />
      <div className={styles.split}>
        <ChangeList
          files={files}
          review={review}
          error={error}
          shownPath={shown.path}
          onFile={(file) => show(file, hunkPlaces([file])[0])}
          onResource={(file, change) => {
            const place = change.after ?? change.before;
            const side = change.after === undefined ? 'was' : 'now';
            show(file, place && hunkAtLine(file, side, lineOfPlace(file[side], place)));
            if (change.after !== undefined) studio.select([change.id], { bring: true });
          }}
          onField={(file, field) => {
            const side = field.side === 'before' ? 'was' : 'now';
            show(file, hunkAtLine(file, side, lineOfPlace(file[side], field.place)));
          }}
        />
        <div className={styles.diff}>
          {shown.isInvisible ? (
            <p className={styles.note}>
              Only line ends or a byte order mark differ in {shown.path}: its words are as they were.
            </p>
          ) : null}
          {monaco === null ? null : <DiffView monaco={monaco} file={shown} current={current} />}
        </div>
      </div>
    </section>
  );
}
