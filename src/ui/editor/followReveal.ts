import type { Studio, ViewState } from '../../state/types.ts';
import { activePathOf } from './activePath.ts';
import type { EditorContext, Release } from './EditorContext.ts';
import styles from './EditorPane.module.css';
import { followWishes } from './followWishes.ts';
import { rangeOfResource } from './markSelection.ts';

type Reveal = NonNullable<ViewState['reveal']>;

/** How long the lines stay lit. The style fades them within this time. */
const glowTime = 1400;

/** Grants the wishes to show a range: opens its file, brings it into view and lights its lines for a moment. */
export function followReveal(context: EditorContext, isStill: boolean): Release {
  const { studio, editor } = context;
  const glow = editor.createDecorationsCollection();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A file that has just come into view appears at its place, without a journey from wherever it was.
  let isFresh = false;
  const listener = editor.onDidChangeModel(() => {
    isFresh = true;
    queueMicrotask(() => {
      isFresh = false;
    });
  });
  const stop = followWishes(studio, 'reveal', (wish) => {
    if (!studio.workspace.getState().files.has(wish.file)) return;
    if (activePathOf(studio) !== wish.file) studio.setView({ openFile: wish.file });
    const range = show(context, wholeResource(studio, wish), isStill || isFresh);
    if (range === undefined) return;
    glow.set([{ range, options: { isWholeLine: true, className: styles.glow ?? '' } }]);
    clearTimeout(timer);
    timer = setTimeout(() => glow.clear(), glowTime);
  });
  return () => {
    stop();
    listener.dispose();
    clearTimeout(timer);
  };
}

/** A wish for the place where a selected resource begins means the whole of it. */
function wholeResource(studio: Studio, wish: Reveal): Reveal {
  if (wish.range.start !== wish.range.end) return wish;
  for (const id of studio.view.getState().selection) {
    const range = rangeOfResource(studio, wish.file, id);
    const isBehind = range !== undefined && range.start >= wish.range.start;
    if (isBehind && studio.resourceAt(wish.file, wish.range.start) === id) return { ...wish, range };
  }
  return wish;
}

/** Scrolls to the range and puts the cursor there; the focus follows only when the wish asks for it. */
function show({ monaco, editor, models }: EditorContext, wish: Reveal, isStill: boolean) {
  const model = editor.getModel();
  const mapping = models.mappingOf(wish.file);
  if (model === null || mapping === undefined) return undefined;
  const start = model.getPositionAt(mapping.toShown(wish.range.start));
  const end = model.getPositionAt(mapping.toShown(wish.range.end));
  // A range that ends with a line end does not speak of the next line.
  const last = end.column === 1 && end.lineNumber > start.lineNumber ? end.lineNumber - 1 : end.lineNumber;
  const range = new monaco.Range(start.lineNumber, start.column, last, model.getLineMaxColumn(last));
  const scroll = isStill ? monaco.editor.ScrollType.Immediate : monaco.editor.ScrollType.Smooth;
  const height = editor.getLayoutInfo().height / editor.getOption(monaco.editor.EditorOption.lineHeight);
  if (last - start.lineNumber < height - 2) editor.revealRangeInCenterIfOutsideViewport(range, scroll);
  else editor.revealRangeNearTopIfOutsideViewport(range, scroll);
  const cursor = editor.getPosition();
  if (wish.focus || cursor === null || !range.containsPosition(cursor)) editor.setPosition(start, 'reveal');
  if (wish.focus) editor.focus();
  return range;
}
