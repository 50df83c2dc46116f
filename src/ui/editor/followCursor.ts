import type { EditorContext, Release } from './EditorContext.ts';

/**
 * Selects the resource that the cursor is in, once a frame at most and only while the user is in the editor. A
 * cursor that was moved by a change from elsewhere selects nothing, so nothing can go round in circles.
 */
export function followCursor({ monaco, studio, editor, models }: EditorContext): Release {
  let frame = 0;
  let waits = false;
  const select = () => {
    frame = 0;
    const path = models.pathOf(editor.getModel());
    const position = editor.getPosition();
    if (path === undefined || position === null || !editor.hasTextFocus()) return;
    // The outline of an older text may put the cursor into a neighbour; the next analysis is near.
    waits = studio.analysis.getState().version !== studio.workspace.getState().version;
    if (waits) return;
    const offset = models.mappingOf(path)?.toText(editor.getModel()?.getOffsetAt(position) ?? 0) ?? 0;
    const id = studio.resourceAt(path, offset);
    const { selection } = studio.view.getState();
    if (id === undefined || (selection.length === 1 && selection[0] === id)) return;
    studio.select([id], { quiet: true });
  };
  const { CursorChangeReason } = monaco.editor;
  const listener = editor.onDidChangeCursorPosition((event) => {
    const isMoved = event.reason === CursorChangeReason.RecoverFromMarkers;
    if (isMoved || event.reason === CursorChangeReason.ContentFlush || !editor.hasTextFocus()) return;
    if (frame === 0) frame = requestAnimationFrame(select);
  });
  const stop = studio.analysis.subscribe(() => {
    if (waits && frame === 0) frame = requestAnimationFrame(select);
  });
  return () => {
    listener.dispose();
    stop();
    cancelAnimationFrame(frame);
  };
}
