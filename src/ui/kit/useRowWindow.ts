import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

interface RowWindow {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** First row to draw, and the one behind the last. */
  readonly start: number;
  readonly end: number;
  readonly height: number;
  readonly onScroll: () => void;
  /** Brings a row into view with the least movement. */
  readonly showRow: (index: number) => void;
}

const spare = 8;

/** Which rows of a long list of equal rows are in view; only those need elements. */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, rows: 40 });
  const measure = useCallback(() => {
    const box = ref.current;
    if (box === null) return;
    const first = Math.floor(box.scrollTop / rowHeight);
    const rows = Math.ceil(box.clientHeight / rowHeight) + 1;
    setView((old) => (old.first === first && old.rows === rows ? old : { first, rows }));
  }, [rowHeight]);
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    measure();
    return () => observer.disconnect();
  }, [measure]);
  const showRow = useCallback(
    (index: number) => {
      const box = ref.current;
      if (box === null) return;
      const top = index * rowHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowHeight > box.scrollTop + box.clientHeight)
        box.scrollTop = top + rowHeight - box.clientHeight;
    },
    [rowHeight],
  );
  const start = Math.max(0, Math.min(view.first - spare, count - view.rows));
  return {
    ref,
    start,
    end: Math.min(count, view.first + view.rows + spare),
    height: count * rowHeight,
    onScroll: measure,
    showRow,
  };
}
