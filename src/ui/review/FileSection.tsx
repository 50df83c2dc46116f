import { RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FieldChange, ResourceChange } from '../../core/review/types.ts';
import { useStudio } from '../../state/react.tsx';
import { countOf } from '../kit/countOf.ts';
import { IconButton } from '../kit/IconButton.tsx';
import type { ChangedFile } from './changedFiles.ts';
import type { ChangeGroup } from './groupChanges.ts';
import { ResourceRow } from './ResourceRow.tsx';
import styles from './ReviewPanel.module.css';
import { revertFile, revertResource } from './revertCommands.ts';

interface FileSectionProps {
  readonly group: ChangeGroup;
  readonly isShown: boolean;
  readonly onFile: (file: ChangedFile) => void;
  readonly onResource: (file: ChangedFile, change: ResourceChange) => void;
  readonly onField: (file: ChangedFile, field: FieldChange) => void;
}

/** One changed file with the resources in it that changed. */
export function FileSection({ group, isShown, onFile, onResource, onField }: FileSectionProps) {
  const studio = useStudio();
  const { file, resources } = group;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isShown) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const tag = tagOf(group);
  return (
    <li className={styles.section}>
      <div ref={row} className={styles.row} data-kind="file" data-shown={isShown}>
        <button
          type="button"
          className={styles.rowButton}
          data-row
          aria-current={isShown}
          onClick={() => onFile(file)}
        >
          <span className={styles.name}>
            <span className={styles.path} title={file.path}>
              {file.path}
            </span>
            {tag === null ? null : <span className={styles.tag}>{tag}</span>}
          </span>
          <LineCounts added={file.addedLines} removed={file.removedLines} />
        </button>
        <IconButton
          label={`Revert ${file.path}`}
          icon={RotateCcw}
          size={22}
          className={styles.revert}
          onClick={() => revertFile(studio, file)}
        />
      </div>
      {resources.length === 0 ? null : (
        <ul aria-label={`Changed resources in ${file.path}`}>
          {resources.map((change) => (
            <ResourceRow
              key={`${change.type} ${change.id}`}
              change={change}
              onChoose={() => onResource(file, change)}
              onField={(field) => onField(file, field)}
              onRevert={() => revertResource(studio, file, change)}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function LineCounts({ added, removed }: { readonly added: number; readonly removed: number }) {
  return (
    <span className={styles.lines}>
      {added === 0 ? null : (
        <span className={styles.plus} role="img" aria-label={`${countOf(added, 'line')} added`}>
          +{added}
        </span>
      )}
      {removed === 0 ? null : (
        <span className={styles.minus} role="img" aria-label={`${countOf(removed, 'line')} removed`}>
          −{removed}
        </span>
      )}
    </span>
  );
}

function tagOf({ file, isLayoutOnly }: ChangeGroup): string | null {
  if (file.type === 'renamed') return `Was ${file.wasPath}`;
  if (file.type === 'added') return 'New file';
  if (file.type === 'removed') return 'Removed file';
  if (file.isInvisible) return 'Line ends or byte order mark';
  return isLayoutOnly ? 'Comments and layout only' : null;
}
