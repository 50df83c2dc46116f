import type { editor } from 'monaco-editor/editor';
import type { Range } from '../../core/text/textEdit.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { locate } from '../../core/yaml/locate.ts';
import { parseYaml } from '../../core/yaml/parseYaml.ts';
import type { Studio } from '../../state/types.ts';
import { contentRange } from '../kit/monaco/contentRange.ts';
import type { EditorContext, Release } from './EditorContext.ts';
import styles from './EditorPane.module.css';

/** Marks the lines of the selected resources with a bar beside the line numbers. */
export function markSelection(context: EditorContext): Release {
  const { studio, editor, models } = context;
  const bars = editor.createDecorationsCollection();
  const draw = () => {
    const path = models.pathOf(editor.getModel());
    // Between a keystroke and its analysis the bars move with the text by themselves.
    if (path === undefined || studio.analysis.getState().version !== studio.workspace.getState().version)
      return;
    const ranges = studio.view.getState().selection.flatMap((id) => rangeOfResource(studio, path, id) ?? []);
    bars.set(ranges.flatMap((range) => bar(context, path, range) ?? []));
  };
  draw();
  const model = editor.onDidChangeModel(draw);
  const stops = [
    studio.view.subscribe((state, before) => state.selection !== before.selection && draw()),
    studio.analysis.subscribe((state, before) => state.version !== before.version && draw()),
  ];
  return () => {
    model.dispose();
    for (const stop of stops) stop();
  };
}

/** The text of a resource in a file, without the blank rim; undefined when it stands in another file. */
export function rangeOfResource(studio: Studio, path: string, id: ResourceId): Range | undefined {
  const { resources, files } = studio.analysis.getState();
  const place = resources.get(id)?.place;
  if (place === undefined || place.file !== path) return undefined;
  const document = files.find((file) => file.path === path)?.documents[place.document];
  const text = studio.workspace.getState().files.get(path);
  if (document === undefined || text === undefined) return undefined;
  const slice = text.slice(document.start, document.end);
  const inner = place.path.length === 0 ? contentRange(slice) : itemRange(slice, place.path);
  return { start: document.start + inner.start, end: document.start + inner.end };
}

/** The item of a `kind: List` that a resource is. */
function itemRange(document: string, path: readonly (string | number)[]): Range {
  return locate(parseYaml(document), path)?.value ?? contentRange(document);
}

function bar(context: EditorContext, path: string, range: Range): editor.IModelDeltaDecoration | undefined {
  const { monaco, editor, models } = context;
  const model = editor.getModel();
  const mapping = models.mappingOf(path);
  if (model === null || mapping === undefined) return undefined;
  const start = model.getPositionAt(mapping.toShown(range.start));
  const end = model.getPositionAt(mapping.toShown(range.end));
  return {
    range: monaco.Range.fromPositions(start, end),
    options: {
      isWholeLine: true,
      linesDecorationsClassName: styles.selected ?? '',
      stickiness: monaco.editor.TrackedRangeStickiness.AlwaysGrowsWhenTypingAtEdges,
      overviewRuler: {
        color: { id: 'editorCursor.foreground' },
        position: monaco.editor.OverviewRulerLane.Left,
      },
    },
  };
}
