import { TextInput } from '@mantine/core';
import { Copy, FilePlus2, Pencil, Sparkles, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useKeeper } from '../../state/keeperContext.tsx';
import { useStudio, useWorkspace } from '../../state/react.tsx';
import type { WorkspaceEntry } from '../../state/storage/workspaceStorage.ts';
import { countOf } from '../kit/countOf.ts';
import { IconButton } from '../kit/IconButton.tsx';
import type { ShellDeeds } from './slots.ts';
import styles from './WorkspaceList.module.css';

interface WorkspaceListProps {
  readonly deeds: ShellDeeds;
  onDone(): void;
}

/** All workspaces of this browser: switch, rename, duplicate, delete (with a way back), start another. */
export function WorkspaceList({ deeds, onDone }: WorkspaceListProps) {
  const keeper = useKeeper();
  const studio = useStudio();
  const openId = useWorkspace((state) => state.id);
  const { entries, reload } = useEntries();
  const [renaming, setRenaming] = useState<string | null>(null);

  async function remove(entry: WorkspaceEntry): Promise<void> {
    const restore = await keeper.remove(entry.id);
    if (entry.id === openId) await openAnother(entry.id);
    await reload();
    studio.notify({
      tone: 'info',
      sticky: true,
      text: `Deleted workspace ${entry.name}.`,
      action: { label: 'Undo', run: () => void restore().then(() => keeper.openKept(entry.id)) },
    });
  }

  async function openAnother(than: string): Promise<void> {
    const next = (await keeper.list()).find((entry) => entry.id !== than);
    if (next === undefined) await keeper.openNew({ name: 'Untitled', files: new Map() });
    else await keeper.openKept(next.id);
  }

  async function openKept(id: string): Promise<void> {
    onDone();
    if (id !== openId) await keeper.openKept(id);
  }

  return (
    <div className={styles.list}>
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry} data-open={entry.id === openId}>
            {renaming === entry.id ? (
              <NameField
                name={entry.name}
                onDone={(name) => {
                  setRenaming(null);
                  if (name !== null) void keeper.rename(entry.id, name).then(reload);
                }}
              />
            ) : (
              <button
                type="button"
                className={styles.open}
                aria-current={entry.id === openId}
                onClick={() => void openKept(entry.id)}
              >
                <span className={styles.name}>{entry.name}</span>
                <span className={styles.detail}>
                  {countOf(entry.resources, 'resource')}, {whenOf(entry.changed)}
                </span>
              </button>
            )}
            <IconButton label={`Rename ${entry.name}`} icon={Pencil} onClick={() => setRenaming(entry.id)} />
            <IconButton
              label={`Duplicate ${entry.name}`}
              icon={Copy}
              onClick={() => void keeper.duplicate(entry.id, `${entry.name} copy`).then(reload)}
            />
            <IconButton label={`Delete ${entry.name}`} icon={Trash2} onClick={() => void remove(entry)} />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            onDone();
            void keeper.openNew({ name: 'Untitled', files: new Map() });
          }}
        >
          <FilePlus2 size={14} strokeWidth={1.5} aria-hidden="true" /> New empty workspace
        </button>
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            onDone();
            void deeds.openSample();
          }}
        >
          <Sparkles size={14} strokeWidth={1.5} aria-hidden="true" /> Open the sample
        </button>
      </div>
    </div>
  );
}

function NameField({ name, onDone }: { readonly name: string; onDone(name: string | null): void }) {
  const [draft, setDraft] = useState(name);
  return (
    <TextInput
      className={styles.field ?? ''}
      size="xs"
      autoFocus
      aria-label="Name of the workspace"
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => onDone(draft.trim() === '' || draft === name ? null : draft.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(null);
      }}
    />
  );
}

function useEntries() {
  const keeper = useKeeper();
  const [entries, setEntries] = useState<readonly WorkspaceEntry[]>([]);
  const reload = async () => setEntries(await keeper.list().catch(() => []));
  useEffect(() => {
    let isCurrent = true;
    void keeper
      .flush()
      .then(() => keeper.list())
      .then(
        (list) => isCurrent && setEntries(list),
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [keeper]);
  return { entries, reload };
}

function whenOf(changed: number): string {
  const minutes = Math.round((Date.now() - changed) / 60_000);
  if (minutes < 1) return 'just now';
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (minutes < 60) return format.format(-minutes, 'minute');
  return minutes < 60 * 24
    ? format.format(-Math.round(minutes / 60), 'hour')
    : format.format(-Math.round(minutes / 60 / 24), 'day');
}
