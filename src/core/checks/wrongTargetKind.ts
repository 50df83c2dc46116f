import { fieldOf } from './fieldOf.ts';
import type { EdgeCheck } from './types.ts';

export const wrongTargetKind: EdgeCheck = {
  code: 'TS016',
  name: 'wrong-target-kind',
  reason: 'Controllers ignore or reject references to kinds that they do not know at that place.',
  scope: 'edge',
  run(edge, facts) {
    const holder = facts.resource(edge.from);
    if (edge.state !== 'wrong-kind' || holder === undefined) return [];
    const { group, kind, name } = edge.target;
    const type = group === '' ? kind : `${kind} (${group})`;
    return [
      {
        severity: 'warning',
        message: `A ${edge.reference} to ${type} ${name} is not one that Envoy Gateway or Gateway API describe. Check group and kind; the group of a Service is empty, and each other kind needs its own.`,
        path: fieldOf(holder, edge.path, 'kind'),
      },
    ];
  },
};
