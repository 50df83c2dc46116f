import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import { kinds } from '../../core/kinds/registry.ts';
import { resourceId } from '../../core/workspace/types.ts';
import { listTargets } from './listTargets.ts';
import { rankKinds } from './rankKinds.ts';
import { referencesTo } from './referencesTo.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const text = `apiVersion: ${gatewayApi}/v1
kind: Gateway
metadata:
  name: edge
  namespace: shop
spec:
  gatewayClassName: eg
  listeners:
    - name: http
      protocol: HTTP
      port: 80
    - name: https
      protocol: HTTPS
      port: 443
---
apiVersion: ${gatewayApi}/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
spec:
  rules:
    - name: all
      backendRefs:
        - name: cart
          port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector:
    app: cart
  ports:
    - name: http
      port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: pay
  namespace: money
spec:
  ports:
    - name: http
      port: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  template:
    metadata:
      labels:
        app: cart
`;
const analysis = analyse([{ path: 'all.yaml', text }]);
const web = resourceId(gatewayApi, 'HTTPRoute', 'shop', 'web');

describe('listTargets', () => {
  const { legal, others, illegal } = listTargets(analysis, { id: web, row: 'rules/all' });
  it('says what will be written, those in the chosen row first', () => {
    expect(legal[0]).toMatchObject({
      name: 'pay',
      writes: 'backendRef, port 8080, needs a grant',
      needsGrant: true,
    });
    expect(legal.map(({ name, part, writes }) => [name, part, writes])).toContainEqual([
      'edge',
      'HTTP 80',
      'parentRef, section http',
    ]);
  });
  it('keeps unlikely references between the same cards apart', () => {
    expect(legal.some(({ name, reference }) => name === 'pay' && reference === 'parentRef')).toBe(false);
    expect(others.some(({ name, reference }) => name === 'pay' && reference === 'parentRef')).toBe(true);
  });
  it('gives the reason for what cannot be', () => {
    const deployment = illegal.find(({ kind }) => kind === 'Deployment');
    expect(deployment?.reason).toMatch(/Deployment/);
  });
  it('has a key of its own for every entry', () => {
    const keys = [...legal, ...others, ...illegal].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('is empty when the card is gone', () => {
    const gone = resourceId(gatewayApi, 'HTTPRoute', 'shop', 'gone');
    expect(listTargets(analysis, { id: gone })).toEqual({ legal: [], others: [], illegal: [] });
  });
});

describe('rankKinds', () => {
  it('puts first what the row would hold, then what connects, then the rest with the reason', () => {
    const choices = rankKinds(kinds, '', analysis, { id: web, row: 'rules/all' });
    expect(choices[0]).toMatchObject({ definition: { kind: 'Service' }, connectsAs: 'backendRef' });
    const connected = choices.findLastIndex(({ connectsAs }) => connectsAs !== undefined);
    const alone = choices.findIndex(({ connectsAs }) => connectsAs === undefined);
    expect(connected).toBeLessThan(alone);
    expect(choices[alone]?.reason).toBeTruthy();
    expect(choices).toHaveLength(kinds.length);
  });
  it('finds by abbreviation', () => {
    expect(rankKinds(kinds, 'hr', analysis, undefined)[0]?.definition.kind).toBe('HTTPRoute');
  });
});

describe('referencesTo', () => {
  it('lists references by name from outside, not labels that select', () => {
    const cart = resourceId('', 'Service', 'shop', 'cart');
    expect(referencesTo(analysis, [cart]).map(({ holder, path }) => [holder, path])).toEqual([
      ['HTTPRoute web', 'spec.rules[0].backendRefs[0]'],
    ]);
    expect(referencesTo(analysis, [cart, web])).toEqual([]);
    expect(referencesTo(analysis, [resourceId('apps', 'Deployment', 'shop', 'cart')])).toEqual([]);
  });
});
