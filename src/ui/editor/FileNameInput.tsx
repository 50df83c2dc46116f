import { Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFileName } from '../kit/readFileName.ts';
import styles from './FileTabs.module.css';

interface FileNameInputProps {
  readonly path: string;
  readonly paths: readonly string[];
  /** The new path, or null when the name stays. */
  readonly onDone: (to: string | null) => void;
}

/** A tab's name while it is typed. Enter takes it, Escape leaves it; leaving the field takes a good name. */
export function FileNameInput({ path, paths, onDone }: FileNameInputProps) {
  const [typed, setTyped] = useState(path);
  const result = readFileName(typed, paths, path);
  const problem = 'problem' in result ? result.problem : null;
  return (
    <Popover opened={problem !== null} position="bottom-start" offset={4} withinPortal>
      <Popover.Target>
        <TextInput
          size="xs"
          className={styles.rename ?? ''}
          aria-label={`New name of ${path}`}
          aria-invalid={problem !== null}
          autoFocus
          spellCheck={false}
          value={typed}
          onFocus={(event) => {
            const dot = path.lastIndexOf('.');
            event.currentTarget.setSelectionRange(path.lastIndexOf('/') + 1, dot < 0 ? path.length : dot);
          }}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => onDone('path' in result ? result.path : null)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') onDone(null);
            if (event.key === 'Enter' && 'path' in result) onDone(result.path);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown className={styles.problem ?? ''} role="alert">
        {problem}
      </Popover.Dropdown>
    </Popover>
  );
}
