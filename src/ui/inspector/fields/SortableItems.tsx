import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { GripVertical } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import styles from './lists.module.css';

interface SortableItemsProps {
  readonly label: string;
  readonly count: number;
  readonly isDisabled: boolean;
  /** An item was dragged from one place to another. */
  readonly onMove: (from: number, to: number) => void;
  readonly children: ReactNode;
}

/** A list whose items can be dragged into another order by their grips; the keys are the items' own. */
export function SortableItems({ label, count, isDisabled, onMove, children }: SortableItemsProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  // Items have no identity but their place; the library takes no 0 for an id.
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        if (over !== null && over.id !== active.id) onMove(Number(active.id) - 1, Number(over.id) - 1);
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={isDisabled}>
        <ol className={styles.items} aria-label={label}>
          {children}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface SortableItemProps {
  readonly index: number;
  readonly isOpen: boolean;
  /** Draws the item around its grip. */
  readonly children: (grip: ReactNode) => ReactNode;
}

/** One item of the list, at its place or on its way. */
export function SortableItem({ index, isOpen, children }: SortableItemProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id: index + 1,
  });
  const style: CSSProperties = {
    ...(transform === null ? {} : { transform: `translateY(${transform.y}px)` }),
    ...(transition === undefined ? {} : { transition }),
  };
  const grip = (
    // The keyboard moves items by their heading: a grip is for the pointer alone.
    <span ref={setActivatorNodeRef} {...listeners} className={styles.grip} aria-hidden="true">
      <GripVertical size={13} strokeWidth={1.5} />
    </span>
  );
  return (
    <li
      ref={setNodeRef}
      style={style}
      className={styles.item}
      data-open={isOpen || undefined}
      data-dragging={isDragging || undefined}
    >
      {children(grip)}
    </li>
  );
}
