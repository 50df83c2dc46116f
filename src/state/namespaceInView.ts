import type { AnalysisState, ViewState } from './types.ts';

/**
 * The namespace that a new resource most likely belongs to when nothing says where: that of the selected card,
 * else the only one that is shown. Undefined leaves the choice to the action.
 */
export function namespaceInView(analysis: AnalysisState, view: ViewState): string | undefined {
  const [first] = view.selection;
  const selected = first === undefined ? undefined : analysis.resources.get(first)?.namespace;
  if (selected !== undefined && selected !== '') return selected;
  const shown = new Set([...analysis.resources.values()].map((each) => each.namespace));
  for (const hidden of ['', ...view.hiddenNamespaces]) shown.delete(hidden);
  const [only, ...others] = shown;
  return others.length === 0 ? only : undefined;
}
