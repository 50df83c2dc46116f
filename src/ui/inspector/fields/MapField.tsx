import { Button, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { DraftInput } from './DraftInput.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm } from './FormContext.ts';
import styles from './fields.module.css';
import { showScalar } from './scalarText.ts';

interface MapFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isKey?: boolean;
}

/** Keys and values, such as labels. A new pair is written once it has a key. */
export function MapField({ path, label, help, isKey = false }: MapFieldProps) {
  const form = useForm();
  const id = useId();
  const [isAdding, setAdding] = useState(false);
  const value = valueAt(form.resource.value, path);
  const entries =
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  const setKey = (key: string, text?: string) =>
    form.run('set-field', {
      id: form.resource.id,
      path: [...path, key],
      ...(text === undefined ? {} : { value: text }),
    });
  const add = async (typed: string, text: string): Promise<string | null> => {
    const key = typed.trim();
    if (key === '') return 'Give the key first.';
    if (entries.some(([one]) => one === key)) return `There is a key ${key} already.`;
    return setKey(key, text.trim());
  };
  return (
    <FieldFrame label={label} path={path} help={help} helpId={`${id}-help`} isKey={isKey}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid row in all browsers */}
      <div className={styles.map} role="group" aria-label={label}>
        {entries.map(([key, held]) => (
          <MapRow
            key={key}
            name={key}
            value={showScalar(held)}
            isDisabled={form.isDisabled}
            onRename={(to) => form.run('rename-key', { id: form.resource.id, path, key, to: to.trim() })}
            onSet={(text) => setKey(key, text)}
            onRemove={() => void setKey(key)}
          />
        ))}
        {isAdding ? (
          <NewPair onAdd={add} onDone={() => setAdding(false)} />
        ) : (
          <Button
            className={styles.add ?? ''}
            size="compact-xs"
            variant="subtle"
            color="gray"
            disabled={form.isDisabled}
            leftSection={<Plus size={13} strokeWidth={1.5} />}
            onClick={() => setAdding(true)}
          >
            Add {label.toLowerCase().replace(/s$/, '')}
          </Button>
        )}
      </div>
    </FieldFrame>
  );
}

interface MapRowProps {
  readonly name: string;
  readonly value: string | null;
  readonly isDisabled: boolean;
  readonly onRename: (to: string) => Promise<string | null>;
  readonly onSet: (text: string) => Promise<string | null>;
  readonly onRemove: () => void;
}

function MapRow({ name, value, isDisabled, onRename, onSet, onRemove }: MapRowProps) {
  return (
    <div className={styles.pair}>
      <DraftInput label={`Key ${name}`} value={name} isDisabled={isDisabled} isCode onCommit={onRename} />
      <DraftInput
        label={`Value of ${name}`}
        value={value ?? '(structure)'}
        isDisabled={isDisabled || value === null}
        isCode
        onCommit={onSet}
      />
      <IconButton label={`Remove ${name}`} icon={X} size={20} isDisabled={isDisabled} onClick={onRemove} />
    </div>
  );
}

interface NewPairProps {
  readonly onAdd: (key: string, value: string) => Promise<string | null>;
  readonly onDone: () => void;
}

/** A pair being typed: written when it is whole, dropped when it is left without a key. */
function NewPair({ onAdd, onDone }: NewPairProps) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    const refused = key.trim() === '' && value.trim() === '' ? null : await onAdd(key, value);
    if (refused === null) onDone();
    else setProblem(refused);
  };
  const field = {
    size: 'xs',
    spellCheck: false,
    autoComplete: 'off',
    classNames: { input: `${styles.input} ${styles.code}` },
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <div className={styles.pair}>
        <TextInput
          {...field}
          aria-label="New key"
          placeholder="Key"
          autoFocus
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <TextInput
          {...field}
          aria-label="Its value"
          placeholder="Value"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <IconButton label="Cancel" icon={X} size={20} onClick={onDone} />
      </div>
      {/* Enter in either field sends the pair. */}
      <button type="submit" hidden />
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
