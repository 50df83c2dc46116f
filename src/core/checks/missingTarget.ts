import { fieldOf } from './fieldOf.ts';
import type { EdgeCheck } from './types.ts';

/** Kinds that are usually installed once for a whole cluster and seldom kept with the routes. */
const clusterFurniture = new Set(['GatewayClass', 'ClusterIssuer', 'Namespace']);

export const missingTarget: EdgeCheck = {
  code: 'TS012',
  name: 'missing-target',
  reason: 'A reference to something that is nowhere has no effect, or breaks what depends on it.',
  scope: 'edge',
  run(edge, facts) {
    const holder = facts.resource(edge.from);
    const declared = edge.state === 'missing' && holder !== undefined;
    if (!declared || edge.optional === true) return [];
    const where = edge.target.namespace === '' ? '' : ` in namespace ${edge.target.namespace}`;
    const isFurniture = clusterFurniture.has(edge.target.kind);
    return [
      {
        severity: isFurniture ? 'info' : 'warning',
        message: `${edge.target.kind} ${edge.target.name} is not in this workspace${where}. Create it, choose another, or leave it if it is already in the cluster.`,
        path: fieldOf(holder, edge.path, 'name'),
      },
    ];
  },
};
