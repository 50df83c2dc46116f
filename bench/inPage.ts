/** What the benchmark runs inside the page. Each function is sent as text, so it must stand alone. */
import type {} from '../src/state/types.ts';

declare global {
  interface Window {
    typingSample(): Sample;
    /** Milliseconds from navigation to the first card that was painted. */
    firstCard?: number;
  }
}

/** Milliseconds, one entry a keystroke. */
export interface Sample {
  /** Until the markers of the text stand in the editor. */
  readonly marked: readonly number[];
  readonly settled: readonly number[];
  readonly analysis: readonly number[];
  readonly longestTask: number;
}

/** Notes when the first card is there. */
export function markFirstCard(): void {
  const look = () => {
    if (document.querySelector('.react-flow__node[data-id*="/"]') === null) requestAnimationFrame(look);
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.firstCard = performance.now();
        }),
      );
  };
  requestAnimationFrame(look);
}

/** Opens a bundle; milliseconds to its analysis and to the first painted card. */
export async function measureOpen(
  files: readonly (readonly [string, string])[],
): Promise<{ analysis: number; canvas: number }> {
  const studio = window.trafficStudio;
  const start = performance.now();
  await studio.open({ id: `bench-${files.length}`, name: 'Bench', files: new Map(files) });
  const analysis = performance.now() - start;
  const isThere = () => document.querySelector('.react-flow__node[data-id*="team-"]') !== null;
  while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return { analysis, canvas: performance.now() - start };
}

/** Watches typing from now on; `window.typingSample()` ends it. */
export function measureTyping(): void {
  const studio = window.trafficStudio;
  const settled: number[] = [];
  const marked: number[] = [];
  const analysis: number[] = [];
  const waiting: { version: number; start: number }[] = [];
  let pressed = performance.now();
  let longestTask = 0;
  let isRunning = true;
  const channel = new MessageChannel();
  let last = performance.now();
  channel.port1.onmessage = () => {
    const now = performance.now();
    longestTask = Math.max(longestTask, now - last);
    last = now;
    if (isRunning) channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  window.addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
    },
    { capture: true },
  );
  studio.workspace.subscribe((state, before) => {
    if (state.version !== before.version) waiting.push({ version: state.version, start: pressed });
  });
  studio.analysis.subscribe((state) => {
    const done = waiting.filter((each) => each.version <= state.version);
    waiting.splice(0, done.length);
    if (done.length === 0) return;
    analysis.push(state.duration);
    // The editor subscribed before: its markers are set by now, and painted in the next frame.
    for (const each of done) marked.push(performance.now() - each.start);
    requestAnimationFrame(() =>
      setTimeout(() => {
        for (const each of done) settled.push(performance.now() - each.start);
      }),
    );
  });
  window.typingSample = () => {
    isRunning = false;
    return { marked, settled, analysis, longestTask };
  };
}

/** Pans and zooms the canvas with the wheel for two seconds; milliseconds of each frame. */
export async function measureFrames(): Promise<readonly number[]> {
  const pane = document.querySelector('.react-flow__pane, .react-flow__renderer');
  const frames: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let i = 0; i < 120; i++) {
    const isZoom = i % 40 > 30;
    pane?.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        clientX: 500,
        clientY: 400,
        deltaX: isZoom ? 0 : Math.sin(i / 10) * 40,
        deltaY: isZoom ? (i % 80 > 40 ? 20 : -20) : Math.cos(i / 10) * 40,
        ctrlKey: isZoom,
      }),
    );
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return frames;
}
