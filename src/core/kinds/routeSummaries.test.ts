import { describe, expect, it } from 'vitest';
import { lines, summaryOf } from './testing/summaryOf.ts';

describe('listeners', () => {
  const summary = summaryOf(
    'Gateway',
    `
spec:
  gatewayClassName: eg
  listeners:
    - { name: http, protocol: HTTP, port: 80 }
    - name: https
      protocol: HTTPS
      port: 443
      hostname: '*.example.com'
      tls: { certificateRefs: [{ name: web-tls }, { name: old-tls }] }
      allowedRoutes: { namespaces: { from: All } }
    - { name: sni, protocol: TLS, port: 8443, tls: { mode: Passthrough } }
    - { name: db, protocol: TCP, port: 5432 }
`,
  );

  it('say protocol, port, host, certificates and name', () => {
    expect(summary.subtitle).toBe('eg');
    expect(lines(summary)).toEqual([
      'HTTP 80 | any host | http',
      'HTTPS 443 | *.example.com | cert: web-tls, old-tls | https [terminate] [all namespaces]',
      'TLS 8443 | any host | sni [passthrough]',
      'TCP 5432 | db',
    ]);
  });

  it('can be referred to by name and by port', () => {
    expect(summary.rows[1]).toMatchObject({
      id: 'listeners/https',
      path: ['spec', 'listeners', 1],
      section: 'https',
      port: 443,
    });
  });

  it('keep different ids when two have the same name', () => {
    const { rows } = summaryOf(
      'Gateway',
      'spec: { listeners: [{ name: a, port: 1 }, { name: a, port: 2 }, { port: 3 }] }',
    );
    expect(rows.map(({ id }) => id)).toEqual(['listeners/a', 'listeners/#1', 'listeners/2']);
  });
});

describe('HTTPRoute rules', () => {
  const rule = (yaml: string) => lines(summaryOf('HTTPRoute', `spec: { rules: [${yaml}] }`))[0];

  it.each([
    ['{ backendRefs: [{ name: a }] }', 'any request | a'],
    [
      '{ matches: [{ method: GET, path: { value: /api/v2 } }], backendRefs: [{ name: a, port: 80 }] }',
      'GET /api/v2 | a:80',
    ],
    ['{ matches: [{ path: { type: Exact, value: /exact } }], backendRefs: [{ name: a }] }', '= /exact | a'],
    [
      '{ matches: [{ path: { type: RegularExpression, value: "/v[0-9]+" } }], backendRefs: [{ name: a }] }',
      '~ /v[0-9]+ | a',
    ],
    ['{ matches: [{ method: POST }], backendRefs: [{ name: a }] }', 'POST | a'],
    [
      '{ matches: [{ path: { value: /a }, headers: [{ name: x-beta, value: "true" }], queryParams: [{ name: q, value: "1" }] }], backendRefs: [{ name: a }] }',
      '/a | x-beta=true | ?q=1 | a',
    ],
    [
      '{ matches: [{ headers: [{ name: x-v, type: RegularExpression, value: "^2" }] }], backendRefs: [{ name: a }] }',
      'any path | x-v~^2 | a',
    ],
    [
      '{ matches: [{ method: GET, path: { value: /a } }, { path: { value: /b }, headers: [{ name: x, value: y }] }], backendRefs: [{ name: a }] }',
      'GET /a or /b (x=y) | a',
    ],
    [
      '{ matches: [{ headers: [{ name: x, value: y }] }, { headers: [{ name: x, value: z }] }], backendRefs: [{ name: a }] }',
      'x=y or x=z | a',
    ],
    ['{ matches: [{}], backendRefs: [{ name: a }] }', 'any request | a'],
    ['{ matches: [{ path: { value: / } }] }', '/ | no backend'],
  ])('%s', (yaml, expected) => {
    expect(rule(yaml)).toBe(expected);
  });

  it.each([
    ['[{ name: a, weight: 90 }, { name: b, weight: 10 }]', '90 % a · 10 % b'],
    ['[{ name: a }, { name: b }, { name: c }]', '33.3 % a · 33.3 % b · 33.3 % c'],
    ['[{ name: a, weight: 0 }, { name: b, weight: 0 }]', '0 % a · 0 % b'],
    ['[{ name: a, weight: 3 }, { name: b }]', '75 % a · 25 % b'],
    ['[{ name: a, weight: 0 }]', 'a (weight 0)'],
  ])('shares of %s', (backends, expected) => {
    expect(rule(`{ backendRefs: ${backends} }`)).toBe(`any request | ${expected}`);
  });

  it.each([
    ['{ type: RequestRedirect, requestRedirect: { scheme: https, statusCode: 301 } }', 'redirect 301 https'],
    [
      '{ type: RequestRedirect, requestRedirect: { hostname: www.example.com } }',
      'redirect 302 www.example.com',
    ],
    [
      '{ type: URLRewrite, urlRewrite: { path: { type: ReplacePrefixMatch, replacePrefixMatch: /v2 } } }',
      'rewrite /v2',
    ],
    ['{ type: RequestRedirect, requestRedirect: { port: 8443 } }', 'redirect 302 :8443'],
    ['{ type: URLRewrite, urlRewrite: { hostname: a.internal } }', 'rewrite a.internal'],
    ['{ type: RequestHeaderModifier, requestHeaderModifier: { add: [{ name: x-a, value: "1" }] } }', '+x-a'],
    ['{ type: RequestHeaderModifier, requestHeaderModifier: { remove: [x-a] } }', '−x-a'],
    [
      '{ type: ResponseHeaderModifier, responseHeaderModifier: { set: [{ name: x-a, value: "1" }, { name: x-b, value: "2" }] } }',
      'response +x-a +1',
    ],
    ['{ type: RequestMirror, requestMirror: { backendRef: { name: b }, percent: 10 } }', 'mirror 10 %'],
    [
      '{ type: RequestMirror, requestMirror: { backendRef: { name: b }, fraction: { numerator: 1, denominator: 3 } } }',
      'mirror 33.3 %',
    ],
    ['{ type: RequestMirror, requestMirror: { backendRef: { name: b } } }', 'mirror'],
    ['{ type: CORS, cors: { allowOrigins: ["https://a.example"] } }', 'CORS'],
    ['{ type: ExtensionRef, extensionRef: { group: g, kind: HTTPRouteFilter, name: f } }', 'extension'],
    ['{ type: ExternalAuth, externalAuth: { protocol: GRPC, backendRef: { name: f } } }', 'ext auth'],
    ['{ type: Teleport }', 'Teleport'],
  ])('filter %s', (filter, expected) => {
    const [row] = summaryOf('HTTPRoute', `spec: { rules: [{ filters: [${filter}] }] }`).rows;
    expect(row?.chips[0]?.text).toBe(expected);
  });

  it('miss no backend where a filter answers', () => {
    expect(rule('{ filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }] }')).toBe(
      'any request [redirect 302 https]',
    );
  });

  it('tell which backend a filter is for', () => {
    const [row] = summaryOf(
      'HTTPRoute',
      'spec: { rules: [{ backendRefs: [{ name: b, filters: [{ type: CORS, cors: { allowOrigins: ["*"] } }] }] }] }',
    ).rows;
    expect(row?.chips).toEqual([{ text: 'CORS', detail: 'allows pages of any origin, only for b' }]);
  });

  it('show timeouts and retries, and can be targeted by name', () => {
    const { rows, subtitle } = summaryOf(
      'HTTPRoute',
      `spec:
  hostnames: [a.example.com, b.example.com, c.example.com]
  rules:
    - name: slow
      timeouts: { request: 10s, backendRequest: 3s }
      retry: { attempts: 3, codes: [502, 503] }
      backendRefs: [{ name: a }]
`,
    );
    expect(subtitle).toBe('a.example.com, b.example.com and 1 more');
    expect(rows[0]).toMatchObject({ id: 'rules/slow', path: ['spec', 'rules', 0], section: 'slow' });
    expect(rows[0]?.chips).toEqual([
      { text: '10s timeout', detail: 'for the whole request' },
      { text: '3s per try', detail: 'for a single request to the backend' },
      { text: '3 retries', detail: 'on 502, 503' },
    ]);
  });
});

describe('other routes', () => {
  it('gRPC rules say service and method', () => {
    const summary = summaryOf(
      'GRPCRoute',
      `spec:
  rules:
    - { matches: [{ method: { service: shop.v1.Orders, method: Get } }], backendRefs: [{ name: a, port: 9000 }] }
    - { matches: [{ method: { service: shop.v1.Orders } }, { method: { method: List } }], backendRefs: [{ name: a }] }
    - { backendRefs: [{ name: a }] }
`,
    );
    expect(lines(summary)).toEqual([
      'shop.v1.Orders/Get | a:9000',
      'shop.v1.Orders/* or */List | a',
      'any call | a',
    ]);
  });

  it('routes of layer 4 say what they take', () => {
    const rules =
      'rules: [{ backendRefs: [{ name: a, port: 1, weight: 1 }, { name: b, port: 1, weight: 1 }] }]';
    const tls = summaryOf('TLSRoute', `spec: { hostnames: [a.example.com], ${rules} }`);
    expect(tls.subtitle).toBe('a.example.com');
    expect(lines(tls)).toEqual(['all connections | 50 % a · 50 % b']);
    expect(lines(summaryOf('UDPRoute', `spec: { ${rules} }`))).toEqual(['all datagrams | 50 % a · 50 % b']);
  });
});
