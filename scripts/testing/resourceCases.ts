import { expect, test } from 'vitest';
import type { CatalogueKind } from '../../src/core/catalogue/catalogue.ts';
import { judge } from '../../src/core/schema/judge.ts';
import { readCatalogue } from '../catalogue/loadPacks.ts';

/** What the server says of a whole resource, as it is made or, with `old`, as it is changed. */
export interface ResourceCase {
  readonly name: string;
  readonly resource: { readonly apiVersion: string; readonly kind: string };
  readonly old?: unknown;
  /** Where faults are: `spec.ports.0.name`. None when the server takes it. */
  readonly places: readonly string[];
  /** Part of what the first fault says. */
  readonly says?: string;
}

/** Tests of the server's own kinds: each case by the built-in catalogue, with the exact places. */
export function testResourceCases(cases: readonly ResourceCase[]): void {
  const catalogue = readCatalogue();
  const kindOf = ({ apiVersion, kind }: ResourceCase['resource']): CatalogueKind => {
    const [version = '', group = ''] = apiVersion.split('/').reverse();
    const found = catalogue.find(group, version, kind);
    if (found.state !== 'known')
      throw new Error(`The catalogue has no ${apiVersion} ${kind}: ${found.state}.`);
    return found.kind;
  };
  test.each(cases)('$resource.kind: $name', ({ resource, old, places, says }) => {
    const { faults } = judge(
      kindOf(resource),
      withoutUndefined(resource),
      old === undefined ? {} : { old: withoutUndefined(old), operation: 'update' },
    );
    expect(faults.map(({ path }) => path.join('.')).sort()).toEqual([...places].sort());
    if (says !== undefined)
      expect(faults[0] !== undefined && 'message' in faults[0] ? faults[0].message : '').toContain(says);
  });
}

/** In a case, `undefined` takes a field away from what is spread before it. */
function withoutUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
