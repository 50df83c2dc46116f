import { Button } from '@mantine/core';
import { useId } from 'react';
import type { ScalarField as ScalarDeclaration, ScalarType } from '../../../core/kinds/form.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { DraftArea } from './DraftArea.tsx';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm, useShapeAt } from './FormContext.ts';
import { ghostOf } from './fieldFacts.ts';
import styles from './fields.module.css';
import { ScalarNote } from './notes/ScalarNote.tsx';
import { readScalar, showScalar } from './scalarText.ts';

interface ScalarFieldProps {
  readonly field: ScalarDeclaration & { readonly type: Exclude<ScalarType, 'boolean'> };
  readonly path: Path;
  readonly isKey?: boolean;
}

const isLong = (type: ScalarType) => type === 'code' || type === 'promql';

/** A scalar: a text, a number, a duration, a quantity, code. Emptied, an optional field goes. */
export function ScalarField({ field, path, isKey = false }: ScalarFieldProps) {
  const form = useForm();
  const shape = useShapeAt(path);
  const id = useId();
  const { type, label, help } = field;
  const isRequired = field.required === true;
  const shown = showScalar(valueAt(form.resource.value, path));
  const commit = async (text: string): Promise<string | null> => {
    const read = readScalar(text, {
      type,
      isRequired,
      label,
      orNumber: field.orNumber === true,
      asText: field.asText === true,
    });
    if ('problem' in read) return read.problem;
    const value = read.value === undefined ? {} : { value: read.value };
    return form.run('set-field', { id: form.resource.id, path, ...value });
  };
  const input = {
    id,
    describedBy: `${id}-help`,
    value: shown ?? '',
    placeholder: ghostOf(shape) ?? field.placeholder ?? (isRequired ? undefined : 'Not set'),
    isDisabled: form.isDisabled,
    isRequired,
    onCommit: commit,
  };
  return (
    <FieldFrame
      label={label}
      path={path}
      controlId={id}
      help={help}
      helpId={`${id}-help`}
      isRequired={isRequired}
      isKey={isKey}
      isWide={isLong(type)}
    >
      {shown === null ? (
        <Button id={id} size="compact-xs" variant="subtle" color="gray" onClick={() => form.reveal(path)}>
          It holds a structure: edit it in the YAML
        </Button>
      ) : isLong(type) ? (
        <DraftArea {...input} />
      ) : (
        <DraftInput {...input} isNumber={type === 'number'} isCode={isKey || type === 'cron'} />
      )}
      {shown === '' && isRequired && !form.isDisabled ? (
        <p className={styles.missing}>Not set, and required.</p>
      ) : null}
      <ScalarNote type={type} text={shown ?? ''} path={path} />
    </FieldFrame>
  );
}
