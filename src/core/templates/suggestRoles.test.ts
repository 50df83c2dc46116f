import { describe, expect, it } from 'vitest';
import { testContext } from '../actions/testContext.ts';
import type { ResourceId } from '../workspace/types.ts';
import { patternOf } from './registry.ts';
import { suggestRoles } from './suggestRoles.ts';
import { shopFiles } from './testing/shopWorkspace.ts';

const gatewayApi = 'gateway.networking.k8s.io';
const route = `${gatewayApi}/HTTPRoute/shop/shop`;
const edge = `${gatewayApi}/Gateway/shop/edge`;

function suggest(id: string, selection: readonly string[], files = shopFiles) {
  const pattern = patternOf(id);
  if (pattern === undefined) throw new Error(`no pattern ${id}`);
  return suggestRoles(pattern, selection as readonly ResourceId[], testContext(files).analysis);
}

describe('suggestRoles', () => {
  it('takes what is selected, and what it is connected to', () => {
    expect(suggest('canary', [route])).toEqual({ route, stable: '/Service/shop/cart', gateway: edge });
    expect(suggest('cors', [route])).toEqual({ target: route });
    expect(suggest('cors', [edge])).toEqual({ target: edge });
  });

  it('gives each role another resource, in the order of the selection', () => {
    expect(suggest('canary', ['/Service/shop/front', '/Service/shop/spare'])).toEqual({
      route,
      stable: '/Service/shop/front',
      canary: '/Service/shop/spare',
      gateway: edge,
    });
  });

  it('walks from a workload up to its route and on to the Gateway', () => {
    expect(suggest('canary', ['apps/Deployment/shop/front'])).toEqual({
      route,
      stable: '/Service/shop/front',
      gateway: edge,
    });
  });

  it('walks from a policy to what it governs', () => {
    const policy = `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: SecurityPolicy
metadata: { name: shop, namespace: shop }
spec:
  targetRefs: [{ group: ${gatewayApi}, kind: HTTPRoute, name: shop }]
`;
    const id = 'gateway.envoyproxy.io/SecurityPolicy/shop/shop';
    expect(suggest('jwt', [id], { ...shopFiles, 'policy.yaml': policy })).toEqual({ target: route });
  });

  it('does not turn back: the routes of others at a Gateway are not those of a route', () => {
    // The cart stands behind an HTTPRoute and a GRPCRoute; nothing leads from the Gateway to their backends.
    const lonely = `apiVersion: ${gatewayApi}/v1
kind: HTTPRoute
metadata: { name: lonely, namespace: shop }
spec:
  parentRefs: [{ name: edge }]
  rules:
    - filters:
        - type: RequestRedirect
          requestRedirect: { hostname: a.example.com }
`;
    const id = `${gatewayApi}/HTTPRoute/shop/lonely`;
    expect(suggest('canary', [id], { ...shopFiles, 'lonely.yaml': lonely })).toEqual({
      route: id,
      gateway: edge,
    });
  });

  it('leaves it to the user where several are as near', () => {
    const second = (shopFiles['shop.yaml'] ?? '')
      .split('---\n')
      .find((each) => each.includes('kind: HTTPRoute'))
      ?.replace('name: shop # public', 'name: other');
    const files = { ...shopFiles, 'second.yaml': second ?? '' };
    expect(suggest('canary', [edge], files).route).toBeUndefined();
    expect(suggest('canary', [edge]).route).toBe(route);
  });

  it('suggests nothing for nothing, nor what does not parse', () => {
    expect(suggest('canary', [])).toEqual({});
    expect(suggest('canary', ['/Service/shop/none'])).toEqual({});
  });
});
