import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import { pathKey } from '../../core/forms/fieldPath.ts';
import { resourceId } from '../../core/workspace/types.ts';
import { relationsOf } from './relationsOf.ts';

const analysis = analyse([
  {
    path: 'all.yaml',
    text: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
spec:
  rules:
    - backendRefs:
        - name: cart
          port: 80
    - backendRefs:
        - name: cart
          port: 80
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata:
  name: limits
  namespace: shop
spec:
  targetRefs:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      name: web
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  ports:
    - port: 80
`,
  },
]);

describe('relationsOf', () => {
  it('tells policies from other users, each once', () => {
    const web = relationsOf(analysis, resourceId('gateway.networking.k8s.io', 'HTTPRoute', 'shop', 'web'));
    expect(web.governedBy.map(({ name }) => name)).toEqual(['limits']);
    expect(web.usedBy).toEqual([]);
    expect([...web.held.keys()]).toEqual([
      pathKey(['spec', 'rules', 0, 'backendRefs', 0]),
      pathKey(['spec', 'rules', 1, 'backendRefs', 0]),
    ]);
    const cart = relationsOf(analysis, resourceId('', 'Service', 'shop', 'cart'));
    expect(cart.usedBy.map(({ name, references }) => [name, references])).toEqual([['web', ['backendRef']]]);
  });
});
