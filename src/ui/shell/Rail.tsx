import { Tooltip, UnstyledButton } from '@mantine/core';
import { Blocks, Files, ListTree, type LucideIcon, Shapes } from 'lucide-react';
import { useStudio, useView } from '../../state/react.tsx';
import type { LeftPanel } from '../../state/types.ts';
import styles from './Rail.module.css';

const panels: readonly { readonly id: LeftPanel; readonly label: string; readonly icon: LucideIcon }[] = [
  { id: 'palette', label: 'Palette', icon: Shapes },
  { id: 'patterns', label: 'Patterns', icon: Blocks },
  { id: 'tree', label: 'Tree', icon: ListTree },
  { id: 'files', label: 'Files', icon: Files },
];

/** The column of icons at the left; each opens one panel, a second press closes it. */
export function Rail() {
  const studio = useStudio();
  const open = useView((view) => view.leftPanel);
  return (
    <nav className={styles.rail} aria-label="Panels" data-pane="rail">
      {panels.map(({ id, label, icon: Icon }) => (
        <Tooltip key={id} label={label} position="right" openDelay={300} fz={12}>
          <UnstyledButton
            className={styles.button}
            aria-label={label}
            aria-pressed={open === id}
            onClick={() => studio.setView({ leftPanel: open === id ? null : id })}
          >
            <Icon size={18} strokeWidth={1.5} aria-hidden="true" />
          </UnstyledButton>
        </Tooltip>
      ))}
    </nav>
  );
}
