import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { type OverviewColours, readColours } from './drawOverview.ts';

/** What a drawing is told: its context in CSS pixels, its size, and the colours of the theme. */
export interface Drawing {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for one of the page. */
  readonly ratio: number;
  readonly colours: OverviewColours;
}

/** Draws again, at most once a frame, when the view moves, the theme changes or `draw` is another function. */
export function useDrawing(draw: (drawing: Drawing) => void): RefObject<HTMLCanvasElement | null> {
  const element = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (canvas == null || context == null) return;
    let frame = 0;
    let colours = readColours(canvas);
    const paint = () => {
      frame = 0;
      const ratio = window.devicePixelRatio;
      const [width, height] = [canvas.clientWidth, canvas.clientHeight];
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      draw({ context, width, height, ratio, colours });
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    const theme = new MutationObserver(() => {
      colours = readColours(canvas);
      ask();
    });
    theme.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-mantine-color-scheme'],
    });
    const stop = store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
        ask();
    });
    return () => {
      cancelAnimationFrame(frame);
      theme.disconnect();
      stop();
    };
  }, [draw, store]);
  return element;
}
