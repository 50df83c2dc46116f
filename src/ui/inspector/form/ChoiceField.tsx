import { Select, Switch } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { choosing, chosenMember, keysOf } from '../../../core/forms/chosenMember.ts';
import type { ChoiceFieldDeclaration, ChoiceMember } from '../../../core/kinds/form.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { FieldFrame } from '../fields/FieldFrame.tsx';
import { type Form, FormContext, useForm } from '../fields/FormContext.ts';
import styles from '../fields/fields.module.css';

interface ChoiceFieldProps {
  readonly field: ChoiceFieldDeclaration;
  /** Of the map that holds the members. */
  readonly path: Path;
  readonly isKey?: boolean;
}

/** One of several members, with the fields of the chosen one below it. Another choice is one edit. */
export function ChoiceField({ field, path, isKey = false }: ChoiceFieldProps) {
  const form = useForm();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const { label, help, by, required = false, members } = field;
  const value = valueAt(form.resource.value, path);
  const { member, word, several } = chosenMember(field, value);
  const shown = member === undefined ? (word ?? null) : idOf(member);
  const run = async (next: string | null) => {
    const chosen = members.find((each) => idOf(each) === next);
    if (chosen !== undefined)
      setProblem(await form.run('choose', { id: form.resource.id, path, ...choosing(field, chosen) }));
    else if (next === null)
      setProblem(
        await form.run('clear-fields', {
          id: form.resource.id,
          paths: keysOf(field).map((key) => [...path, key]),
          label: label.toLowerCase(),
        }),
      );
  };
  const inner = useMemo(() => keeping(form, path, member), [form, path, member]);
  const fields = member?.fields ?? (word === undefined ? [] : (field.otherwise?.fields ?? []));
  return (
    <div className={styles.choice}>
      <FieldFrame
        label={label}
        path={by === undefined ? [...path, member?.key ?? keysOf(field)[0] ?? ''] : [...path, by]}
        controlId={id}
        help={member?.help ?? help}
        helpId={`${id}-help`}
        isRequired={required}
        isKey={isKey}
        problem={problem ?? (several.length > 1 ? `Only one of ${several.join(', ')} may be set.` : null)}
      >
        <ChoiceControl
          id={id}
          field={field}
          shown={shown}
          isForeign={member === undefined && word !== undefined}
          isDisabled={form.isDisabled}
          onChoose={(next) => void run(next)}
        />
      </FieldFrame>
      {fields.length === 0 ? null : (
        <div key={shown} className={styles.member}>
          <FormContext value={inner}>{form.renderFields(fields, path, false)}</FormContext>
        </div>
      )}
    </div>
  );
}

interface ChoiceControlProps {
  readonly id: string;
  readonly field: ChoiceFieldDeclaration;
  /** Of the chosen member, or a word that none has; null when nothing is chosen. */
  readonly shown: string | null;
  /** True when no member has that word. */
  readonly isForeign: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: (id: string | null) => void;
}

/** A single member is switched on and off; of several one is chosen. */
function ChoiceControl({ id, field, shown, isForeign, isDisabled, onChoose }: ChoiceControlProps) {
  const { label, by, required = false, members } = field;
  const options = members.map((each) => ({ value: idOf(each), label: each.label }));
  const [only, ...others] = options;
  if (by === undefined && only !== undefined && others.length === 0) {
    return (
      <div className={styles.switch}>
        <Switch
          id={id}
          size="xs"
          checked={shown !== null}
          disabled={isDisabled}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChoose(event.currentTarget.checked ? only.value : null)}
        />
        <span className={styles.state}>{shown === null ? 'Off' : only.label}</span>
      </div>
    );
  }
  return (
    <Select
      id={id}
      size="xs"
      classNames={{ input: styles.input ?? '' }}
      data={isForeign && shown !== null ? [{ value: shown, label: shown }, ...options] : options}
      value={shown}
      placeholder="Not set"
      disabled={isDisabled}
      clearable={!required && shown !== null}
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
      allowDeselect={false}
      checkIconPosition="right"
      searchable={options.length > 8}
      comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }}
      aria-describedby={`${id}-help`}
      onChange={onChoose}
    />
  );
}

/** A member that was begun with a value stays chosen when its last field is emptied. */
function keeping(form: Form, path: Path, member: ChoiceMember | undefined): Form {
  if (member?.key === undefined || member.newValue === undefined) return form;
  const keep = [...path, member.key];
  return {
    ...form,
    run: (name, args) => form.run(name, name === 'set-field' ? { keep, ...args } : args),
  };
}

function idOf({ word, key, label }: ChoiceMember): string {
  return word ?? key ?? label;
}
