import type { editor } from 'monaco-editor/editor';
import type { Finding, Severity } from '../../core/analysis.ts';
import type { EditorContext, Release } from './EditorContext.ts';

const owner = 'studio';
/** Letters in a line of a message: Monaco's problem line does not wrap, and the pane is narrow. */
const widest = 60;

/**
 * Shows the findings of the file in view as markers. Findings of an older text are left out: the markers that
 * stand move with the text, and the analysis of the present text is near.
 */
export function markFindings(context: EditorContext): Release {
  const { monaco, studio, editor, models } = context;
  const draw = () => {
    const model = editor.getModel();
    const path = models.pathOf(model);
    const analysis = studio.analysis.getState();
    const isCurrent = analysis.version === studio.workspace.getState().version;
    if (model === null || path === undefined || !isCurrent) return;
    const findings = analysis.findings.filter((finding) => finding.place.file === path);
    monaco.editor.setModelMarkers(
      model,
      owner,
      findings.flatMap((finding) => marker(context, model, path, finding) ?? []),
    );
  };
  draw();
  const listener = editor.onDidChangeModel(draw);
  const stop = studio.analysis.subscribe((state, before) => {
    if (state.findings !== before.findings || state.version !== before.version) draw();
  });
  return () => {
    listener.dispose();
    stop();
    monaco.editor.removeAllMarkers(owner);
  };
}

function marker(context: EditorContext, model: editor.ITextModel, path: string, finding: Finding) {
  const { monaco, studio, models } = context;
  const outline = studio.analysis.getState().files.find((file) => file.path === path);
  const base = outline?.documents[finding.place.document]?.start;
  const mapping = models.mappingOf(path);
  if (base === undefined || mapping === undefined) return undefined;
  const start = model.getPositionAt(mapping.toShown(base + finding.range.start));
  const end = model.getPositionAt(mapping.toShown(base + finding.range.end));
  const severities: Readonly<Record<Severity, number>> = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
  };
  return {
    severity: severities[finding.severity],
    code: finding.code,
    message: wrapWords(finding.message, widest),
    ...monaco.Range.fromPositions(start, end),
  };
}

/** Breaks a text into lines of at most so many letters, between words. */
export function wrapWords(text: string, width: number): string {
  let column = 0;
  return text
    .split(' ')
    .map((word, index) => {
      const breaks = index > 0 && column + 1 + word.length > width;
      column = breaks || index === 0 ? word.length : column + 1 + word.length;
      return index === 0 ? word : (breaks ? '\n' : ' ') + word;
    })
    .join('');
}
