import { useEffect, useState } from 'react';

/**
 * Gives the focus back to where it was when this was mounted, or to the canvas, once it is unmounted; unless
 * something else (a dialog that a menu opened) has taken it by then.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      window.setTimeout(() => {
        const { activeElement, body } = document;
        if (activeElement !== null && activeElement !== body) return;
        const isThere = before instanceof HTMLElement && before.isConnected && before !== body;
        const target = isThere ? before : document.querySelector<HTMLElement>('[data-focus-home]');
        target?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
