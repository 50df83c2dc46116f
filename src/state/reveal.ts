import type { StoreApi } from 'zustand/vanilla';
import { locate } from '../core/yaml/locate.ts';
import { parseYaml } from '../core/yaml/parseYaml.ts';
import type { ResourceId } from '../core/workspace/types.ts';
import type { AnalysisState, Studio, ViewState, WorkspaceState } from './types.ts';

type Commands = Pick<Studio, 'select' | 'selectEdges' | 'revealPlace' | 'revealRange' | 'resourceAt'>;

/** Selection and the way from things to their text and back. */
export function createReveal(
  workspace: StoreApi<WorkspaceState>,
  analysis: StoreApi<AnalysisState>,
  view: StoreApi<ViewState>,
): Commands {
  const outlineOf = (file: string, document: number) =>
    analysis.getState().files.find((each) => each.path === file)?.documents[document];

  function revealRange(file: string, document: number, range: { start: number; end: number }, focus = false): void {
    const base = outlineOf(file, document)?.start ?? 0;
    view.setState({ openFile: file, reveal: { file, range: { start: base + range.start, end: base + range.end }, focus } });
  }

  return {
    select(ids, { quiet = false, bring = false, focusEditor = false } = {}) {
      view.setState({ selection: ids, selectedEdges: [], ...(bring ? { bring: { ids } } : {}) });
      if (quiet) return;
      const resource = ids.length === 1 ? analysis.getState().resources.get(ids[0] as ResourceId) : undefined;
      if (resource === undefined) return;
      const { file, document, path } = resource.place;
      const range = path.length === 0 ? { start: 0, end: 0 } : placeRange(workspace, outlineOf(file, document), file, path);
      revealRange(file, document, range, focusEditor);
    },
    selectEdges(ids) {
      view.setState({ selectedEdges: ids, selection: [] });
      const edge = ids.length === 1 ? analysis.getState().edges.get(ids[0] ?? '') : undefined;
      const holder = edge === undefined ? undefined : analysis.getState().resources.get(edge.from);
      if (edge === undefined || holder === undefined) return;
      const { file, document, path } = holder.place;
      revealRange(file, document, placeRange(workspace, outlineOf(file, document), file, [...path, ...edge.path]));
    },
    async revealPlace({ file, document, path }, { focus = false } = {}) {
      revealRange(file, document, placeRange(workspace, outlineOf(file, document), file, path), focus);
    },
    revealRange: (file, document, range, { focus = false } = {}) => revealRange(file, document, range, focus),
    resourceAt(file, offset) {
      const documents = analysis.getState().files.find((each) => each.path === file)?.documents ?? [];
      const index = documents.findIndex((each) => offset >= each.start && offset < each.end);
      const ids = (documents[index] ?? documents.at(-1))?.resources ?? [];
      if (ids.length < 2) return ids[0];
      return listItemAt(ids, documents[index]?.start ?? 0, file, offset);
    },
  };

  /** In a `kind: List`: the last item that begins before the offset. */
  function listItemAt(ids: readonly ResourceId[], start: number, file: string, offset: number): ResourceId | undefined {
    const documents = analysis.getState().files.find((each) => each.path === file)?.documents ?? [];
    const document = documents.find((each) => each.start === start);
    return ids.findLast((id) => {
      const place = analysis.getState().resources.get(id)?.place;
      return place !== undefined && start + placeRange(workspace, document, file, place.path).start <= offset;
    });
  }
}

/** Longer documents are shown from their start: parsing one here would hold up the page. */
const LONGEST = 256_000;
let lastText = '';
let lastTree = parseYaml('');

/** The range of a path in a document, relative to it. One small document is parsed; the last is kept. */
function placeRange(
  workspace: StoreApi<WorkspaceState>,
  document: { readonly start: number; readonly end: number } | undefined,
  file: string,
  path: readonly (string | number)[],
): { start: number; end: number } {
  if (document === undefined || document.end - document.start > LONGEST) return { start: 0, end: 0 };
  const text = (workspace.getState().files.get(file) ?? '').slice(document.start, document.end);
  if (text !== lastText) {
    lastText = text;
    lastTree = parseYaml(text);
  }
  for (let length = path.length; length > 0; length--) {
    const located = locate(lastTree, path.slice(0, length));
    if (located !== undefined) return { start: (located.key ?? located.value).start, end: located.value.end };
  }
  return { start: 0, end: 0 };
}
