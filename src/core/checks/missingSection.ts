import type { EdgeCheck } from './types.ts';

export const missingSection: EdgeCheck = {
  code: 'TS013',
  name: 'missing-section',
  reason: 'A reference to a section that its target does not have attaches to nothing.',
  scope: 'edge',
  run(edge, facts) {
    if (edge.state !== 'no-such-section') return [];
    const names = facts.resource(edge.to)?.summary.rows.flatMap((row) => row.section ?? []) ?? [];
    const choice = names.length === 0 ? 'It names none.' : `It has ${names.join(', ')}.`;
    return [
      {
        severity: 'error',
        message: `${facts.nameOf(edge.to)} has no section ${edge.target.sectionName ?? ''}. ${choice} Choose one of them, or remove sectionName.`,
        path: [...edge.path, 'sectionName'],
      },
    ];
  },
};
