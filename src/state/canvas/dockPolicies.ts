import type { Analysis } from '../../core/analysis.ts';
import type { Edge } from '../../core/graph/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';

/** A policy on a card, or on one row of it. */
export interface Docking {
  readonly policy: ResourceId;
  readonly host: ResourceId;
  readonly row?: string;
}

/**
 * Which policies are shown as chips, and where. A policy docks when everything it governs is in the
 * workspace; one that governs nothing, or something that is missing, needs a card to show that. A policy
 * never docks on another policy.
 */
export function dockPolicies(
  analysis: Pick<Analysis, 'resources' | 'edges'>,
  expanded: ReadonlySet<ResourceId>,
): readonly Docking[] {
  const governing = new Map<ResourceId, Edge[]>();
  for (const edge of analysis.edges.values()) {
    if (edge.role !== 'governs') continue;
    const edges = governing.get(edge.from);
    if (edges === undefined) governing.set(edge.from, [edge]);
    else edges.push(edge);
  }
  const dockings: Docking[] = [];
  for (const [policy, edges] of governing) {
    if (expanded.has(policy)) continue;
    if (!edges.every((edge) => analysis.resources.has(edge.to) && !governing.has(edge.to))) continue;
    for (const edge of edges) dockings.push(dockingOf(policy, edge));
  }
  return withoutRepeats(dockings);
}

function dockingOf(policy: ResourceId, edge: Edge): Docking {
  return { policy, host: edge.to, ...(edge.toRow === undefined ? {} : { row: edge.toRow }) };
}

function withoutRepeats(dockings: readonly Docking[]): readonly Docking[] {
  const seen = new Set<string>();
  return dockings.filter(({ policy, host, row }) => {
    const key = JSON.stringify([policy, host, row]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
