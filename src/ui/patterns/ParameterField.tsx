import { NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useId } from 'react';
import { refuseAnswer } from '../../core/templates/checkAnswers.ts';
import type { Answer, PatternParameter } from '../../core/templates/types.ts';
import styles from './patterns.module.css';

interface ParameterFieldProps {
  readonly parameter: PatternParameter;
  readonly value: Answer | undefined;
  readonly onChange: (value: Answer) => void;
}

/** One question of a pattern, with what is wrong with the answer. */
export function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const id = useId();
  const { label, help, type } = parameter;
  const problem = refuseAnswer(parameter, value ?? parameter.default);
  return (
    <div className={styles.field} data-parameter={parameter.id}>
      {type === 'boolean' ? null : (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <Control id={id} parameter={parameter} value={value ?? parameter.default} onChange={onChange} />
      {help === undefined ? null : (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly parameter: PatternParameter;
  readonly value: Answer;
  readonly onChange: (value: Answer) => void;
}

function Control({ id, parameter, value, onChange }: ControlProps) {
  const common = { id, size: 'xs' as const, 'aria-describedby': `${id}-help` };
  switch (parameter.type) {
    case 'boolean':
      return (
        <Switch
          {...common}
          label={parameter.label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          min={parameter.min}
          max={parameter.max}
          clampBehavior="none"
          allowDecimal={false}
          suffix={parameter.unit === undefined ? '' : ` ${parameter.unit}`}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : Number.NaN)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          data={parameter.options.map((option) => ({ value: option.value, label: option.label }))}
          value={String(value)}
          allowDeselect={false}
          comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }}
          onChange={(next) => {
            if (next !== null) onChange(next);
          }}
        />
      );
    case 'texts':
      return (
        <TagsInput
          {...common}
          data={[]}
          value={Array.isArray(value) ? [...value] : []}
          splitChars={[',', ' ']}
          acceptValueOnBlur
          {...(parameter.placeholder === undefined ? {} : { placeholder: parameter.placeholder })}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          value={String(value)}
          spellCheck={false}
          autoComplete="off"
          {...(parameter.placeholder === undefined ? {} : { placeholder: parameter.placeholder })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
