import { activePathOf } from './activePath.ts';
import type { EditorContext, Release } from './EditorContext.ts';

/** Shows the model of the file in view, each with its own cursor, folds and scroll. */
export function followOpenFile({ studio, editor, models }: EditorContext): Release {
  let named: string | null | undefined;
  const show = () => {
    const path = activePathOf(studio);
    const model = path === null ? undefined : models.modelOf(path);
    const shown = editor.getModel();
    if ((model ?? null) !== shown) {
      if (shown !== null && !shown.isDisposed()) models.keepViewState(shown, editor.saveViewState());
      const hadFocus = editor.hasTextFocus();
      editor.setModel(model ?? null);
      const state = model === undefined ? undefined : models.viewStateOf(model);
      if (state !== undefined) editor.restoreViewState(state);
      if (hadFocus) editor.focus();
    }
    // Renaming keeps the model and changes the name. Options are dear: not at every keystroke.
    if (path !== named) editor.updateOptions({ ariaLabel: `YAML of ${path ?? 'no file'}` });
    named = path;
  };
  show();
  const stops = [
    studio.workspace.subscribe((state, before) => state.files !== before.files && show()),
    studio.view.subscribe((state, before) => state.openFile !== before.openFile && show()),
  ];
  return () => {
    for (const stop of stops) stop();
    const shown = editor.getModel();
    if (shown !== null) models.keepViewState(shown, editor.saveViewState());
  };
}
