import type { EditorContext, Release } from './EditorContext.ts';
import { TrailReader, type TrailStep } from './trailAt.ts';

/** Time between two looks while the cursor moves or the text changes. */
const pause = 120;

/** Tells where the cursor is, a few times a second at most and never within a keystroke. */
export function followTrail(context: EditorContext, tell: (trail: readonly TrailStep[]) => void): Release {
  const { editor, models } = context;
  const reader = new TrailReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const look = () => {
    timer = undefined;
    const model = editor.getModel();
    const mapping = models.mappingOf(models.pathOf(model) ?? '');
    const position = editor.getPosition();
    const offset = model === null || position === null ? undefined : model.getOffsetAt(position);
    const trail =
      mapping === undefined || offset === undefined
        ? []
        : reader.trailAt(mapping.text, mapping.toText(offset));
    const words = JSON.stringify(trail);
    if (words === last) return;
    last = words;
    tell(trail);
  };
  const lookSoon = () => {
    timer ??= setTimeout(look, pause);
  };
  look();
  const listeners = [
    editor.onDidChangeCursorPosition(lookSoon),
    editor.onDidChangeModelContent(lookSoon),
    editor.onDidChangeModel(lookSoon),
  ];
  return () => {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  };
}
