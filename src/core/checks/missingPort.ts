import type { EdgeCheck } from './types.ts';

export const missingPort: EdgeCheck = {
  code: 'TS014',
  name: 'missing-port',
  reason: 'Traffic to a port that the target does not offer is answered with an error.',
  scope: 'edge',
  run(edge, facts) {
    if (edge.state !== 'no-such-port') return [];
    const { port, portName } = edge.target;
    const rows = facts.resource(edge.to)?.summary.rows.filter((row) => row.port !== undefined) ?? [];
    const ports = rows.flatMap((row) => (port === undefined ? (row.section ?? []) : (row.port ?? [])));
    const offer =
      ports.length === 0 ? 'its ports have no names' : `it offers ${[...new Set(ports)].join(', ')}`;
    return [
      {
        severity: 'error',
        message: `${facts.nameOf(edge.to)} has no port ${port ?? portName ?? ''}; ${offer}. Use one that is there, or add the port.`,
        path: [...edge.path, 'port'],
      },
    ];
  },
};
