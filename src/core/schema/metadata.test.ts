import { describe, expect, it } from 'vitest';
import type { CatalogueKind } from '../catalogue/catalogue.ts';
import { formatPath } from '../yaml/path.ts';
import { isAccepted, judge } from './judge.ts';
import { kindOf, thing } from './testing/kindOf.ts';

const said = (metadata: unknown, more: Partial<CatalogueKind> = {}) =>
  judge(kindOf({ type: 'object' }, more), thing({}, metadata)).faults.map((fault) => {
    const suggestion =
      fault.fault === 'metadata' && fault.suggestion !== undefined ? ` -> ${fault.suggestion}` : '';
    return `${fault.fault} ${formatPath(fault.path)} ${fault.mark}${suggestion}`;
  });

describe('metadata', () => {
  it('must be there, with a name or the beginning of one', () => {
    const { metadata: _, ...bare } = thing({});
    expect(judge(kindOf({ type: 'object' }), bare).faults).toMatchObject([
      { fault: 'required', field: 'metadata', path: [] },
    ]);
    expect(said({})).toEqual(['required metadata key']);
    expect(said({ name: '' })).toEqual(['required metadata key']);
    expect(said({ generateName: 'it-' })).toEqual([]);
    expect(said({ generateName: 'It-' })).toEqual(['metadata metadata.generateName value -> it']);
  });

  it.each<[string, Partial<CatalogueKind>, string | undefined]>([
    ['a.b-1', {}, undefined],
    ['My_App', {}, 'my-app'],
    ['a.b', { group: '', kind: 'Service' }, 'a-b'],
    ['1a', { group: '', kind: 'Service' }, 'x-1a'],
    ['1a', { group: '', kind: 'Namespace' }, undefined],
    ['a.b', { group: 'apps', kind: 'StatefulSet' }, 'a-b'],
    ['system:Read', { group: 'rbac.authorization.k8s.io', kind: 'Role' }, undefined],
    ['a/b', { group: 'rbac.authorization.k8s.io', kind: 'Role' }, 'a-b'],
    ['a'.repeat(53), { group: 'batch', kind: 'CronJob' }, 'a'.repeat(52)],
  ])('the name %s of %j', (name, kind, suggestion) => {
    expect(said({ name }, kind)).toEqual(
      suggestion === undefined ? [] : [`metadata metadata.name value -> ${suggestion}`],
    );
  });

  it('a namespace is a DNS label, and none on kinds of the whole cluster', () => {
    expect(said({ name: 'it', namespace: 'My.Shop' })).toEqual([
      'metadata metadata.namespace value -> my-shop',
    ]);
    const kind = kindOf({ type: 'object' }, { scope: 'cluster' });
    const verdict = judge(kind, thing({}, { name: 'it', namespace: 'shop' }));
    expect(verdict.faults).toMatchObject([{ fault: 'scope', path: ['metadata', 'namespace'], mark: 'key' }]);
    // The server drops it and goes on.
    expect(isAccepted(verdict)).toBe(true);
  });

  it('labels, annotations and finalizers have names', () => {
    const labels = { ok: 'v', 'a b': 'x', 'Domain.x/y': 'z', bad: 'no spaces' };
    expect(said({ name: 'it', labels })).toEqual([
      'metadata metadata.labels["a b"] key -> a-b',
      'metadata metadata.labels["Domain.x/y"] key -> domain.x/y',
      'metadata metadata.labels.bad value -> no-spaces',
    ]);
    expect(said({ name: 'it', annotations: { 'Domain.x/y': 'any text', 'a/b/c': '' } })).toEqual([
      'metadata metadata.annotations["a/b/c"] key -> a-b/c',
    ]);
    expect(said({ name: 'it', annotations: { a: 'ä'.repeat(131_072) } })).toEqual([
      'metadata metadata.annotations key',
    ]);
    expect(said({ name: 'it', finalizers: ['x.y/z', 'x y'] })).toEqual([
      'metadata metadata.finalizers[1] value -> x-y',
    ]);
  });

  it('has the types of ObjectMeta, whatever the schema says', () => {
    expect(
      said({ name: 'it', labels: { version: 1 }, annotations: { a: null }, creationTimestamp: null }),
    ).toEqual(['type metadata.labels.version value']);
    expect(said({ name: 5 })).toEqual(['type metadata.name value']);
    expect(said('x')).toEqual(['type metadata value']);
    expect(said({ name: 'it', ownerReferences: [{ kind: 'A', name: 'a', apiVersion: 'v1' }] })).toEqual([
      'required metadata.ownerReferences[0] key',
    ]);
  });
});
