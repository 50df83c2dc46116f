import type { Ref } from 'react';
import { useAnalysis } from '../../state/react.tsx';
import styles from './Canvas.module.css';
import { useGesture } from './canvasContext.ts';
import { hintFor } from './offers.ts';

interface OfferOverlayProps {
  readonly line: Ref<SVGPathElement>;
  readonly hint: Ref<HTMLDivElement>;
}

/** The line of a connection on its way, and the hint that follows the pointer. Moved without renders. */
export function OfferOverlay({ line, hint }: OfferOverlayProps) {
  const offer = useGesture((state) => state.offer);
  const analysis = useAnalysis((state) => state);
  const said = offer === null ? undefined : hintFor(analysis, offer);
  return (
    <>
      <svg className={styles.overlay} aria-hidden="true" data-tone={said?.tone}>
        <path ref={line} />
      </svg>
      <div ref={hint} className={styles.hint} hidden={said === undefined} data-tone={said?.tone}>
        {said?.text}
      </div>
    </>
  );
}
