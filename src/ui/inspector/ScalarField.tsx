import { Button } from '@mantine/core';
import { useId } from 'react';
import { type Path, valueAt } from '../../core/yaml/path.ts';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm } from './FormContext.ts';
import styles from './fields.module.css';
import { readScalar, type ScalarType, showScalar } from './scalarText.ts';

interface ScalarFieldProps {
  readonly type: ScalarType;
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isRequired?: boolean;
}

/** A field of one line: text, a number, a name, a duration. Emptied, an optional field goes. */
export function ScalarField({ type, path, label, help, placeholder, isRequired = false }: ScalarFieldProps) {
  const form = useForm();
  const id = useId();
  const helpId = `${id}-help`;
  const { resource } = form;
  const shown = showScalar(valueAt(resource.value, path));
  const commit = async (text: string): Promise<string | null> => {
    const read = readScalar(type, text, isRequired, label);
    if ('problem' in read) return read.problem;
    return form.run('set-field', {
      id: resource.id,
      path,
      ...(read.value === undefined ? {} : { value: read.value }),
    });
  };
  return (
    <FieldFrame label={label} path={path} controlId={id} help={help} helpId={helpId} isRequired={isRequired}>
      {shown === null ? (
        <Button id={id} size="compact-xs" variant="subtle" color="gray" onClick={() => form.reveal(path)}>
          It holds a structure: edit it in the YAML
        </Button>
      ) : (
        <DraftInput
          id={id}
          describedBy={help === undefined ? undefined : helpId}
          value={shown}
          placeholder={placeholder ?? (isRequired ? undefined : 'Not set')}
          isDisabled={form.isDisabled}
          isRequired={isRequired}
          isNumber={type === 'number'}
          onCommit={commit}
        />
      )}
      {shown === '' && isRequired && !form.isDisabled ? (
        <p className={styles.missing}>Not set, and required.</p>
      ) : null}
    </FieldFrame>
  );
}
