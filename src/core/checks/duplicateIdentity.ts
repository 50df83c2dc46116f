import type { ResourceCheck } from './types.ts';

export const duplicateIdentity: ResourceCheck = {
  code: 'TS010',
  name: 'duplicate-identity',
  reason:
    'Of two resources with one kind, namespace and name the later overwrites the earlier when applied, and kustomize refuses both.',
  scope: 'resource',
  run(resource, facts) {
    const id = facts.firstOf(resource.id);
    const first = id === undefined ? undefined : facts.resource(id);
    if (first === undefined || resource.name === '') return [];
    const where = `${first.place.file} (document ${first.place.document + 1})`;
    const isEqual = JSON.stringify(first.value) === JSON.stringify(resource.value);
    const message = isEqual
      ? `${facts.nameOf(first.id)} is already in ${where}, with the same content. One of them can go.`
      : `${facts.nameOf(first.id)} is already in ${where}; the later one overwrites it when applied. Rename or delete one of them.`;
    return [{ severity: isEqual ? 'info' : 'warning', message, path: ['metadata', 'name'] }];
  },
};
