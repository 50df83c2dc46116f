import type { Studio } from '../../state/types.ts';

/** Puts a text on the clipboard; says so when the browser does not allow it. True when it worked. */
export async function copyText(studio: Studio, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    studio.announce('Copied.');
    return true;
  } catch {
    studio.notify({
      tone: 'warning',
      text: 'The browser did not allow copying. Select the text and copy it by hand, or download it.',
    });
    return false;
  }
}
