import type { editor } from 'monaco-editor/editor';
import type { EditorContext, Release } from './EditorContext.ts';
import type { ForeignChange } from './FileModels.ts';

/**
 * Keeps the text in view where it is while the model is changed from elsewhere, and puts the cursor at the place
 * that undo or redo has changed, if the user is typing here.
 */
export function keepSteady(context: EditorContext): Release {
  const { editor, models } = context;
  models.applyAround = (change, apply) => {
    if (editor.getModel() !== change.model) {
      apply();
      return;
    }
    const restore = holdTopLine(editor);
    apply();
    restore();
    if (change.isHistory && editor.hasTextFocus()) moveCursor(editor, change);
  };
  return () => {
    models.applyAround = (_change, apply) => apply();
  };
}

/** Remembers the line at the top edge; the answer scrolls so that it stands there again. */
function holdTopLine(editor: editor.IStandaloneCodeEditor): () => void {
  const top = editor.getScrollTop();
  const line = editor.getVisibleRanges()[0]?.startLineNumber;
  if (top <= 0 || line === undefined) return () => undefined;
  const distance = top - editor.getTopForLineNumber(line);
  const marks = editor.createDecorationsCollection([
    { range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 }, options: {} },
  ]);
  return () => {
    const now = marks.getRange(0)?.startLineNumber;
    marks.clear();
    if (now !== undefined && now !== line) editor.setScrollTop(editor.getTopForLineNumber(now) + distance, 1);
  };
}

function moveCursor(editor: editor.IStandaloneCodeEditor, { model, edits }: ForeignChange): void {
  const last = edits.at(-1);
  if (last === undefined) return;
  const shift = edits.slice(0, -1).reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const position = model.getPositionAt(last.start + shift + last.text.length);
  editor.setPosition(position, 'history');
  editor.revealPositionInCenterIfOutsideViewport(position, 1);
}
