import { ChevronRight, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { choicesOf } from '../../../core/forms/drawField.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { describeItem } from '../fields/describeItem.ts';
import { FieldFrame } from '../fields/FieldFrame.tsx';
import { useForm, useShapeAt } from '../fields/FormContext.ts';
import styles from '../fields/lists.module.css';

interface GroupFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isKey?: boolean;
}

/** A map, all of it drawn from its schema: its one-of groups as choices, what is set, and whatever can be added. */
export function GroupField({ path, label, help, isKey = false }: GroupFieldProps) {
  const form = useForm();
  const shape = useShapeAt(path);
  const id = useId();
  const value = valueAt(form.resource.value, path);
  const [isOpen, setOpen] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <FieldFrame
      label={label}
      path={path}
      help={help}
      helpId={`${id}-help`}
      isWide
      isKey={isKey}
      problem={problem}
    >
      <div className={styles.item} data-open={isOpen || undefined}>
        <div className={styles.itemHead}>
          <button
            type="button"
            className={styles.itemTitle}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronRight className={styles.chevron} size={14} strokeWidth={1.5} aria-hidden="true" />
            <span className={styles.itemDetail}>{describeItem(value) || 'Nothing set'}</span>
          </button>
          {value === undefined ? null : (
            <span className={styles.itemActions}>
              <IconButton
                label={`Remove ${label}`}
                icon={Trash2}
                size={20}
                isDisabled={form.isDisabled}
                onClick={() => void form.run('set-field', { id: form.resource.id, path }).then(setProblem)}
              />
            </span>
          )}
        </div>
        {isOpen ? (
          <div className={styles.itemBody}>{form.renderFields(choicesOf(shape), path, true)}</div>
        ) : null}
      </div>
    </FieldFrame>
  );
}
