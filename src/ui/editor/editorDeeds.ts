import type { EditorDeed, ViewState } from '../../state/types.ts';
import type { EditorContext, Release } from './EditorContext.ts';

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

type Wish = NonNullable<ViewState['inEditor']>;

/** Wishes that were granted; a view that is mounted anew must not grant them again. */
const granted = new WeakSet<Wish>();

/** Does at the cursor what the command palette asks for, with the focus in the text. */
export function followDeeds({ studio, editor }: EditorContext): Release {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const grant = (wish: Wish | null) => {
    if (wish === null || granted.has(wish)) return;
    granted.add(wish);
    // The palette gives the focus back to where it was first.
    timer = setTimeout(() => {
      editor.focus();
      editor.trigger('studio', editorDeeds[wish.deed], null);
    }, 150);
  };
  grant(studio.view.getState().inEditor);
  const stop = studio.view.subscribe(
    (state, before) => state.inEditor !== before.inEditor && grant(state.inEditor),
  );
  return () => {
    clearTimeout(timer);
    stop();
  };
}
