import { describe, expect, it } from 'vitest';
import { shopCatalogue } from '../testing/shopCatalogue.ts';
import { accept, completionAt } from '../testing/typing.ts';

const shop = `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec:
  selector: {app: cart}
  ports:
    - {name: http, port: 8080}
---
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec:
  ports:
    - {name: http, port: 80}
    - {name: grpc, port: 9090}
---
apiVersion: v1
kind: Service
metadata: {name: far, namespace: other}
spec: {ports: [{port: 81}]}
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata: {name: legacy, namespace: shop}
spec: {endpoints: [{fqdn: {hostname: a.example, port: 443}}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, namespace: shop}
spec:
  gatewayClassName: eg
  listeners:
    - {name: http, protocol: HTTP, port: 80}
    - {name: https, protocol: HTTPS, port: 443}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: eg}
spec: {controllerName: x/y}
---
apiVersion: v1
kind: Secret
metadata: {name: web-tls, namespace: shop}
type: kubernetes.io/tls
---
apiVersion: v1
kind: Secret
metadata: {name: password, namespace: shop}
type: Opaque
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: api, namespace: shop}
spec: {secretName: api-tls, dnsNames: [a.example], issuerRef: {name: ca}}
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: ca}
spec: {selfSigned: {}}
---
apiVersion: v1
kind: Namespace
metadata: {name: empty}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  template: {metadata: {labels: {app: cart, tier: web}}}
`;
const world = { catalogue: shopCatalogue, files: { 'shop.yaml': shop } };
const head = (kind: string, apiVersion = 'gateway.networking.k8s.io/v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: new\n  namespace: shop\nspec:\n`;
const route = `${head('HTTPRoute')}  rules:\n    - backendRefs:\n`;
const labels = (marked: string) =>
  completionAt(marked, world)
    .items.filter((each) => each.type === 'reference' || each.type === 'choice')
    .map((each) => each.label);

describe('references', () => {
  it.each([
    ['backends by name', `${route}        - name: |`, ['cart', 'orders', 'legacy', 'far']],
    ['backends as items', `${route}        - |`, ['cart', 'orders', 'legacy', 'far']],
    ['ports of a Service', `${route}        - name: orders\n          port: |`, ['80', '9090']],
    ['ports, the name behind', `${route}        - port: |\n          name: orders`, ['80', '9090']],
    [
      'namespaces that have the target',
      `${route}        - name: far\n          namespace: |`,
      ['other', 'shop', 'empty'],
    ],
    [
      'kinds',
      `${route}        - kind: |\n          name: far`,
      ['Service', 'Backend', 'ServiceImport', 'InferencePool'],
    ],
    ['Gateways', `${head('HTTPRoute')}  parentRefs:\n    - name: |`, ['web', 'cart', 'orders', 'far']],
    [
      'listeners of the Gateway',
      `${head('HTTPRoute')}  parentRefs:\n    - name: web\n      sectionName: |`,
      ['http', 'https'],
    ],
    [
      'listeners in braces',
      `${head('HTTPRoute')}  parentRefs: [{name: web, sectionName: |}]`,
      ['http', 'https'],
    ],
    [
      'TLS Secrets, and those to be made',
      `${head('Gateway')}  listeners:\n    - tls:\n        certificateRefs:\n          - name: |`,
      ['web-tls', 'api-tls'],
    ],
    ['classes', `${head('Gateway')}  gatewayClassName: |`, ['eg']],
    ['issuers', `${head('Certificate', 'cert-manager.io/v1')}  issuerRef:\n    name: |`, ['ca']],
    [
      'the namespace of metadata',
      'apiVersion: v1\nkind: Service\nmetadata:\n  namespace: |',
      ['shop', 'other', 'empty', 'default'],
    ],
    ['scale targets', `${head('ScaledObject', 'keda.sh/v1alpha1')}  scaleTargetRef:\n    name: |`, ['cart']],
    ['labels of pods', `${head('Service', 'v1')}  selector:\n    |`, ['app', 'tier']],
    ['values of a label', `${head('Service', 'v1')}  selector:\n    tier: |`, ['web']],
    [
      'workloads of a kind that declares nothing',
      `${head('Basket', 'shop.example/v1')}  scaleTargetRef:\n    name: |`,
      ['cart'],
    ],
    [
      'Secrets of a kind that declares nothing',
      `${head('Basket', 'shop.example/v1').replace('  namespace: shop\n', '  namespace: shop\n')}  secretName: |`,
      ['web-tls', 'password', 'api-tls'],
    ],
  ])('offer %s', (_, marked, expected) => {
    expect(new Set(labels(marked))).toEqual(new Set(expected));
    expect(labels(marked)[0]).toBe(expected[0]);
  });

  it.each([
    [
      'the port of the Service',
      'cart',
      `${route}        - name: |`,
      `${route}        - name: cart\n          port: 8080|`,
    ],
    [
      'a choice of ports',
      'orders',
      `${route}        - name: |`,
      `${route}        - name: orders\n          port: |80`,
    ],
    [
      'no port that is there',
      'cart',
      `${route}        - name: |\n          port: 1`,
      `${route}        - name: cart|\n          port: 1`,
    ],
    [
      'group and kind',
      'legacy',
      `${route}        - name: |`,
      `${route}        - group: gateway.envoyproxy.io\n          kind: Backend\n          name: legacy|`,
    ],
    [
      'another kind instead of the written',
      'legacy',
      `${route}        - kind: Service\n          name: |`,
      `${route}        - kind: Backend\n          group: gateway.envoyproxy.io\n          name: legacy|`,
    ],
    [
      'the namespace',
      'far',
      `${route}        - name: |`,
      `${route}        - name: far\n          namespace: other\n          port: 81|`,
    ],
    [
      'another namespace instead of the written',
      'far',
      `${route}        - name: |\n          namespace: shop`,
      `${route}        - name: far\n          port: 81|\n          namespace: other`,
    ],
    [
      'a whole item',
      'legacy',
      `${route}        - |`,
      `${route}        - group: gateway.envoyproxy.io\n          kind: Backend\n          name: legacy|`,
    ],
    [
      'an item with its dash',
      'cart',
      `${route}        |`,
      `${route}        - name: cart\n          port: 8080|`,
    ],
    [
      'the first item behind a colon',
      'cart',
      `${route.trimEnd()} |`,
      `${route.trimEnd()}\n        - name: cart\n          port: 8080|`,
    ],
    [
      'all of it in braces',
      'legacy',
      `${head('HTTPRoute')}  rules: [{backendRefs: [{name: |}]}]`,
      `${head('HTTPRoute')}  rules: [{backendRefs: [{group: gateway.envoyproxy.io, kind: Backend, name: legacy|}]}]`,
    ],
    [
      'kind with group',
      'Backend',
      `${route}        - kind: |\n          name: legacy`,
      `${route}        - group: gateway.envoyproxy.io\n          kind: Backend|\n          name: legacy`,
    ],
    [
      'apiVersion and kind of a scale target',
      'cart',
      `${head('Basket', 'shop.example/v1')}  scaleTargetRef:\n    name: |`,
      `${head('Basket', 'shop.example/v1')}  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: cart|`,
    ],
    [
      'the name alone where all else is default',
      'web',
      `${head('HTTPRoute')}  parentRefs:\n    - name: |`,
      `${head('HTTPRoute')}  parentRefs:\n    - name: web|`,
    ],
  ])('write %s', (_, label, marked, after) => {
    expect(accept(marked, label, world)).toBe(after);
  });

  it('say what they lead to', () => {
    const [first] = completionAt(`${route}        - name: |`, world).items;
    expect(first?.detail).toBe('Service');
    expect(first?.doc).toContain('**Service cart** in shop');
    expect(first?.doc).toContain('http');
    const far = completionAt(`${route}        - name: fa|`, world).items[0];
    expect(far?.detail).toBe('Service in other');
  });
});
