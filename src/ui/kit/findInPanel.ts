import type { KeyboardEvent } from 'react';
import { hasMod } from './isMac.ts';

/** Ctrl/Cmd-F within a panel goes to the field that filters it. Put it on the panel's element. */
export function findInPanel(event: KeyboardEvent<HTMLElement>): void {
  if (event.key.toLowerCase() !== 'f' || !hasMod(event) || event.shiftKey || event.altKey) return;
  const field = event.currentTarget.querySelector<HTMLInputElement>('input[data-find]');
  if (field === null) return;
  event.preventDefault();
  event.stopPropagation();
  field.focus();
  field.select();
}
