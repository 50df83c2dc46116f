import { useStoreApi } from '@xyflow/react';
import { memo, useCallback } from 'react';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { Frame } from '../../state/canvas/frames.ts';
import type { Rect } from '../../state/canvas/spatial.ts';
import type { CanvasModel } from '../../state/canvas/types.ts';
import styles from './Canvas.module.css';
import { drawCards, drawFrames, drawNames } from './drawOverview.ts';
import { type Drawing, useDrawing } from './useDrawing.ts';

export interface OverviewProps {
  readonly model: CanvasModel;
  readonly rects: ReadonlyMap<ResourceId, Rect>;
  readonly frames: readonly Frame[];
}

/** A large canvas from so far away that a card is a few pixels: one drawing in the place of thousands of elements. */
export const OverviewLayer = memo(function OverviewLayer({ model, rects, frames }: OverviewProps) {
  const store = useStoreApi();
  const draw = useCallback(
    ({ context, ratio, colours }: Drawing) => {
      const [x, y, zoom] = store.getState().transform;
      const projection = { x: x * ratio, y: y * ratio, zoom: zoom * ratio };
      drawFrames(context, frames, projection, colours);
      drawCards(context, model, rects, projection, colours);
      drawNames(context, frames, projection, colours, ratio);
    },
    [store, model, rects, frames],
  );
  const canvas = useDrawing(draw);
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without a tabindex takes no focus
  return <canvas ref={canvas} className={styles.drawing} aria-hidden="true" />;
});
