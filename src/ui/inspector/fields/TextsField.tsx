import { MultiSelect, TagsInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { TextsField as TextsDeclaration } from '../../../core/kinds/form.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm } from './FormContext.ts';
import styles from './fields.module.css';
import { readScalar } from './scalarText.ts';
import { textsChange } from './textsChange.ts';

interface TextsFieldProps {
  readonly field: TextsDeclaration;
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isKey?: boolean;
}

/** A list of words, such as hostnames: Enter or a comma adds one, Backspace removes the last. */
export function TextsField({ field, path, label, help, isKey = false }: TextsFieldProps) {
  const form = useForm();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const value = valueAt(form.resource.value, path);
  const texts = Array.isArray(value)
    ? value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
    : [];
  const change = (next: readonly string[]) => {
    const refused = problemIn(field, next, texts);
    if (refused !== null) return setProblem(refused);
    const write = field.of === 'number' ? { write: Number } : {};
    const { name, args } = textsChange({ id: form.resource.id, path, ...write }, texts, next);
    void form.run(name, args).then(setProblem);
  };
  const input = {
    id,
    size: 'xs' as const,
    classNames: {
      input: styles.input ?? '',
      pill: styles.pill ?? '',
      inputField: styles.inputField ?? '',
    },
    value: texts,
    disabled: form.isDisabled,
    placeholder: texts.length === 0 ? (field.placeholder ?? 'Not set') : '',
    comboboxProps: { keepMounted: false, transitionProps: { duration: 0 } },
    'aria-describedby': `${id}-help`,
    onChange: change,
  };
  const { options } = field;
  return (
    <FieldFrame
      label={label}
      path={path}
      controlId={id}
      help={help}
      helpId={`${id}-help`}
      isKey={isKey}
      problem={problem}
    >
      {options === undefined ? (
        <TagsInput {...input} splitChars={field.hasSpaces === true ? [] : [',', ' ']} acceptValueOnBlur />
      ) : (
        <MultiSelect {...input} data={[...new Set([...options, ...texts])]} searchable />
      )}
    </FieldFrame>
  );
}

/** What is wrong with a text that is new among them, or null. */
function problemIn(
  field: TextsDeclaration,
  next: readonly string[],
  before: readonly string[],
): string | null {
  if (field.of === undefined) return null;
  for (const text of next) {
    if (before.includes(text)) continue;
    const read = readScalar(text, { type: field.of, isRequired: false, label: field.label });
    if ('problem' in read) return read.problem;
  }
  return null;
}
