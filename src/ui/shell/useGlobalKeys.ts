import { useEffect } from 'react';
import { useStudio } from '../../state/react.tsx';
import type { Studio } from '../../state/types.ts';

const PANES = ['rail', 'left', 'canvas', 'drawer', 'inspector', 'editor'];

/**
 * The keys that work in every pane. They are caught before the panes see them, so undo is the same one
 * history in Monaco, in a form and on the canvas.
 */
export function useGlobalKeys(): void {
  const studio = useStudio();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (handleKey(studio, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [studio]);
}

/** True when the key was taken. */
function handleKey(studio: Studio, event: KeyboardEvent): boolean {
  const isMod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (isMod && !event.altKey) {
    if (key === 'z') return isDraft(event) ? false : run(event.shiftKey ? studio.redo : studio.undo);
    if (key === 'y') return isDraft(event) ? false : run(studio.redo);
    if (key === 's') return run(studio.markReviewed);
  }
  if (event.key === 'F6') return run(() => focusNextPane(event.shiftKey ? -1 : 1));
  if (event.key === '?' && !isMod && !isText(event.target))
    return run(() => studio.setView({ dialog: { type: 'keys' } }));
  return false;
}

function run(work: () => void): true {
  work();
  return true;
}

/** Fields of a dialog, and of a form until it is taken, hold drafts; there the browser's undo is expected. */
function isDraft(event: KeyboardEvent): boolean {
  const target = event.target;
  return isText(target) && (target.matches('[data-draft]') || target.closest('[role="dialog"]') !== null);
}

function isText(target: EventTarget | null): target is Element {
  return (
    target instanceof Element &&
    target.matches('input, textarea, select, [contenteditable="true"], .monaco-editor *')
  );
}

function focusNextPane(step: 1 | -1): void {
  const panes = PANES.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`) ?? []);
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(now + step + panes.length) % panes.length];
  const inside =
    next?.querySelector<HTMLElement>('[data-autofocus]') ??
    next?.querySelector<HTMLElement>(
      '[tabindex="0"]:not([role="separator"]), textarea, input, button:not([disabled])',
    );
  (inside ?? next)?.focus();
}
