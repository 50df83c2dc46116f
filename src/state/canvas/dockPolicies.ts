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
 * workspace, or is made of something there (the HTTPRoute of an AIGatewayRoute); one that governs nothing, or
 * something that is missing, needs a card to show that. A policy never docks on another policy.
 */
export function dockPolicies(
  analysis: Pick<Analysis, 'resources' | 'edges' | 'ghosts'>,
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
    const hosts = edges.map((edge) => hostOf(edge, analysis));
    if (!hosts.every((host) => host !== undefined && !governing.has(host))) continue;
    for (const [index, edge] of edges.entries()) {
      const host = hosts[index];
      if (host !== undefined) dockings.push(dockingOf(policy, edge, host));
    }
  }
  return withoutRepeats(dockings);
}

/** Who carries the chip: what is governed, or what that is made of. */
function hostOf(
  { to }: Edge,
  { resources, ghosts }: Pick<Analysis, 'resources' | 'ghosts'>,
): ResourceId | undefined {
  return resources.has(to) ? to : ghosts.get(to)?.madeBy;
}

function dockingOf(policy: ResourceId, edge: Edge, host: ResourceId): Docking {
  return { policy, host, ...(edge.toRow === undefined ? {} : { row: edge.toRow }) };
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
