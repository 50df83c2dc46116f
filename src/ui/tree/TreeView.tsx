import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { hasMod } from '../kit/isMac.ts';
import { useRowWindow } from '../kit/useRowWindow.ts';
import styles from './TreeView.module.css';
import { findByTyping, moveInTree, type TypeAhead } from './treeKeys.ts';
import type { TreeRow } from './treeNode.ts';

export const treeRowHeight = 26;

/** How a row was chosen: alone, added or removed, or all up to it. */
export type Choice = 'one' | 'toggle' | 'range';

interface TreeViewProps {
  readonly label: string;
  readonly rows: readonly TreeRow[];
  /** Key of the row that the keys act on. */
  readonly active: string | null;
  readonly isSelected: (row: TreeRow) => boolean;
  readonly onActive: (row: TreeRow) => void;
  readonly onChoose: (row: TreeRow, choice: Choice) => void;
  /** Enter or a double click. */
  readonly onOpen: (row: TreeRow) => void;
  readonly onToggle: (keys: readonly string[]) => void;
  readonly onMenu: (row: TreeRow, at: { readonly x: number; readonly y: number }) => void;
  /** Keys that mean something more here; true when it has been dealt with. */
  readonly onKey?: (row: TreeRow, event: KeyboardEvent) => boolean;
  readonly renderRow: (row: TreeRow) => ReactNode;
}

/**
 * A tree as WAI-ARIA describes it, drawn only where it is seen: one stop for Tab, arrows, Home and End,
 * type-ahead, `*`. The focus stays on the tree; the active row is told by `aria-activedescendant`.
 */
export function TreeView(props: TreeViewProps) {
  const { label, rows, active, isSelected, onActive, onChoose, onOpen, onToggle, onMenu, renderRow } = props;
  const treeId = useId();
  const typing = useRef<TypeAhead>({ text: '', time: 0 });
  const view = useRowWindow(rows.length, treeRowHeight);
  const activeIndex = rows.findIndex((row) => row.node.key === active);
  const { showRow } = view;
  useEffect(() => {
    if (activeIndex >= 0) showRow(activeIndex);
  }, [activeIndex, showRow]);

  const menuFor = (row: TreeRow, index: number) => {
    const box = view.ref.current?.getBoundingClientRect();
    const top = (box?.top ?? 0) + (index + 1) * treeRowHeight - (view.ref.current?.scrollTop ?? 0);
    onMenu(row, { x: (box?.left ?? 0) + 40, y: top });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = rows[Math.max(activeIndex, 0)];
    if (row === undefined) return;
    if (props.onKey?.(row, event) === true) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const step = moveInTree(
      rows,
      Math.max(activeIndex, 0),
      event.key,
      Math.floor(view.end - view.start) - 16,
    );
    const byName = isLetter(event)
      ? findByTyping(rows, activeIndex, typing.current, event.key, event.timeStamp)
      : -1;
    if (event.key === 'Enter') onOpen(row);
    else if (event.key === ' ') onChoose(row, 'toggle');
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      menuFor(row, activeIndex);
    else if (step !== null && 'toggle' in step) onToggle(step.toggle);
    else {
      const target = rows[step?.to ?? byName];
      if (target === undefined) return;
      onActive(target);
      onChoose(target, event.shiftKey && step !== null ? 'range' : 'one');
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={view.ref}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      {...(activeIndex < 0 ? {} : { 'aria-activedescendant': `${treeId}-${activeIndex}` })}
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} role="none" style={{ height: view.height }}>
        {rows.slice(view.start, view.end).map((row, offset) => {
          const index = view.start + offset;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the tree holds the focus
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
            <div
              key={row.node.key}
              id={`${treeId}-${index}`}
              role="treeitem"
              className={styles.row}
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.setSize}
              aria-selected={isSelected(row)}
              {...(row.node.hasChildren ? { 'aria-expanded': row.isOpen } : {})}
              data-active={index === activeIndex || undefined}
              style={{ top: index * treeRowHeight, paddingLeft: 6 + (row.level - 1) * 14 }}
              onClick={(event) => {
                onActive(row);
                onChoose(row, choiceOf(event));
              }}
              onDoubleClick={() => onOpen(row)}
              onContextMenu={(event) => {
                event.preventDefault();
                onActive(row);
                onMenu(row, { x: event.clientX, y: event.clientY });
              }}
            >
              <Twisty row={row} onToggle={onToggle} />
              {renderRow(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The arrow that opens a row. Not a control of its own: the arrow keys do the same. */
function Twisty({ row, onToggle }: { readonly row: TreeRow; readonly onToggle: TreeViewProps['onToggle'] }) {
  if (!row.node.hasChildren) return <span className={styles.twisty} />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the tree do the same
    // biome-ignore lint/a11y/noStaticElementInteractions: part of the row's own expanded state
    <span
      className={styles.twisty}
      data-open={row.isOpen || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onToggle([row.node.key]);
      }}
    >
      <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
        <path d="M2.5 1 5.5 4 2.5 7" fill="none" stroke="currentColor" strokeWidth="1.25" />
      </svg>
    </span>
  );
}

function choiceOf(event: MouseEvent): Choice {
  if (event.shiftKey) return 'range';
  return hasMod(event) ? 'toggle' : 'one';
}

function isLetter(event: KeyboardEvent): boolean {
  return /^[^ *]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
}
