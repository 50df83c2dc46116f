import { Menu } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { Fragment, useState } from 'react';
import styles from './ContextMenu.module.css';
import { Keys } from './Keys.tsx';

/** One entry of a menu; `null` in a list draws a line. */
export interface MenuEntry {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  run(): void;
}

interface ContextMenuProps {
  readonly label: string;
  /** Where it opens, in window coordinates. */
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly (MenuEntry | null)[];
  /** Called before an entry runs; the focus is back where it was by then. */
  readonly onClose: () => void;
}

/** A menu at a point of the window. Mount it to open it. */
export function ContextMenu({ label, at, entries, onClose }: ContextMenuProps) {
  const [before] = useState(() => document.activeElement);
  const close = () => {
    onClose();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  return (
    <Menu
      opened
      onChange={(isOpen) => {
        if (!isOpen) close();
      }}
      position="bottom-start"
      offset={2}
      width={240}
      shadow="md"
      withinPortal
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span className={styles.anchor} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} className={styles.menu ?? ''}>
        {entries.map((entry, index) =>
          entry === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the entries of an open menu do not move
            <Menu.Divider key={`line-${index}`} />
          ) : (
            <Fragment key={entry.label}>
              <Menu.Item
                className={styles.item ?? ''}
                disabled={entry.isDisabled ?? false}
                {...(entry.isDanger === true ? { color: 'var(--error)' } : {})}
                leftSection={entry.icon === undefined ? null : <entry.icon size={14} strokeWidth={1.5} />}
                rightSection={entry.keys === undefined ? null : <Keys keys={entry.keys} />}
                onClick={() => {
                  close();
                  entry.run();
                }}
              >
                {entry.label}
              </Menu.Item>
            </Fragment>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
