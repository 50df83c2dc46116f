import type { Analysis } from '../core/analysis.ts';
import type { ResourceId } from '../core/workspace/types.ts';
import type { ViewState, WorkspaceState } from './types.ts';

export type Renamed = ReadonlyMap<string, ResourceId>;

/**
 * Identities that were renamed by editing the text: a resource that is gone, and a new one at its place.
 * The layout and the selection follow, so that a card does not jump while its name is typed.
 */
export function findRenames(before: Analysis, after: Analysis): Renamed {
  const renamed = new Map<string, ResourceId>();
  const fresh = new Map<string, ResourceId>();
  for (const [id, { place }] of after.resources) {
    if (!before.resources.has(id)) fresh.set(`${place.file}\n${place.document}\n${place.path[1] ?? ''}`, id);
  }
  if (fresh.size === 0) return renamed;
  for (const [id, { place }] of before.resources) {
    if (after.resources.has(id)) continue;
    const to = fresh.get(`${place.file}\n${place.document}\n${place.path[1] ?? ''}`);
    if (to !== undefined) renamed.set(id, to);
  }
  return renamed;
}

/** The layout with renamed cards in their old places. */
export function renameLayout(layout: WorkspaceState['layout'], renamed: Renamed): WorkspaceState['layout'] {
  if (![...renamed.keys()].some((id) => Object.hasOwn(layout, id))) return layout;
  return Object.fromEntries(
    Object.entries(layout).map(([id, position]) => [renamed.get(id) ?? id, position]),
  );
}

/** The parts of the view that name resources, with renamed ones followed and lost ones dropped. */
export function renameView(view: ViewState, renamed: Renamed, after: Analysis): Partial<ViewState> {
  const has = (id: ResourceId) => after.resources.has(id) || after.ghosts.has(id);
  const follow = (id: ResourceId) => renamed.get(id) ?? id;
  const selection = view.selection.map(follow).filter(has);
  const selectedEdges = view.selectedEdges.filter((id) => after.edges.has(id));
  const expandedPolicies = view.expandedPolicies.map(follow).filter(has);
  const focus = view.focus === null || !has(follow(view.focus)) ? null : follow(view.focus);
  return {
    ...(sameItems(selection, view.selection) ? {} : { selection }),
    ...(sameItems(selectedEdges, view.selectedEdges) ? {} : { selectedEdges }),
    ...(sameItems(expandedPolicies, view.expandedPolicies) ? {} : { expandedPolicies }),
    ...(focus === view.focus ? {} : { focus }),
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
