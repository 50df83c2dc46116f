import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FieldDeclaration } from '../../core/kinds/types.ts';
import { type Path, valueAt } from '../../core/yaml/path.ts';
import { countOf } from '../kit/countOf.ts';
import { BooleanField, EnumField } from './ChoiceField.tsx';
import { useForm } from './FormContext.ts';
import { readFieldPath } from './fieldPath.ts';
import styles from './fields.module.css';
import { ListField } from './ListField.tsx';
import { MapField } from './MapField.tsx';
import { ReferenceField } from './ReferenceField.tsx';
import { ScalarField } from './ScalarField.tsx';
import { TextsField } from './TextsField.tsx';
import { fieldsInView } from './visibleFields.ts';
import { WeightsField } from './WeightsField.tsx';

/** The fields of a form or of an item, those that matter at once and the rest on demand. */
export function FieldList({
  fields,
  base,
}: {
  readonly fields: readonly FieldDeclaration[];
  readonly base: Path;
}) {
  const form = useForm();
  const [isOpen, setOpen] = useState(false);
  const { shown, more } = fieldsInView(fields, valueAt(form.resource.value, base));
  return (
    <div className={styles.fields}>
      {(isOpen ? fields.filter((field) => shown.includes(field) || more.includes(field)) : shown).map(
        (field) => (
          <FieldView key={field.path} field={field} base={base} />
        ),
      )}
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
    </div>
  );
}

const renderFields = (fields: readonly FieldDeclaration[], base: Path) => (
  <FieldList fields={fields} base={base} />
);

/** One declared field. */
function FieldView({ field, base }: { readonly field: FieldDeclaration; readonly base: Path }) {
  const { definition } = useForm();
  const common = { path: [...base, ...readFieldPath(field.path)], label: field.label, help: field.help };
  switch (field.type) {
    case 'enum':
      return <EnumField {...common} options={field.options} isRequired={field.required === true} />;
    case 'boolean':
      return <BooleanField {...common} />;
    case 'texts':
      return <TextsField {...common} placeholder={field.placeholder} />;
    case 'map':
      return <MapField {...common} />;
    case 'list':
      return <ListField {...common} field={field} renderFields={renderFields} />;
    case 'reference':
    case 'weights': {
      const declaration = definition?.references.find(({ name }) => name === field.reference);
      if (declaration === undefined) return null;
      const Field = field.type === 'weights' ? WeightsField : ReferenceField;
      return <Field {...common} declaration={declaration} />;
    }
    default:
      return (
        <ScalarField
          {...common}
          type={field.type}
          placeholder={field.placeholder}
          isRequired={field.required === true}
        />
      );
  }
}
