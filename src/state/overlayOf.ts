import type { Analysis } from '../core/analysis.ts';
import type { ResourceId } from '../core/workspace/types.ts';
import type { Overlay } from './types.ts';

/** What a change would bring, by comparing the workspace as it is with the workspace as it would be. */
export function overlayOf(before: Analysis, after: Analysis): Overlay {
  const added = new Set<ResourceId>();
  const changed = new Set<ResourceId>();
  for (const [id, resource] of after.resources) {
    const old = before.resources.get(id);
    if (old === undefined) added.add(id);
    else if (JSON.stringify(old.value) !== JSON.stringify(resource.value)) changed.add(id);
  }
  const addedEdges = new Set([...after.edges.keys()].filter((id) => !before.edges.has(id)));
  return { analysis: after, added, changed, addedEdges };
}
