import { CloseButton, Select, Switch } from '@mantine/core';
import { useId, useState } from 'react';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import type { Plain } from '../../../core/yaml/types.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm, useShapeAt } from './FormContext.ts';
import { ghostOf } from './fieldFacts.ts';
import styles from './fields.module.css';
import { showScalar } from './scalarText.ts';

interface ChoiceProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isKey?: boolean;
}

/** Commits at once, and keeps the reason when it was refused. */
function useChoice(path: Path) {
  const form = useForm();
  const [problem, setProblem] = useState<string | null>(null);
  const set = (value: Plain | undefined) =>
    void form
      .run('set-field', { id: form.resource.id, path, ...(value === undefined ? {} : { value }) })
      .then(setProblem);
  return { form, problem, set, value: valueAt(form.resource.value, path) };
}

interface EnumFieldProps extends ChoiceProps {
  readonly options: readonly string[];
  readonly isRequired?: boolean;
  /** The options are numbers, and written so. */
  readonly isNumber?: boolean;
}

/** One of some words. A word that is not among them stays, and can be chosen again. */
export function EnumField({
  path,
  label,
  help,
  options,
  isRequired = false,
  isNumber = false,
  isKey = false,
}: EnumFieldProps) {
  const { form, problem, set, value } = useChoice(path);
  const ghost = ghostOf(useShapeAt(path));
  const id = useId();
  const shown = showScalar(value) ?? '';
  const data = shown === '' || options.includes(shown) ? [...options] : [shown, ...options];
  return (
    <FieldFrame
      label={label}
      path={path}
      controlId={id}
      help={help}
      helpId={`${id}-help`}
      isRequired={isRequired}
      isKey={isKey}
      problem={problem}
    >
      <Select
        id={id}
        size="xs"
        classNames={{ input: styles.input ?? '' }}
        data={data}
        value={shown === '' ? null : shown}
        placeholder={ghost ?? 'Not set'}
        disabled={form.isDisabled}
        clearable={!isRequired && shown !== ''}
        clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
        allowDeselect={false}
        checkIconPosition="right"
        searchable={options.length > 8}
        comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }}
        aria-describedby={`${id}-help`}
        onChange={(next) => set(next === null ? undefined : isNumber ? Number(next) : next)}
      />
    </FieldFrame>
  );
}

interface BooleanFieldProps extends ChoiceProps {
  /** Written as the texts `'true'` and `'false'`. */
  readonly asText?: boolean;
}

/** On, off, or left to the default. */
export function BooleanField({ path, label, help, isKey = false, asText = false }: BooleanFieldProps) {
  const { form, problem, set, value } = useChoice(path);
  const ghost = ghostOf(useShapeAt(path));
  const id = useId();
  const isSet = value !== undefined && value !== null;
  const isOn = value === true || value === 'true';
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
      <div className={styles.switch}>
        <Switch
          id={id}
          size="xs"
          checked={isSet ? isOn : ghost === 'true'}
          disabled={form.isDisabled}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            set(asText ? String(checked) : checked);
          }}
        />
        <span className={styles.state}>
          {isSet ? (isOn ? 'On' : 'Off') : ghost === 'true' ? 'On when not set' : 'Not set'}
        </span>
        {isSet ? (
          <CloseButton
            size="xs"
            aria-label={`Clear ${label.toLowerCase()}`}
            disabled={form.isDisabled}
            onClick={() => set(undefined)}
          />
        ) : null}
      </div>
    </FieldFrame>
  );
}
