import type { editor } from 'monaco-editor/editor';
import type { AssistHost } from './askCore.ts';

/** Opens the file of a place that Monaco wants to go to; places of the file in view it finds by itself. */
export function openTargets({ monaco, studio, models }: AssistHost): editor.ICodeEditorOpener {
  return {
    openCodeEditor(source, resource, at) {
      const model = monaco.editor.getModel(resource);
      const file = models.pathOf(model);
      const mapping = file === undefined ? undefined : models.mappingOf(file);
      if (model === null || file === undefined || mapping === undefined || source.getModel() === model)
        return false;
      const [start, end] = at === undefined ? [undefined, undefined] : endsOf(at);
      const offset = (position: typeof start) =>
        position === undefined ? 0 : mapping.toText(model.getOffsetAt(position));
      studio.setView({
        openFile: file,
        reveal: { file, range: { start: offset(start), end: offset(end) }, focus: true },
      });
      return true;
    },
  };
}

type Place = NonNullable<Parameters<editor.ICodeEditorOpener['openCodeEditor']>[2]>;

function endsOf(at: Place) {
  if ('lineNumber' in at) return [at, at] as const;
  return [
    { lineNumber: at.startLineNumber, column: at.startColumn },
    { lineNumber: at.endLineNumber, column: at.endColumn },
  ] as const;
}
