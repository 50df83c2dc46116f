import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { hasMod } from '../../kit/isMac.ts';
import styles from './fields.module.css';
import { useDraft } from './useDraft.ts';

interface DraftAreaProps {
  readonly id: string;
  readonly describedBy: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly isDisabled: boolean;
  readonly isRequired?: boolean;
  /** Answers what is wrong with the text, or null when it has been taken. */
  readonly onCommit: (text: string) => Promise<string | null>;
}

/** A field of several lines, in the code font: Enter begins a line, Ctrl/Cmd-Enter or leaving it commits. */
export function DraftArea(props: DraftAreaProps) {
  const { id, describedBy, value, placeholder, isDisabled, isRequired = false, onCommit } = props;
  const draft = useDraft(value, onCommit);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !hasMod(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      draft.onBlur();
    } else draft.onKeyDown(event);
  };
  return (
    <Textarea
      id={id}
      size="xs"
      autosize
      minRows={2}
      maxRows={14}
      classNames={{ input: `${styles.area} ${styles.code}`, error: styles.problem ?? '' }}
      aria-describedby={describedBy}
      aria-required={isRequired}
      data-draft={draft.text !== value || undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={draft.text}
      disabled={isDisabled}
      error={draft.problem}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => draft.onChange(event.currentTarget.value)}
      onBlur={draft.onBlur}
      onKeyDown={onKeyDown}
    />
  );
}
