import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../scripts/catalogue/loadPacks.ts';
import { analyse } from '../analyse.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import type { GroupKind } from '../workspace/types.ts';
import { kinds } from './registry.ts';

const catalogue = new Catalogue({ ...loadPacks(), crds: [], channel: 'standard' });

describe('templates of new resources', () => {
  it.each(kinds.map((definition) => [definition.kind, definition] as const))(
    'the API server takes a new %s as it is',
    (_kind, definition) => {
      const first = (...wanted: readonly GroupKind[]) =>
        wanted[0] === undefined
          ? undefined
          : {
              ...wanted[0],
              namespace: 'shop',
              name: 'cart',
              ...(wanted[0].kind === 'Service' ? { port: 80 } : {}),
            };
      for (const pick of [() => undefined, first]) {
        const namespace = definition.scope === 'cluster' ? '' : 'shop';
        const text = definition.template({ name: definition.baseName, namespace, pick });
        const { findings, resources } = analyse([{ path: 'new.yaml', text }], { judging: { catalogue } });
        expect(resources.size).toBe(1);
        expect(findings.filter(({ fault }) => fault !== undefined)).toEqual([]);
      }
    },
  );
});
