import { TagsInput } from '@mantine/core';
import { useId, useState } from 'react';
import { type Path, valueAt } from '../../core/yaml/path.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm } from './FormContext.ts';
import styles from './fields.module.css';
import { textsChange } from './textsChange.ts';

interface TextsFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** A list of words, such as hostnames: Enter or a comma adds one, Backspace removes the last. */
export function TextsField({ path, label, help, placeholder }: TextsFieldProps) {
  const form = useForm();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const value = valueAt(form.resource.value, path);
  const texts = Array.isArray(value)
    ? value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
    : [];
  const change = (next: readonly string[]) => {
    const { name, args } = textsChange(form.resource.id, path, texts, next);
    void form.run(name, args).then(setProblem);
  };
  return (
    <FieldFrame label={label} path={path} controlId={id} help={help} helpId={`${id}-help`} problem={problem}>
      <TagsInput
        id={id}
        size="xs"
        classNames={{
          input: styles.input ?? '',
          pill: styles.pill ?? '',
          inputField: styles.inputField ?? '',
        }}
        value={texts}
        disabled={form.isDisabled}
        placeholder={texts.length === 0 ? (placeholder ?? 'Not set') : ''}
        splitChars={[',', ' ']}
        acceptValueOnBlur
        comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-help` })}
        onChange={change}
      />
    </FieldFrame>
  );
}
