import { useReactFlow, useStoreApi } from '@xyflow/react';
import { memo, type PointerEvent, useCallback, useMemo } from 'react';
import { boundsOf, type Rect } from '../../state/canvas/spatial.ts';
import styles from './CanvasMinimap.module.css';
import { drawCards, drawFrames, type Projection } from './drawOverview.ts';
import type { OverviewProps } from './OverviewLayer.tsx';
import { type Drawing, useDrawing } from './useDrawing.ts';

/** Room around the cards, in pixels. */
const margin = 8;

/**
 * The whole in small, in the colours of the families, with what is in view. Drag or click to go there. A
 * drawing of our own: React Flow's has an element and a subscription for each card.
 */
export const CanvasMinimap = memo(function CanvasMinimap({ model, rects, frames }: OverviewProps) {
  const store = useStoreApi();
  const flow = useReactFlow();
  const bounds = useMemo(() => boundsOf(rects.values()), [rects]);
  const draw = useCallback(
    (drawing: Drawing) => {
      const { transform, width, height } = store.getState();
      if (bounds === undefined) return;
      const { context, ratio, colours } = drawing;
      const projection = scaled(projectionOf(bounds, drawing.width, drawing.height), ratio);
      drawFrames(context, frames, projection, colours);
      drawCards(context, model, rects, projection, colours);
      const [x, y, zoom] = transform;
      const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      drawMask(context, view, projection, colours.mask, colours.ghost, ratio);
    },
    [store, bounds, model, rects, frames],
  );
  const canvas = useDrawing(draw);
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (bounds === undefined || event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { x, y, zoom } = projectionOf(bounds, box.width, box.height);
    const at = { x: (event.clientX - box.left - x) / zoom, y: (event.clientY - box.top - y) / zoom };
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  };
  if (rects.size < 2) return null;
  return (
    <canvas
      ref={canvas}
      className={styles.map}
      role="img"
      aria-label="Overview of the whole canvas"
      title="Drag to go there"
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    />
  );
});

function projectionOf(bounds: Rect, width: number, height: number): Projection {
  const zoom = Math.min((width - 2 * margin) / bounds.width, (height - 2 * margin) / bounds.height);
  return {
    zoom,
    x: (width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: (height - bounds.height * zoom) / 2 - bounds.y * zoom,
  };
}

function scaled({ x, y, zoom }: Projection, ratio: number): Projection {
  return { x: x * ratio, y: y * ratio, zoom: zoom * ratio };
}

/** Veils what is not in view. */
function drawMask(
  context: CanvasRenderingContext2D,
  view: Rect,
  { x, y, zoom }: Projection,
  veil: string,
  line: string,
  ratio: number,
): void {
  const [left, top, wide, high] = [
    view.x * zoom + x,
    view.y * zoom + y,
    view.width * zoom,
    view.height * zoom,
  ];
  context.globalAlpha = 0.7;
  context.fillStyle = veil;
  context.beginPath();
  context.rect(0, 0, context.canvas.width, context.canvas.height);
  context.rect(left, top, wide, high);
  context.fill('evenodd');
  context.globalAlpha = 1;
  context.strokeStyle = line;
  context.lineWidth = 1.5 * ratio;
  context.strokeRect(left, top, wide, high);
}
