import type { EditorDeed } from '../../state/types.ts';
import type { EditorContext, Release } from './EditorContext.ts';
import { followWishes } from './followWishes.ts';

/** What Monaco calls what the editor can be asked to do. */
export const editorDeeds: Readonly<Record<EditorDeed, string>> = {
  complete: 'editor.action.triggerSuggest',
  explain: 'editor.action.showHover',
  fix: 'editor.action.quickFix',
  definition: 'editor.action.revealDefinition',
  references: 'editor.action.goToReferences',
  outline: 'editor.action.quickOutline',
  rename: 'editor.action.rename',
  format: 'editor.action.formatDocument',
  'next-problem': 'editor.action.marker.nextInFiles',
};

/** Does at the cursor what the command palette asks for, with the focus in the text. */
export function followDeeds({ studio, editor }: EditorContext): Release {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = followWishes(studio, 'inEditor', ({ deed }) => {
    // The palette gives the focus back to where it was first.
    timer = setTimeout(() => {
      editor.focus();
      editor.trigger('studio', editorDeeds[deed], null);
    }, 150);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
