import { CloseButton, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import type { KeyboardEventHandler, Ref } from 'react';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** When the field drives a list: the list's id and the id of the option that is active. */
  readonly listId?: string;
  readonly activeId?: string | undefined;
  /** Large and without a border, as the head of a picker. */
  readonly isBare?: boolean;
  /** Takes the focus when its dialog opens. */
  readonly isFirst?: boolean;
}

/** A field that filters what is below it. Escape clears it first and only then leaves it. */
export function SearchField(props: SearchFieldProps) {
  const {
    label,
    value,
    onChange,
    onKeyDown,
    inputRef,
    listId,
    activeId,
    isBare = false,
    isFirst = isBare,
  } = props;
  const combobox =
    listId === undefined
      ? {}
      : {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-autocomplete': 'list' as const,
          ...(activeId === undefined ? {} : { 'aria-activedescendant': activeId }),
        };
  return (
    <TextInput
      {...combobox}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      classNames={{ input: isBare ? styles.bare : styles.input }}
      size="xs"
      {...(isBare ? { leftSectionWidth: 42 } : {})}
      {...(isFirst ? { 'data-autofocus': true } : {})}
      // At once: the focus trap of a dialog comes a moment later, and people type before it.
      autoFocus={isFirst}
      data-find
      aria-label={label}
      placeholder={label}
      value={value}
      autoComplete="off"
      spellCheck={false}
      leftSection={<Search size={14} strokeWidth={1.5} aria-hidden="true" />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="xs" aria-label="Clear" tabIndex={-1} onClick={() => onChange('')} />
        )
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation();
          onChange('');
          return;
        }
        onKeyDown?.(event);
      }}
    />
  );
}
