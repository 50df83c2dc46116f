import { X } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useStudio, useView } from '../../state/react.tsx';
import type { Drawer } from '../../state/types.ts';
import { IconButton } from '../kit/IconButton.tsx';
import styles from './BottomDrawer.module.css';
import type { Slots } from './slots.ts';

const titles: Readonly<Record<Drawer, string>> = { problems: 'Problems', changes: 'Changes' };
const LEAST = 140;
const STEP = 24;

/** The drawer under the canvas. Its upper edge is dragged, or moved with the arrow keys. */
export function BottomDrawer({ slots }: { readonly slots: Slots }) {
  const studio = useStudio();
  const open = useView((view) => view.drawer);
  const [height, setHeight] = useState(260);
  if (open === null) return null;
  const most = Math.max(LEAST, window.innerHeight - 240);
  const resize = (to: number) => setHeight(Math.max(LEAST, Math.min(most, to)));
  return (
    <section
      className={`${styles.drawer} nokey`}
      style={{ height: Math.min(height, most) }}
      aria-label={titles[open]}
      data-pane="drawer"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a focusable separator is the pattern for a splitter. */}
      <div
        role="separator"
        className={styles.edge}
        tabIndex={0}
        aria-label="Height of the drawer"
        aria-orientation="horizontal"
        aria-valuenow={height}
        aria-valuemin={LEAST}
        aria-valuemax={most}
        onPointerDown={(event: PointerEvent<HTMLDivElement>) =>
          event.currentTarget.setPointerCapture(event.pointerId)
        }
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          resize(height - event.movementY);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'ArrowUp') resize(height + STEP);
          if (event.key === 'ArrowDown') resize(height - STEP);
        }}
      />
      <div className={styles.head}>
        {(Object.keys(titles) as Drawer[]).map((each) => (
          <button
            key={each}
            type="button"
            className={styles.tab}
            aria-pressed={each === open}
            onClick={() => studio.setView({ drawer: each })}
          >
            {titles[each]}
          </button>
        ))}
        <span className={styles.space} />
        <IconButton label="Close the drawer" icon={X} onClick={() => studio.setView({ drawer: null })} />
      </div>
      <div className={styles.body}>{slots[open]}</div>
    </section>
  );
}
