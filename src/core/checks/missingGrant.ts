import { fieldOf } from './fieldOf.ts';
import type { EdgeCheck } from './types.ts';

export const missingGrant: EdgeCheck = {
  code: 'TS015',
  name: 'missing-grant',
  reason: 'A reference into another namespace counts only when a ReferenceGrant there allows it.',
  scope: 'edge',
  run(edge, facts) {
    const holder = facts.resource(edge.from);
    // A kind that does not belong there is no better with a grant.
    if (edge.grant !== 'missing' || edge.state === 'wrong-kind' || holder === undefined) return [];
    const article = /^[AEIOU]/.test(holder.kind) ? 'an' : 'a';
    return [
      {
        severity: edge.state === 'missing' ? 'warning' : 'error',
        message: `No ReferenceGrant in namespace ${edge.target.namespace} lets ${article} ${holder.kind} of namespace ${holder.namespace} refer to ${edge.target.kind} ${edge.target.name}. Add one there.`,
        path: fieldOf(holder, edge.path, 'namespace'),
      },
    ];
  },
};
