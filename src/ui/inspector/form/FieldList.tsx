import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FieldDeclaration } from '../../../core/kinds/form.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { countOf } from '../../kit/countOf.ts';
import { useForm } from '../fields/FormContext.ts';
import styles from '../fields/fields.module.css';
import { FieldView } from './FieldView.tsx';
import { RestFields } from './RestFields.tsx';
import { fieldsInView } from './visibleFields.ts';

interface FieldListProps {
  readonly fields: readonly FieldDeclaration[];
  readonly base: Path;
  /** True where whatever else the schema has can be seen and added too: in items of lists, in groups. */
  readonly hasRest?: boolean;
}

/** The fields of a section or of an item, those that matter at once and the rest on demand. */
export function FieldList({ fields, base, hasRest = false }: FieldListProps) {
  const form = useForm();
  const [isOpen, setOpen] = useState(false);
  const { shown, more } = fieldsInView(fields, valueAt(form.resource.value, base));
  const drawn = isOpen ? fields : shown;
  return (
    <div className={styles.fields}>
      {drawn.map((field) => (
        <FieldView key={`${field.type} ${field.path} ${field.label}`} field={field} base={base} />
      ))}
      {more.length === 0 ? null : (
        <Button
          className={styles.more ?? ''}
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Fewer fields' : countOf(more.length, 'more field')}
        </Button>
      )}
      {hasRest ? <RestFields fields={fields} base={base} /> : null}
    </div>
  );
}
