import type { KeyboardEvent, PointerEvent } from 'react';
import type { CanvasLink } from '../../state/canvas/types.ts';
import { previewSplit, splitOf, type WeightSplit, weightFor } from '../../state/canvas/weightSplit.ts';
import type { CanvasTools } from './canvasContext.ts';

/** Pixels of the window that change a share by one percent. */
const pixelsPerPercent = 2;

/** Follows the pointer with a preview; writes one weight when it is let go, none when Escape is pressed. */
export function dragWeight(tools: CanvasTools, link: CanvasLink, event: PointerEvent): void {
  const split = splitOfLink(tools, link);
  if (event.button !== 0 || split === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const pill = event.currentTarget as HTMLElement;
  pill.focus({ preventScroll: true });
  pill.setPointerCapture(event.pointerId);
  const start = (link.edge.share ?? 0) * 100;
  const before = weightFor(split, start);
  let weight = before;
  const stop = new AbortController();
  const finish = (isKept: boolean) => {
    stop.abort();
    if (isKept && weight !== before) void writeWeight(tools, link, weight);
    else tools.gestures.setState({ weights: null });
  };
  const { signal } = stop;
  pill.addEventListener(
    'pointermove',
    ({ clientX }) => {
      weight = weightFor(split, start + (clientX - event.clientX) / pixelsPerPercent);
      tools.gestures.setState({ weights: previewSplit(split, link.edge, weight) });
    },
    { signal },
  );
  pill.addEventListener('pointerup', () => finish(true), { signal });
  pill.addEventListener('pointercancel', () => finish(false), { signal });
  window.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape') return;
      key.stopPropagation();
      finish(false);
    },
    { signal, capture: true },
  );
}

/** The preview stays until the text says the same, so the pill does not flicker back. */
async function writeWeight(tools: CanvasTools, link: CanvasLink, weight: number): Promise<void> {
  try {
    await tools.studio.run('set-weight', { edge: link.edge.id, weight });
    await tools.studio.settled();
  } finally {
    tools.gestures.setState({ weights: null });
  }
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -100,
  End: 100,
};

/** Arrow keys step by one percent (or one part, where that is coarser), Page keys by ten. */
export function keyWeight(tools: CanvasTools, link: CanvasLink, event: KeyboardEvent): void {
  const step = steps[event.key];
  const split = splitOfLink(tools, link);
  if (step === undefined || split === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const now = weightFor(split, (link.edge.share ?? 0) * 100);
  const size = Math.max(1, Math.round((Math.abs(step) / 100) * split.sum));
  const weight = Math.max(0, Math.min(split.sum, now + Math.sign(step) * size));
  if (weight === now) return;
  tools.gestures.setState({ weights: previewSplit(split, link.edge, weight) });
  void writeWeight(tools, link, weight);
}

/** The split of a link; undefined for a reference that is alone, whose weight changes nothing. */
export function splitOfLink(tools: CanvasTools, link: CanvasLink): WeightSplit | undefined {
  return splitOf(tools.studio.analysis.getState().edges.values(), link.edge);
}
