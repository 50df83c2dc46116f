import type { EdgeCheck } from './types.ts';

export const missingPort: EdgeCheck = {
  code: 'TS014',
  name: 'missing-port',
  reason: 'Traffic to a port that the target does not offer is answered with an error.',
  scope: 'edge',
  run(edge, facts) {
    if (edge.state !== 'no-such-port') return [];
    const ports = facts.resource(edge.to)?.summary.rows.flatMap((row) => row.port ?? []) ?? [];
    return [
      {
        severity: 'error',
        message: `${facts.nameOf(edge.to)} has no port ${edge.target.port ?? ''}; it offers ${[...new Set(ports)].join(', ')}. Use one of these, or add the port there.`,
        path: [...edge.path, 'port'],
      },
    ];
  },
};
