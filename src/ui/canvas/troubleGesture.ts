import type { GestureStore } from './gestures.ts';

/** Time to get from the mark to what it opened, in milliseconds. */
const grace = 220;
let timer = 0;

/** Explains the trouble of a link below its mark. */
export function openTrouble(gestures: GestureStore, id: string, mark: Element, isHeld: boolean): void {
  window.clearTimeout(timer);
  const { offer, dragged, trouble } = gestures.getState();
  if (offer !== null || dragged !== null) return;
  const rect = mark.getBoundingClientRect();
  const at = { x: rect.left + rect.width / 2, y: rect.bottom + 4 };
  gestures.setState({ trouble: { id, at, isHeld: isHeld || (trouble?.id === id && trouble.isHeld) } });
}

/** Closes it, unless the pointer gets to it in time or it was asked for. */
export function closeTroubleSoon(gestures: GestureStore): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (gestures.getState().trouble?.isHeld === false) gestures.setState({ trouble: null });
  }, grace);
}

/** The pointer is on it: it stays. */
export function keepTrouble(): void {
  window.clearTimeout(timer);
}
