import { Popover, UnstyledButton } from '@mantine/core';
import { ChevronsUpDown } from 'lucide-react';
import { useStudio, useView, useWorkspace } from '../../state/react.tsx';
import type { ShellDeeds } from './slots.ts';
import { WorkspaceList } from './WorkspaceList.tsx';
import styles from './WorkspaceMenu.module.css';

/** The name of the workspace; opens the list of all. */
export function WorkspaceMenu({ deeds }: { readonly deeds: ShellDeeds }) {
  const studio = useStudio();
  const name = useWorkspace((state) => state.name);
  const isOpen = useView((view) => view.dialog?.type === 'workspaces');
  const close = () => {
    if (studio.view.getState().dialog?.type === 'workspaces') studio.setView({ dialog: null });
  };
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? undefined : close())}
      position="bottom-start"
      width={320}
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <UnstyledButton
          className={styles.button}
          aria-label={`Workspace ${name}. Switch, rename or start another`}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? close() : studio.setView({ dialog: { type: 'workspaces' } }))}
        >
          <span className={styles.name}>{name || 'Workspace'}</span>
          <ChevronsUpDown size={13} strokeWidth={1.5} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Workspaces">
        {isOpen ? <WorkspaceList deeds={deeds} onDone={close} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}
