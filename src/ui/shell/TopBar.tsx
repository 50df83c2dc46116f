import { Button, Kbd, UnstyledButton } from '@mantine/core';
import { CircleHelp, Code, Monitor, Moon, PanelsTopLeft, Redo2, Search, Sun, Undo2 } from 'lucide-react';
import { useStudio, useView, useWorkspace } from '../../state/react.tsx';
import type { ViewState } from '../../state/types.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { isMac } from '../kit/isMac.ts';
import { ChangesButton } from './ChangesButton.tsx';
import { openCommandPalette } from './CommandPalette.tsx';
import { HealthPill } from './HealthPill.tsx';
import type { ShellDeeds } from './slots.ts';
import styles from './TopBar.module.css';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

/** Mark and workspace, undo and redo, the command field, the state of the workspace, Changes and Export. */
export function TopBar({ deeds, isWide }: { readonly deeds: ShellDeeds; readonly isWide: boolean }) {
  const studio = useStudio();
  const undo = useWorkspace((state) => state.past.at(-1)?.label);
  const redo = useWorkspace((state) => state.future[0]?.label);
  return (
    <header className={styles.bar}>
      <div className={styles.left}>
        <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
          <path
            d="M4 12h6m0 0c4 0 3-6 7-6h3m-10 6c4 0 3 6 7 6h3"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.2"
            strokeLinecap="round"
          />
          <circle cx="4.5" cy="12" r="2.5" fill="currentColor" />
        </svg>
        <h1 className={styles.name}>Traffic Studio</h1>
        <WorkspaceMenu deeds={deeds} />
        <IconButton
          label={undo === undefined ? 'Nothing to undo' : `Undo: ${undo}`}
          icon={Undo2}
          size={28}
          isDisabled={undo === undefined}
          onClick={studio.undo}
        />
        <IconButton
          label={redo === undefined ? 'Nothing to redo' : `Redo: ${redo}`}
          icon={Redo2}
          size={28}
          isDisabled={redo === undefined}
          onClick={studio.redo}
        />
      </div>
      <UnstyledButton className={styles.search} onClick={openCommandPalette}>
        <Search size={14} strokeWidth={1.5} aria-hidden="true" />
        <span className={styles.searchText}>Search or run a command</span>
        <Kbd size="xs">{isMac ? '⌘K' : 'Ctrl K'}</Kbd>
      </UnstyledButton>
      <div className={styles.right}>
        {isWide ? null : <PageSwitch />}
        <HealthPill />
        <ChangesButton />
        <Button
          size="compact-sm"
          className={styles.export ?? ''}
          onClick={() => studio.setView({ dialog: { type: 'export' } })}
        >
          Export
        </Button>
        <ThemeButton />
        <IconButton
          label="Keyboard shortcuts"
          icon={CircleHelp}
          size={28}
          onClick={() => studio.setView({ dialog: { type: 'keys' } })}
        />
      </div>
    </header>
  );
}

/** On narrow windows: canvas or YAML in front. */
function PageSwitch() {
  const studio = useStudio();
  const page = useView((view) => view.page);
  return page === 'canvas' ? (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<Code size={14} aria-hidden="true" />}
      onClick={() => studio.setView({ page: 'side' })}
    >
      YAML
    </Button>
  ) : (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<PanelsTopLeft size={14} aria-hidden="true" />}
      onClick={() => studio.setView({ page: 'canvas' })}
    >
      Canvas
    </Button>
  );
}

const themes: Readonly<
  Record<ViewState['theme'], { icon: typeof Sun; next: ViewState['theme']; label: string }>
> = {
  auto: { icon: Monitor, next: 'light', label: 'Theme: as the system' },
  light: { icon: Sun, next: 'dark', label: 'Theme: light' },
  dark: { icon: Moon, next: 'auto', label: 'Theme: dark' },
};

function ThemeButton() {
  const studio = useStudio();
  const { icon, next, label } = themes[useView((view) => view.theme)];
  return <IconButton label={label} icon={icon} size={28} onClick={() => studio.setView({ theme: next })} />;
}
