import { describe, expect, it } from 'vitest';
import { shopFiles } from '../templates/testing/shopWorkspace.ts';
import { changedLines, id, perform, refusalOf } from './testContext.ts';
import {
  patternArgs as args,
  shopGateway as edge,
  linesOfPattern as lines,
  shopRoute as route,
} from './testPatterns.ts';

const gatewayApi = 'gateway.networking.k8s.io';

describe('what is there is not made twice', () => {
  const policy = `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: SecurityPolicy
metadata:
  name: pages # ours
  namespace: shop
spec:
  targetRefs:
    - group: ${gatewayApi}
      kind: HTTPRoute
      name: shop
  cors:
    allowOrigins: ["*"]
`;
  const files = { ...shopFiles, 'policy.yaml': policy };

  it('a policy that governs the target gets the fields', () => {
    const own = { answers: { audiences: [], header: '' }, roles: { target: route } };
    expect(lines('jwt', own, files)).toEqual([
      '+   # traffic-studio: pattern jwt',
      '+   jwt:',
      '+     providers:',
      '+       # Requests without a valid token of this issuer are answered with 401.',
      '+       - name: main',
      '+         issuer: https://auth.example.com',
      '+         remoteJWKS:',
      '+           uri: https://auth.example.com/.well-known/jwks.json',
    ]);
  });

  it('a field that is there is not replaced', () => {
    expect(refusalOf(files, 'apply-pattern', args('cors', { roles: { target: route } }))).toBe(
      'SecurityPolicy pages sets cors for HTTPRoute shop already. Change it there, or remove it first.',
    );
  });

  it('a policy below one of the Gateway is merged with it', () => {
    const above = policy
      .replace('kind: HTTPRoute', 'kind: Gateway')
      .replace('name: shop\n  cors', 'name: edge\n  cors');
    const { texts } = perform(
      { ...shopFiles, 'policy.yaml': above },
      'apply-pattern',
      args('jwt', { roles: { target: route } }),
    );
    expect(Object.values(texts).join('\n')).toMatch(
      /name: shop\n {2}# What .*\n {2}mergeType: StrategicMerge\n {2}jwt:/,
    );
  });

  it('addresses are added to an allow-list that is there', () => {
    const guarded = policy.replace(
      '  cors:\n    allowOrigins: ["*"]\n',
      '  authorization:\n    defaultAction: Deny\n    rules:\n      - name: office # Berlin\n        action: Allow\n        principal:\n          clientCIDRs: [192.0.2.0/24]\n',
    );
    const answers = { ranges: ['10.0.0.0/8'] };
    expect(
      lines('ip-allow-list', { answers, roles: { target: route } }, { ...files, 'policy.yaml': guarded }),
    ).toEqual([
      '+       # traffic-studio: pattern ip-allow-list',
      '+       - name: known-networks',
      '+         action: Allow',
      '+         principal:',
      '+           clientCIDRs:',
      '+             - 10.0.0.0/8',
    ]);
  });

  it('routes move to HTTPS when HTTP is redirected, each by the line that names its listener', () => {
    const open = (shopFiles['shop.yaml'] ?? '').replace(
      '    - name: edge\n      sectionName: secure\n',
      '    - name: edge\n',
    );
    const changed = lines(
      'https-redirect',
      { roles: { gateway: edge } },
      { ...shopFiles, 'shop.yaml': open },
    );
    expect(changed).toEqual(['+       sectionName: secure']);
  });

  it('a redirect that is there is enough', () => {
    const { texts } = perform(
      shopFiles,
      'apply-pattern',
      args('https-redirect', { roles: { gateway: edge } }),
    );
    const again = perform(texts, 'apply-pattern', args('https-redirect', { roles: { gateway: edge } }));
    expect(again.change.files).toEqual([]);
  });

  it('a Certificate goes over to the new issuer and keeps its Secret', () => {
    const changed = lines('tls-http01', {
      answers: { hostname: 'pay.example.net' },
      roles: { gateway: edge },
    });
    expect(changed.filter((line) => !line.includes('traffic-studio'))).toEqual([
      '-   issuerRef: {kind: Issuer, name: house}',
      '+   issuerRef: {kind: ClusterIssuer, name: letsencrypt}',
      '+     - pay.example.net',
    ]);
  });

  it('an ACME issuer gets one more solver, for its names only', () => {
    const { texts } = perform(shopFiles, 'apply-pattern', args('tls-http01', { roles: { gateway: edge } }));
    const path = Object.keys(texts).find((each) => each.startsWith('clusterissuer')) ?? '';
    const more = perform(
      texts,
      'apply-pattern',
      args('tls-dns01', { answers: { provider: 'route53' }, roles: { gateway: edge } }),
    );
    expect(changedLines(texts[path] ?? '', more.texts[path] ?? '')).toEqual([
      '+       # traffic-studio: pattern tls-dns01',
      '+       # No key is kept anywhere: the pods of cert-manager take on this role.',
      '+       - dns01:',
      '+           route53:',
      '+             region: eu-central-1',
      '+             role: arn:aws:iam::123456789012:role/cert-manager',
      '+         selector:',
      '+           dnsNames:',
      '+             - "*.example.com"',
    ]);
  });

  it('a listener is opened to the namespace of the routes', () => {
    const roles = { gateway: edge, service: id('/Service/payments/pay') };
    expect(lines('path-rewrite', { roles, namespace: 'payments' })).toEqual([
      '+     allowedRoutes:',
      '+       namespaces:',
      '+         from: Selector',
      '+         selector:',
      '+           matchExpressions:',
      '+           - key: kubernetes.io/metadata.name',
      '+             operator: In',
      '+             values:',
      '+             - shop',
      '+             - payments',
    ]);
  });

  it('the configuration of the controller gets what it lacks', () => {
    const config = `apiVersion: v1
kind: ConfigMap
metadata:
  name: envoy-gateway-config
  namespace: envoy-gateway-system
data:
  envoy-gateway.yaml: |
    # ours
    kind: EnvoyGateway
    logging: { level: { default: info } }
`;
    const answers = { redis: 'redis.data:6379' };
    const changed = lines(
      'global-rate-limit',
      { answers, roles: { target: route } },
      { ...shopFiles, 'eg.yaml': config },
    );
    expect(changed).toEqual([
      '+     rateLimit:',
      '+       backend:',
      '+         type: Redis',
      '+         redis:',
      '+           url: redis.data:6379',
    ]);
  });

  it('a provider of tokens comes beside the one that is there', () => {
    const { texts } = perform(shopFiles, 'apply-pattern', args('jwt', { roles: { target: route } }));
    const other = { audiences: [], header: '', provider: 'partners' };
    expect(lines('jwt', { answers: other, roles: { target: route } }, texts)).toEqual([
      '+       - name: partners',
      '+         issuer: https://auth.example.com',
      '+         remoteJWKS:',
      '+           uri: https://auth.example.com/.well-known/jwks.json',
    ]);
    expect(refusalOf(texts, 'apply-pattern', args('jwt', { roles: { target: route } }))).toBe(
      'SecurityPolicy shop has a provider main already. Change it there, or choose another Name of the provider.',
    );
  });

  it('settings beside others of the same field are added to them', () => {
    const clients = `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: ClientTrafficPolicy
metadata: { name: clients, namespace: shop }
spec:
  targetRefs: [{ group: ${gatewayApi}, kind: Gateway, name: edge }]
  tls:
    minVersion: "1.2" # audited
`;
    const only = { 'shop.yaml': shopFiles['shop.yaml'] ?? '', 'clients.yaml': clients };
    const own = { answers: { authority: 'own' }, roles: { gateway: edge } };
    expect(lines('client-mtls', own, only)).toEqual([
      '+     clientValidation:',
      '+       caCertificateRefs:',
      '+         - kind: ConfigMap',
      '+           name: client-ca',
    ]);
  });

  it('the shares of a canary that is there are changed', () => {
    const roles = { route, stable: id('/Service/shop/cart'), canary: id('/Service/shop/spare') };
    const { texts } = perform(shopFiles, 'apply-pattern', args('canary', { roles }));
    expect(lines('canary', { roles, answers: { percent: 50 } }, texts)).toEqual([
      '-           weight: 90',
      '+           weight: 50',
      '-           weight: 10',
      '+           weight: 50',
    ]);
  });

  it('a mirror that is there is not doubled', () => {
    const roles = { route, service: id('/Service/shop/cart'), mirror: id('/Service/shop/spare') };
    const { texts } = perform(shopFiles, 'apply-pattern', args('request-mirroring', { roles }));
    expect(refusalOf(texts, 'apply-pattern', args('request-mirroring', { roles }))).toBe(
      'HTTPRoute shop copies requests to Service spare already. Change that filter.',
    );
  });
});

describe('a redirect to HTTPS', () => {
  const routeFor = (name: string) => `---
apiVersion: ${gatewayApi}/v1
kind: HTTPRoute
metadata:
  name: ${name}
spec:
  parentRefs:
    - name: two
  hostnames: [${name}.example.com]
`;
  const listener = (name: string, port: number, hostname: string) => `    - name: ${name}
      protocol: HTTPS
      port: ${port}
      hostname: "${hostname}"
      tls: { certificateRefs: [{ name: x }] }
`;
  const gatewayOf = (...listeners: readonly string[]) => `apiVersion: ${gatewayApi}/v1
kind: Gateway
metadata:
  name: two
spec:
  gatewayClassName: eg
  listeners:
    - name: http
      protocol: HTTP
      port: 80
${listeners.join('')}`;
  const redirect = args('https-redirect', { roles: { gateway: id(`${gatewayApi}/Gateway/default/two`) } });

  it('names the listener for the host of each route, else the port that several share', () => {
    const text = `${gatewayOf(listener('a', 443, 'a.example.com'), listener('b', 443, 'b.example.com'), listener('all', 443, '*.example.com'))}${routeFor('a')}${routeFor('c')}`;
    const after = perform({ 'a.yaml': text }, 'apply-pattern', redirect).texts['a.yaml'] ?? '';
    expect(changedLines(text, after).slice(0, 2)).toEqual(['+       port: 443', '+       sectionName: all']);
  });

  it('says the port where it is not that of HTTPS', () => {
    const text = gatewayOf(listener('a', 8443, 'shop.example.com'));
    const after = perform({ 'a.yaml': text }, 'apply-pattern', redirect).texts['a.yaml'] ?? '';
    expect(after).toContain('scheme: https\n            port: 8443\n');
  });
});

describe('other ways to write YAML', () => {
  const flow = `{ apiVersion: ${gatewayApi}/v1, kind: HTTPRoute, metadata: { name: r }, spec: { rules: [ { backendRefs: [ { name: a, port: 80 } ] } ] } }
`;
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [{ port: 80 }] }\n';
  const roles = { route: id(`${gatewayApi}/HTTPRoute/default/r`) };

  it('a document in braces gets what it lacks, without the comments that cannot stand there', () => {
    const files = { 'a.yaml': flow, 'b.yaml': service };
    const { texts } = perform(files, 'apply-pattern', args('canary', { roles }));
    expect(texts['a.yaml']).toBe(
      flow.replace(
        '{ name: a, port: 80 }',
        '{ name: a, port: 80, weight: 90 }, {name: a-canary, port: 80, weight: 10}',
      ),
    );
  });

  it('an item of a List is edited in its place', () => {
    const item = shopFiles['shop.yaml']
      ?.split('---\n')
      .find((each) => each.includes('kind: HTTPRoute'))
      ?.replace(/^/gm, '    ')
      .replace('    apiVersion', '  - apiVersion');
    const text = `apiVersion: v1\nkind: List\nitems:\n${item?.trimEnd()}\n`;
    const files = { ...shopFiles, 'shop.yaml': text };
    const changed = lines('canary', { roles: { route, canary: id('/Service/shop/spare') } }, files);
    expect(changed).toEqual([
      '+               weight: 90',
      '+             # traffic-studio: pattern canary',
      '+             # Raise this share step by step, and lower the other by as much.',
      '+             - name: spare',
      '+               port: 80',
      '+               weight: 10',
    ]);
  });
});
