import { Button, Popover } from '@mantine/core';
import { useCanvasTools, useGesture, useScene } from './canvasContext.ts';
import styles from './Link.module.css';
import { closeTroubleSoon, keepTrouble } from './troubleGesture.ts';
import { waysOut } from './waysOut.ts';

/** What is wrong with a reference, and the ways out. One for the whole canvas. */
export function TroubleCard() {
  const { studio, gestures } = useCanvasTools();
  const trouble = useGesture((state) => state.trouble);
  const link = useScene((state) => (trouble === null ? undefined : state.model.links.get(trouble.id)));
  if (trouble === null || link?.trouble === undefined) return null;
  const close = () => gestures.setState({ trouble: null });
  return (
    <Popover
      key={trouble.id}
      opened
      onChange={(isOpen) => isOpen || close()}
      width={320}
      position="bottom"
      offset={2}
      shadow="md"
      withinPortal
      trapFocus={trouble.isHeld}
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className={styles.troublePoint} style={{ left: trouble.at.x, top: trouble.at.y }} />
      </Popover.Target>
      <Popover.Dropdown
        aria-label="Problem of this connection"
        onPointerEnter={keepTrouble}
        onPointerLeave={() => closeTroubleSoon(gestures)}
      >
        <div className={styles.reason}>
          <span>{link.trouble}</span>
          <div className={styles.ways}>
            {waysOut(studio, link).map((way) => (
              <Button
                key={way.label}
                size="compact-sm"
                variant={way.isMain === true ? 'filled' : 'default'}
                onClick={() => {
                  close();
                  way.run();
                }}
              >
                {way.label}
              </Button>
            ))}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
