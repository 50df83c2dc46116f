import { CloseButton, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './DialogFrame.module.css';

interface DialogFrameProps {
  /** Its accessible name; shown as a heading unless `isPicker`. */
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: number;
  /** No heading and no padding: the content begins with its own field. */
  readonly isPicker?: boolean;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly foot?: ReactNode;
}

/**
 * A compact dialog near the top of the window. Escape and a click outside close it; focus goes back to
 * where it was, or to the canvas when that is gone.
 */
export function DialogFrame({
  title,
  onClose,
  width = 440,
  isPicker = false,
  children,
  foot,
}: DialogFrameProps) {
  useFocusReturnOnUnmount();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={width}
      yOffset="12dvh"
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      padding={0}
      classNames={{ overlay: styles.overlay ?? '', content: styles.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        {isPicker ? null : (
          <div className={styles.header}>
            <h2 className={styles.title}>{title}</h2>
            <CloseButton size="sm" aria-label="Close" onClick={onClose} />
          </div>
        )}
        <div className={isPicker ? styles.picker : styles.body}>{children}</div>
        {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
      </Modal.Content>
    </Modal.Root>
  );
}

/** Mantine's own return needs a dialog that stays mounted; ours come and go with the view. */
function useFocusReturnOnUnmount(): void {
  const [before] = useState(() => document.activeElement);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      window.setTimeout(() => {
        const isFree = document.activeElement === document.body || document.activeElement === null;
        // Another dialog may have taken this one's place.
        if (isOpen.current || !isFree || document.querySelector('[role="dialog"]') !== null) return;
        const target = before?.isConnected ? before : document.querySelector('[data-focus-home]');
        if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      });
    };
  }, [before]);
}
