import type { Analysis } from '../core/analysis.ts';
import type { Edge } from '../core/graph/types.ts';
import type { GroupKind, ResourceId } from '../core/workspace/types.ts';

/** A resource or the ghost of one, as every way of drawing needs it. */
export interface GraphNode extends GroupKind {
  readonly id: ResourceId;
  readonly namespace: string;
  readonly name: string;
  /** True for what is referred to and is not in the files. */
  readonly isGhost: boolean;
}

/** An arrow in the direction of the traffic. */
export interface Arrow {
  readonly from: ResourceId;
  readonly to: ResourceId;
  /** Weight, or the reference's name. */
  readonly label: string;
  readonly isDangling: boolean;
}

/** Resources in the order of the text, then ghosts. */
export function listNodes(analysis: Analysis): readonly GraphNode[] {
  const pick = (
    { id, group, kind, namespace, name }: Omit<GraphNode, 'isGhost'>,
    isGhost: boolean,
  ): GraphNode => ({
    id,
    group,
    kind,
    namespace,
    name,
    isGhost,
  });
  return [
    ...[...analysis.resources.values()].map((each) => pick(each, false)),
    ...[...analysis.ghosts.values()].map((each) => pick(each, true)),
  ];
}

/** Every edge as an arrow. */
export function listArrows(analysis: Analysis): readonly Arrow[] {
  return [...analysis.edges.values()].map((edge) => ({
    from: edge.flow === 'forward' ? edge.from : edge.to,
    to: edge.flow === 'forward' ? edge.to : edge.from,
    label: arrowLabel(edge),
    isDangling: !['resolved', 'made', 'external'].includes(edge.state) || edge.grant === 'missing',
  }));
}

function arrowLabel({ reference, share, weight, grant, state }: Edge): string {
  const parts = [reference];
  if (share !== undefined && weight !== undefined) parts.push(`${Math.round(share * 100)} %`);
  if (grant === 'missing') parts.push('no grant');
  if (state === 'no-such-section' || state === 'no-such-port' || state === 'wrong-kind')
    parts.push(state.replaceAll('-', ' '));
  return parts.join(', ');
}

/** Nodes by namespace, in the order of their first; cluster-scoped ones under the empty name. */
export function groupByNamespace(nodes: readonly GraphNode[]): ReadonlyMap<string, readonly GraphNode[]> {
  const groups = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.namespace);
    if (group === undefined) groups.set(node.namespace, [node]);
    else group.push(node);
  }
  return groups;
}
