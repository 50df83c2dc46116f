import { Ellipsis, FileInput, FilePlus, Files, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Severity } from '../../core/analysis.ts';
import { useAnalysis, useStudio, useWorkspace } from '../../state/react.tsx';
import type { Studio } from '../../state/types.ts';
import { ContextMenu, type MenuEntry } from '../kit/ContextMenu.tsx';
import { deleteFile, newFile, renameFile } from '../kit/fileCommands.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { worseSeverity } from '../kit/SeverityMark.tsx';
import { FileTab } from './FileTab.tsx';
import styles from './FileTabs.module.css';
import { tabLabels } from './tabLabels.ts';

interface OpenMenu {
  readonly path: string;
  readonly at: { readonly x: number; readonly y: number };
}

/** The files as tabs: one click or arrow key to another, everything else in the menu of a tab. */
export function FileTabs({ activePath }: { readonly activePath: string }) {
  const studio = useStudio();
  const findings = useAnalysis((analysis) => analysis.findings);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const paths = usePaths();
  const labels = useMemo(() => tabLabels(paths), [paths]);
  const worst = useMemo(() => {
    const severities = new Map<string, Severity | undefined>();
    for (const { place, severity } of findings) {
      severities.set(place.file, worseSeverity(severities.get(place.file), severity));
    }
    return severities;
  }, [findings]);

  const focusTab = useCallback((path: string) => {
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  }, []);
  const openMenu = useCallback((path: string, at: OpenMenu['at']) => setMenu({ path, at }), []);
  const finishRename = useCallback(
    (path: string, to: string | null) => {
      setRenaming(null);
      if (to !== null) renameFile(studio, path, to);
      requestAnimationFrame(() => focusTab(to ?? path));
    },
    [studio, focusTab],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const at = paths.indexOf(activePath);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % paths.length,
      ArrowLeft: (at + paths.length - 1) % paths.length,
      Home: 0,
      End: paths.length - 1,
    };
    const next = paths[steps[event.key] ?? -1];
    if (next !== undefined) {
      studio.setView({ openFile: next });
      focusTab(next);
    } else if (event.key === 'F2') setRenaming(activePath);
    else if (event.key === 'Delete') deleteFile(studio, activePath);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.bar}>
      <div
        ref={list}
        className={styles.list}
        role="tablist"
        aria-label="Files"
        onKeyDown={onKeyDown}
        onWheel={scrollSideways}
      >
        {paths.map((path) => (
          <FileTab
            key={path}
            path={path}
            label={labels.get(path) ?? path}
            isActive={path === activePath}
            severity={worst.get(path)}
            isRenaming={path === renaming}
            paths={paths}
            onRename={setRenaming}
            onRenamed={finishRename}
            onMenu={openMenu}
          />
        ))}
      </div>
      <IconButton label="New file" icon={FilePlus} onClick={() => setRenaming(newFile(studio))} />
      <IconButton
        label="File commands"
        icon={Ellipsis}
        onClick={({ currentTarget }) => {
          const { right, bottom } = currentTarget.getBoundingClientRect();
          setMenu({ path: activePath, at: { x: right - 220, y: bottom } });
        }}
      />
      {menu === null ? null : (
        <ContextMenu
          label={`Commands for ${menu.path}`}
          at={menu.at}
          entries={entriesFor(studio, menu.path, setRenaming)}
          onClose={() => {
            setMenu(null);
            focusTab(menu.path);
          }}
        />
      )}
    </div>
  );
}

function entriesFor(
  studio: Studio,
  path: string,
  rename: (path: string) => void,
): readonly (MenuEntry | null)[] {
  return [
    { label: 'New file', icon: FilePlus, run: () => rename(newFile(studio)) },
    { label: 'Rename file', icon: Pencil, keys: 'F2', run: () => rename(path) },
    {
      label: 'Delete file',
      icon: Trash2,
      keys: 'Delete',
      isDanger: true,
      run: () => deleteFile(studio, path),
    },
    null,
    {
      label: 'All in one file',
      icon: FileInput,
      isDisabled: studio.workspace.getState().files.size < 2,
      run: () => void studio.run('arrange', { as: 'one-file' }),
    },
    {
      label: 'One file per resource',
      icon: Files,
      run: () => void studio.run('arrange', { as: 'file-per-resource' }),
    },
  ];
}

/** The paths of the files; draws anew only when one came, went or was renamed, never for a keystroke. */
function usePaths(): readonly string[] {
  const joined = useWorkspace((workspace) => [...workspace.files.keys()].join('\n'));
  return useMemo(() => joined.split('\n'), [joined]);
}

/** A wheel without a sideways axis moves the tabs too. */
function scrollSideways(event: React.WheelEvent<HTMLElement>): void {
  if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY;
}
