import { useStudio, useView } from '../../state/react.tsx';
import styles from './LeftPanel.module.css';
import type { Slots } from './slots.ts';

/** The panel that the rail opened. On narrow windows it lies over the canvas and Escape closes it. */
export function LeftPanel({ slots, isOverlay }: { readonly slots: Slots; readonly isOverlay: boolean }) {
  const studio = useStudio();
  const open = useView((view) => view.leftPanel);
  const isWide = useView((view) => view.leftPanel === 'patterns' && view.pattern !== null);
  if (open === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is handled here for whatever has the focus inside.
    <div
      className={`${styles.panel} nokey`}
      data-overlay={isOverlay}
      data-wide={isWide || undefined}
      data-pane="left"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && isOverlay)
          studio.setView({ leftPanel: null });
      }}
    >
      {slots[open]}
    </div>
  );
}
