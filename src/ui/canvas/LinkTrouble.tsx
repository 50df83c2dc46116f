import { EdgeLabelRenderer } from '@xyflow/react';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { memo, type SyntheticEvent } from 'react';
import type { CanvasLink, Position } from '../../state/canvas/types.ts';
import { useCanvasTools, useGesture } from './canvasContext.ts';
import styles from './Link.module.css';
import { closeTroubleSoon, openTrouble } from './troubleGesture.ts';

interface LinkTroubleProps {
  readonly link: CanvasLink;
  readonly at: Position;
  readonly state: string;
}

/** Marks a reference that does not work. What is wrong, and the ways out, open under the pointer or on a click. */
export const LinkTrouble = memo(function LinkTrouble({ link, at, state }: LinkTroubleProps) {
  const { gestures } = useCanvasTools();
  const isOpen = useGesture(({ trouble }) => trouble?.id === link.id);
  const Icon = link.tone === 'error' ? CircleAlert : TriangleAlert;
  const open = (event: SyntheticEvent, isHeld: boolean) =>
    openTrouble(gestures, link.id, event.currentTarget, isHeld);
  return (
    <EdgeLabelRenderer>
      <div
        className={`${styles.label} nodrag nopan`}
        data-state={state}
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
      >
        <button
          type="button"
          tabIndex={-1}
          className={styles.trouble}
          data-tone={link.tone === 'error' ? 'error' : 'warning'}
          data-trouble={link.id}
          aria-label={`Problem: ${link.trouble ?? ''}`}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onPointerEnter={(event) => open(event, false)}
          onPointerLeave={() => closeTroubleSoon(gestures)}
          onClick={(event) => {
            event.stopPropagation();
            open(event, true);
          }}
        >
          <Icon size={13} strokeWidth={2} aria-hidden="true" />
        </button>
      </div>
    </EdgeLabelRenderer>
  );
});
