import { isRecord } from '../workspace/readDocument.ts';
import type { ResourceCheck } from './types.ts';

export const missingName: ResourceCheck = {
  code: 'TS011',
  name: 'missing-name',
  reason: 'The API server refuses a resource without a name.',
  scope: 'resource',
  run(resource) {
    const { metadata } = resource.value;
    if (resource.name !== '' || (isRecord(metadata) && typeof metadata.generateName === 'string')) return [];
    return [
      {
        severity: 'error',
        message: `This ${resource.kind} has no name. Set metadata.name.`,
        path: isRecord(metadata) ? ['metadata'] : ['kind'],
        mark: 'key',
      },
    ];
  },
};
