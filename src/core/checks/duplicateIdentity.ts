import type { ResourceCheck } from './types.ts';

export const duplicateIdentity: ResourceCheck = {
  code: 'TS010',
  name: 'duplicate-identity',
  reason: 'Of two resources with one kind, namespace and name the later overwrites the earlier when applied.',
  scope: 'resource',
  run(resource, facts) {
    const first = facts.firstOf.get(resource.id);
    const place = first === undefined ? undefined : facts.resource(first)?.place;
    if (first === undefined || place === undefined || resource.name === '') return [];
    return [
      {
        severity: 'error',
        message: `${facts.nameOf(first)} is already in ${place.file} (document ${place.document + 1}); the later one overwrites it when applied. Rename or delete one of them.`,
        path: ['metadata', 'name'],
      },
    ];
  },
};
