import { isRecord } from '../workspace/readDocument.ts';
import { withheldPlaceholder } from '../workspace/withholdSecrets.ts';
import type { ResourceCheck } from './types.ts';

export const withheldSecret: ResourceCheck = {
  code: 'TS017',
  name: 'withheld-secret',
  reason:
    'Secret values are not kept between sessions without consent; applying the placeholder would overwrite the real value.',
  scope: 'resource',
  run(resource) {
    if (resource.kind !== 'Secret' || resource.group !== '') return [];
    return ['data', 'stringData'].flatMap((field) => {
      const values = resource.value[field];
      if (!isRecord(values)) return [];
      return Object.keys(values)
        .filter((key) => values[key] === withheldPlaceholder)
        .map((key) => ({
          severity: 'error' as const,
          message: `The value of ${key} was not kept, because Secret values are stored only with your consent. Enter it again before you apply.`,
          path: [field, key],
        }));
    });
  },
};
