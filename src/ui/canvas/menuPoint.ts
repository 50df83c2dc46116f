import type { MouseEvent as ReactMouseEvent } from 'react';
import type { WindowPoint } from './gestures.ts';

/** Where a menu opens: at the pointer, or at the element when the keyboard asked for it. */
export function menuPointOf(event: MouseEvent | ReactMouseEvent): WindowPoint {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
  const rect = (event.target as Element).getBoundingClientRect();
  return { x: rect.left + 16, y: rect.top + Math.min(rect.height, 40) };
}
