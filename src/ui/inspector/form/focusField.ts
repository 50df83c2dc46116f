import type { Path } from '../../../core/yaml/path.ts';

/** Puts the focus into a field once it is drawn, and brings it into view. */
export function focusField(path: Path): void {
  window.setTimeout(() => {
    const field = document.querySelector(`[data-field="${CSS.escape(path.join('.'))}"]`);
    if (!(field instanceof HTMLElement)) return;
    field.scrollIntoView({ block: 'center' });
    field.querySelector<HTMLElement>('[class*="control"] :is(input, textarea, button)')?.focus();
  }, 30);
}
