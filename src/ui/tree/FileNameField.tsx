import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFileName } from '../kit/readFileName.ts';
import styles from './TreePanel.module.css';

interface FileNameFieldProps {
  readonly existing: readonly string[];
  /** The file that is renamed; absent for a new one. */
  readonly own?: string;
  readonly onDone: (path: string) => void;
  readonly onCancel: () => void;
}

/** A file's name being typed. Enter takes it, Escape and leaving the field leave things as they were. */
export function FileNameField({ existing, own, onDone, onCancel }: FileNameFieldProps) {
  const [typed, setTyped] = useState(own ?? '');
  const [isTried, setTried] = useState(false);
  const result = readFileName(typed, existing, own);
  const problem = 'problem' in result && (isTried || typed !== '') ? result.problem : null;
  return (
    <TextInput
      size="xs"
      flex={1}
      classNames={{ input: own === undefined ? '' : (styles.fileName ?? '') }}
      aria-label={own === undefined ? 'Name of the new file' : `New name of ${own}`}
      placeholder="routes.yaml"
      autoFocus
      value={typed}
      error={problem}
      spellCheck={false}
      onFocus={(event) => {
        const end = typed.lastIndexOf('.');
        event.currentTarget.setSelectionRange(typed.lastIndexOf('/') + 1, end < 0 ? typed.length : end);
      }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={onCancel}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
        if (event.key !== 'Enter') return;
        setTried(true);
        if ('path' in result) onDone(result.path);
      }}
    />
  );
}
