import { type KeyboardEvent, useMemo } from 'react';
import type { FieldChange, ResourceChange, Review } from '../../core/review/types.ts';
import type { ChangedFile } from './changedFiles.ts';
import { FileSection } from './FileSection.tsx';
import { groupChanges } from './groupChanges.ts';
import styles from './ReviewPanel.module.css';

interface ChangeListProps {
  readonly files: readonly ChangedFile[];
  readonly review: Review | null;
  readonly error: string | null;
  readonly shownPath: string;
  readonly onFile: (file: ChangedFile) => void;
  readonly onResource: (file: ChangedFile, change: ResourceChange) => void;
  readonly onField: (file: ChangedFile, field: FieldChange) => void;
}

/** What changed, by file: the resources that came, went or changed, each change in words. */
export function ChangeList({
  files,
  review,
  error,
  shownPath,
  onFile,
  onResource,
  onField,
}: ChangeListProps) {
  const groups = useMemo(() => groupChanges(files, review), [files, review]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are buttons; this only adds arrow keys
    <div className={styles.list} onKeyDown={moveWithArrows}>
      {error === null ? null : (
        <p className={styles.note} role="alert">
          The resources could not be compared ({error}). The lines of the files can be, and are.
        </p>
      )}
      <ul aria-label="Changed files">
        {groups.map((group) => (
          <FileSection
            key={group.file.path}
            group={group}
            isShown={group.file.path === shownPath}
            onFile={onFile}
            onResource={onResource}
            onField={onField}
          />
        ))}
      </ul>
    </div>
  );
}

/** Up and down go through the rows; Tab reaches what a row holds. */
function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[event.key === 'ArrowDown' ? at + 1 : at - 1];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
