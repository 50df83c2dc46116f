import { memo } from 'react';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { Anchor, CardSize } from '../../state/canvas/types.ts';
import styles from './Anchors.module.css';

interface AnchorsProps {
  readonly size: CardSize;
  /** Ids of the anchors that links touch. */
  readonly used: readonly string[];
}

/**
 * Invisible points where links touch the card. React Flow measures them when a card appears; they must be
 * where `size.anchors` says. The class `source` is how it finds them.
 */
export const Anchors = memo(function Anchors({ size, used }: AnchorsProps) {
  return size.anchors.map((anchor) =>
    used.includes(anchor.id) ? (
      <span
        key={anchor.id}
        className={`${styles.anchor} source`}
        style={{ left: anchor.side === 'left' ? -1 : size.width - 1, top: anchor.y - 1 }}
        data-handleid={anchor.id}
        data-handlepos={anchor.side}
        aria-hidden="true"
      />
    ) : null,
  );
});

interface HandleProps {
  readonly side: Anchor['side'];
  readonly card: ResourceId;
  readonly row?: string;
}

/** A dot to drag a connection from. The canvas listens for it; see `useConnectDrag`. */
export const Handle = memo(function Handle({ side, card, row }: HandleProps) {
  return (
    <span
      className={`${styles.handle} nodrag nopan`}
      data-handle={card}
      data-handle-side={side}
      data-handle-row={row}
      data-whole={row === undefined || undefined}
      aria-hidden="true"
    />
  );
});
