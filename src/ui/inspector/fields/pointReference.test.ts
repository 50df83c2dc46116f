import { describe, expect, it } from 'vitest';
import type { AnalysedResource } from '../../../core/analysis.ts';
import type { CardRow, ReferenceDeclaration } from '../../../core/kinds/types.ts';
import { resourceId } from '../../../core/workspace/types.ts';
import { candidatesOf, pointAt, pointAtName } from './pointReference.ts';

function resource(
  group: string,
  kind: string,
  namespace: string,
  name: string,
  rows: Partial<CardRow>[] = [],
) {
  const id = resourceId(group, kind, namespace, name);
  const apiVersion = group === '' ? 'v1' : `${group}/v1`;
  return {
    id,
    group,
    kind,
    namespace,
    name,
    apiVersion,
    summary: { rows, chips: [] },
  } as unknown as AnalysedResource;
}

const route = resource('gw', 'HTTPRoute', 'shop', 'web');
const cart = resource('', 'Service', 'shop', 'cart', [{ port: 80 }, { port: 90 }]);
const pay = resource('', 'Service', 'pay', 'pay', [{ port: 8443 }]);
const external = resource('eg', 'Backend', 'shop', 'external');

const backendRef: ReferenceDeclaration = {
  name: 'backendRef',
  form: 'object',
  path: 'spec.rules[*].backendRefs[*]',
  to: [
    { group: '', kind: 'Service' },
    { group: 'eg', kind: 'Backend' },
  ],
  role: 'sends-to',
  flow: 'forward',
  namespace: 'field',
  has: ['port', 'weight'],
  portRequired: true,
};

const targetRef: ReferenceDeclaration = {
  ...backendRef,
  name: 'targetRef',
  has: ['sectionName'],
  namespace: 'own',
  explicitType: true,
  portRequired: false,
  to: [{ group: 'gw', kind: 'HTTPRoute' }],
};

describe('pointAt', () => {
  it('leaves alone what the declaration does not know as a part of the target', () => {
    const pickerRef = { ...backendRef, name: 'endpointPickerRef', has: [], portRequired: false };
    const old = { name: 'epp', port: { number: 9002 }, failureMode: 'FailOpen' };
    expect(pointAt(pickerRef, route, old, cart)).toEqual({ below: ['name'], value: 'cart' });
    expect(pointAt(pickerRef, route, old, external)).toEqual({
      below: [],
      value: {
        group: 'eg',
        kind: 'Backend',
        name: 'external',
        port: { number: 9002 },
        failureMode: 'FailOpen',
      },
    });
  });

  it('changes the name alone where that is enough', () => {
    expect(pointAt(backendRef, route, { name: 'old', port: 80, weight: 3 }, cart)).toEqual({
      below: ['name'],
      value: 'cart',
    });
  });
  it('takes a port that the target offers and keeps the weight', () => {
    expect(pointAt(backendRef, route, { name: 'old', port: 1234, weight: 3 }, cart)).toEqual({
      below: [],
      value: { name: 'cart', port: 80, weight: 3 },
    });
  });
  it('writes the namespace when it is another', () => {
    expect(pointAt(backendRef, route, undefined, pay)).toEqual({
      below: [],
      value: { name: 'pay', namespace: 'pay', port: 8443 },
    });
  });
  it('drops a namespace and a port that no longer fit, and writes a kind that is not the default', () => {
    const old = { name: 'pay', namespace: 'pay', port: 8443 };
    expect(pointAt(backendRef, route, old, external).value).toEqual({
      group: 'eg',
      kind: 'Backend',
      name: 'external',
      namespace: 'shop',
    });
  });
  it('always writes group and kind where the field wants them', () => {
    expect(pointAt(targetRef, route, undefined, route).value).toEqual({
      group: 'gw',
      kind: 'HTTPRoute',
      name: 'web',
    });
  });
  it('writes a plain name for references that are names', () => {
    const byName: ReferenceDeclaration = { ...backendRef, form: 'name' };
    expect(pointAt(byName, route, 'old', cart)).toEqual({ below: [], value: 'cart' });
  });
});

describe('pointAtName', () => {
  it('keeps what is there, and makes what the field needs', () => {
    expect(pointAtName(backendRef, { name: 'a', port: 80 }, 'b')).toEqual({ below: ['name'], value: 'b' });
    expect(pointAtName(backendRef, undefined, 'b')).toEqual({ below: [], value: { name: 'b' } });
    expect(pointAtName(targetRef, undefined, 'b').value).toEqual({
      group: 'gw',
      kind: 'HTTPRoute',
      name: 'b',
    });
  });
});

describe('candidatesOf', () => {
  it('offers the declared kinds in the namespaces that the reference reaches', () => {
    const all = new Map([route, cart, pay, external].map((one) => [one.id, one]));
    expect(candidatesOf(backendRef, route, all).map(({ name }) => name)).toEqual(['cart', 'pay', 'external']);
    expect(candidatesOf({ ...backendRef, namespace: 'own' }, route, all).map(({ name }) => name)).toEqual([
      'cart',
      'external',
    ]);
    expect(
      candidatesOf({ ...backendRef, namespace: { fixed: 'pay' } }, route, all).map(({ name }) => name),
    ).toEqual(['pay']);
  });
});
