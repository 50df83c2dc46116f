import type { StoreApi } from 'zustand/vanilla';
import type { Range } from '../core/text/textEdit.ts';
import type { Place, ResourceId } from '../core/workspace/types.ts';
import type { AnalysisState, Studio, ViewState } from './types.ts';

type Commands = Pick<Studio, 'select' | 'selectEdges' | 'revealPlace' | 'revealRange' | 'resourceAt'>;

/** Selection and the way from things to their text and back. `locate` finds a path in a document's text. */
export function createReveal(
  analysis: StoreApi<AnalysisState>,
  view: StoreApi<ViewState>,
  locate: (place: Place) => Promise<Range | undefined>,
): Commands {
  const documentsOf = (file: string) =>
    analysis.getState().files.find((each) => each.path === file)?.documents ?? [];

  function revealRange(file: string, document: number, range: Range, focus: boolean): void {
    const base = documentsOf(file)[document]?.start ?? 0;
    view.setState({
      openFile: file,
      reveal: { file, range: { start: base + range.start, end: base + range.end }, focus },
    });
  }

  async function revealPlace(place: Place, { focus = false } = {}): Promise<void> {
    const isWhole = place.path.length === 0;
    const before = view.getState().reveal;
    const range = isWhole ? undefined : await locate(place);
    // Something else was asked for while the worker looked: that wins.
    if (!isWhole && view.getState().reveal !== before) return;
    revealRange(place.file, place.document, range ?? { start: 0, end: 0 }, focus);
  }

  return {
    select(ids, { quiet = false, bring = false, focusEditor = false } = {}) {
      view.setState({ selection: ids, selectedEdges: [], ...(bring ? { bring: { ids } } : {}) });
      const [only] = ids;
      const resource =
        ids.length === 1 && only !== undefined ? analysis.getState().resources.get(only) : undefined;
      if (!quiet && resource !== undefined) void revealPlace(resource.place, { focus: focusEditor });
    },
    selectEdges(ids) {
      view.setState({ selectedEdges: ids, selection: [] });
      const [only] = ids;
      const edge = ids.length === 1 && only !== undefined ? analysis.getState().edges.get(only) : undefined;
      const holder = edge === undefined ? undefined : analysis.getState().resources.get(edge.from);
      if (edge === undefined || holder === undefined) return;
      void revealPlace({ ...holder.place, path: [...holder.place.path, ...edge.path] });
    },
    revealPlace,
    revealRange: (file, document, range, { focus = false } = {}) => revealRange(file, document, range, focus),
    resourceAt(file, offset): ResourceId | undefined {
      const documents = documentsOf(file);
      const document =
        documents.find((each) => offset >= each.start && offset < each.end) ?? documents.at(-1);
      if (document?.starts === undefined) return document?.resources[0];
      const index = document.starts.findLastIndex((start) => document.start + start <= offset);
      return document.resources[Math.max(0, index)];
    },
  };
}
