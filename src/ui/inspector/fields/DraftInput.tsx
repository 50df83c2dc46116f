import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './fields.module.css';
import { useDraft } from './useDraft.ts';

interface DraftInputProps {
  /** The accessible name, unless a label points at `id`. */
  readonly label?: string;
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly isDisabled: boolean;
  readonly isRequired?: boolean;
  readonly isNumber?: boolean;
  readonly isCode?: boolean;
  readonly rightSection?: ReactNode;
  /** Answers what is wrong with the text, or null when it has been taken. */
  readonly onCommit: (text: string) => Promise<string | null>;
}

/** A one-line field that commits on Enter and when it is left. */
export function DraftInput(props: DraftInputProps) {
  const { label, id, describedBy, value, placeholder, isDisabled, isNumber, isCode, rightSection, onCommit } =
    props;
  const draft = useDraft(value, onCommit);
  return (
    <TextInput
      classNames={{
        input: isCode === true ? `${styles.input} ${styles.code}` : styles.input,
        error: styles.problem,
      }}
      size="xs"
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(props.isRequired === true ? { 'aria-required': true } : {})}
      {...(isNumber === true ? { inputMode: 'decimal' as const } : {})}
      {...(rightSection === undefined ? {} : { rightSection })}
      {...(placeholder === undefined ? {} : { placeholder })}
      // Undo belongs to the field while it holds a draft; see `useGlobalKeys`.
      data-draft={draft.text !== value || undefined}
      value={draft.text}
      disabled={isDisabled}
      error={draft.problem}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => draft.onChange(event.currentTarget.value)}
      onBlur={draft.onBlur}
      onKeyDown={draft.onKeyDown}
    />
  );
}
