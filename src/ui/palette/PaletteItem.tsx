import { Plus } from 'lucide-react';
import type { CSSProperties, DragEvent } from 'react';
import type { KindDefinition } from '../../core/kinds/types.ts';
import { KindIcon } from '../kit/icons.tsx';
import styles from './PalettePanel.module.css';

/** What a dragged palette item carries: `group/Kind`, the core group empty (`/Service`). */
export const kindDragType = 'application/x-traffic-studio-kind';

interface PaletteItemProps {
  readonly id: string;
  readonly definition: KindDefinition;
  readonly isActive: boolean;
  readonly onAdd: () => void;
}

/** One kind: its icon, its name, what it is for. Dragged, or added with a click. */
export function PaletteItem({ id, definition, isActive, onAdd }: PaletteItemProps) {
  return (
    // The search field holds the focus and the keys of this list.
    // biome-ignore lint/a11y/useFocusableInteractive: active through aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search field picks the active option
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.item}
      data-active={isActive || undefined}
      title={
        definition.group === ''
          ? `${definition.purpose} · core`
          : `${definition.purpose} · ${definition.group}`
      }
      draggable
      onClick={onAdd}
      onDragStart={(event) => startDrag(event, definition)}
    >
      <span
        className={styles.tile}
        style={{ '--tint': `var(--family-${definition.family})` } as CSSProperties}
      >
        <KindIcon icon={definition.icon} family={definition.family} />
      </span>
      <span className={styles.words}>
        <span className={styles.kind}>{definition.kind}</span>
        <span className={styles.purpose}>{definition.purpose}</span>
      </span>
      <Plus className={styles.plus} size={15} strokeWidth={1.5} aria-hidden="true" />
    </div>
  );
}

/** Carries the kind, and shows a small chip under the pointer instead of a picture of the row. */
function startDrag(event: DragEvent<HTMLElement>, definition: KindDefinition): void {
  event.dataTransfer.setData(kindDragType, `${definition.group}/${definition.kind}`);
  event.dataTransfer.effectAllowed = 'copy';
  const chip = document.createElement('div');
  chip.className = styles.dragged ?? '';
  const icon = event.currentTarget.querySelector('svg');
  if (icon !== null) chip.append(icon.cloneNode(true));
  chip.append(definition.kind);
  document.body.append(chip);
  event.dataTransfer.setDragImage(chip, 16, 16);
  // The browser has taken its picture once this task is over.
  window.setTimeout(() => chip.remove());
}
