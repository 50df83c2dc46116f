import { ArrowRightLeft, CircleMinus, CirclePlus, type LucideIcon, Pencil, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { FieldChange, ResourceChange } from '../../core/review/types.ts';
import { countOf } from '../kit/countOf.ts';
import { IconButton } from '../kit/IconButton.tsx';
import styles from './ReviewPanel.module.css';

const looks: Readonly<Record<ResourceChange['type'], { readonly icon: LucideIcon; readonly word: string }>> =
  {
    added: { icon: CirclePlus, word: 'Added' },
    removed: { icon: CircleMinus, word: 'Removed' },
    changed: { icon: Pencil, word: 'Changed' },
    renamed: { icon: ArrowRightLeft, word: 'Renamed' },
  };

/** Fields that are listed before the rest folds. */
const mostFields = 5;

interface ResourceRowProps {
  readonly change: ResourceChange;
  readonly onChoose: () => void;
  readonly onField: (field: FieldChange) => void;
  readonly onRevert: () => void;
}

/** One resource that came, went or changed, with its changes in words. */
export function ResourceRow({ change, onChoose, onField, onRevert }: ResourceRowProps) {
  const [isOpen, setOpen] = useState(false);
  const { icon: Icon, word } = looks[change.type];
  const fields = isOpen ? change.fields : change.fields.slice(0, mostFields);
  const hidden = change.fields.length - fields.length;
  return (
    <li>
      <div className={styles.row} data-kind="resource">
        <button type="button" className={styles.rowButton} data-row onClick={onChoose}>
          <Icon
            className={styles.mark}
            data-type={change.type}
            size={14}
            strokeWidth={1.75}
            role="img"
            aria-label={word}
          />
          <span className={styles.title}>{change.title}</span>
        </button>
        <IconButton
          label={`Revert ${change.title}`}
          icon={RotateCcw}
          size={22}
          className={styles.revert}
          onClick={onRevert}
        />
      </div>
      {fields.length === 0 ? null : (
        <ul className={styles.fields} aria-label={`Changes of ${change.title}`}>
          {fields.map((field) => (
            <li key={`${field.type} ${field.text}`}>
              <button type="button" className={styles.field} data-row onClick={() => onField(field)}>
                {field.text}
              </button>
            </li>
          ))}
          {hidden > 0 ? (
            <li>
              <button type="button" className={styles.field} data-row data-more onClick={() => setOpen(true)}>
                Show {countOf(hidden, 'more change')}
              </button>
            </li>
          ) : null}
        </ul>
      )}
    </li>
  );
}
