import { type RefObject, useEffect, useRef, useState } from 'react';

/** A tip that is only there while it is shown: a form has a hundred buttons, and tooltips are dear. */
export interface Tip<E extends HTMLElement> {
  readonly ref: RefObject<E | null>;
  readonly isOpen: boolean;
  /** For the element that the tip is about. */
  readonly handlers: {
    readonly onMouseEnter: () => void;
    readonly onMouseLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
  readonly close: () => void;
}

/** Opens after the pointer has rested for `delay` milliseconds, or at once with focus from the keyboard. */
export function useTip<E extends HTMLElement>(delay: number): Tip<E> {
  const ref = useRef<E>(null);
  const timer = useRef(0);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const close = () => {
    window.clearTimeout(timer.current);
    setOpen(false);
  };
  return {
    ref,
    isOpen,
    close,
    handlers: {
      onMouseEnter: () => {
        timer.current = window.setTimeout(() => setOpen(true), delay);
      },
      onMouseLeave: close,
      onFocus: () => setOpen(ref.current?.matches(':focus-visible') === true),
      onBlur: close,
    },
  };
}
