import { describe, expect, it } from 'vitest';
import { itemSays, listOf, sectionSays } from './testing/sentenceOf.ts';

describe('matches', () => {
  it.each([
    [
      '{ method: GET, path: { value: /api }, headers: [{ name: x-beta, value: "true" }] }',
      'GET requests under /api with header x-beta = true',
    ],
    ['{ path: { type: PathPrefix, value: / } }', 'Every request'],
    ['{ path: { type: Exact, value: /login } }', 'Requests at /login exactly'],
    [
      '{ path: { type: RegularExpression, value: "/v[0-9]+" }, method: POST }',
      'POST requests with a path like /v[0-9]+',
    ],
    ['{ method: DELETE }', 'DELETE requests'],
    [
      '{ headers: [{ name: a, value: "1" }, { name: b, type: RegularExpression, value: "^2" }], queryParams: [{ name: debug, value: "1" }] }',
      'Requests with header a = 1, header b like ^2 and query parameter debug = 1',
    ],
    ['{}', 'Every request'],
  ])('of HTTP: %s', (yaml, said) => {
    expect(itemSays('HTTPRoute', 'spec.rules[*].matches', yaml)).toBe(said);
  });

  it.each([
    ['{ method: { service: shop.v1.Orders, method: Get } }', 'Calls of shop.v1.Orders/Get'],
    ['{ method: { service: shop.v1.Orders } }', 'Calls of every method of shop.v1.Orders'],
    ['{ method: { method: Get } }', 'Calls of Get in every service'],
    [
      '{ method: { type: RegularExpression, service: "shop.*", method: "Get.*" } }',
      'Calls that match shop.*/Get.*',
    ],
    ['{ headers: [{ name: x-beta, value: "true" }] }', 'Calls with header x-beta = true'],
    ['{}', 'Every call'],
  ])('of gRPC: %s', (yaml, said) => {
    expect(itemSays('GRPCRoute', 'spec.rules[*].matches', yaml)).toBe(said);
  });
});

describe('rules', () => {
  it.each([
    [
      '{ matches: [{ path: { value: /api } }], backendRefs: [{ name: orders, port: 8080 }] }',
      'Requests under /api go to orders:8080',
    ],
    [
      '{ backendRefs: [{ name: v1, weight: 9 }, { name: v2, weight: 1 }] }',
      'Every request goes to 90 % v1 · 10 % v2',
    ],
    [
      '{ matches: [{ path: { value: /a } }, { method: GET, path: { value: /b } }], filters: [{ type: URLRewrite, urlRewrite: { path: { type: ReplacePrefixMatch, replacePrefixMatch: /v2 } } }], backendRefs: [{ name: a }] }',
      'Requests under /a or GET requests under /b go to a (rewrite /v2)',
    ],
    [
      '{ matches: [{ method: GET }, { path: { value: /b } }] }',
      'GET requests or requests under /b have no backend',
    ],
    [
      '{ filters: [{ type: RequestRedirect, requestRedirect: { scheme: https, statusCode: 301 } }] }',
      'Every request gets 301 to https://…',
    ],
    [
      '{ matches: [{ path: { value: /old } }], filters: [{ type: ExtensionRef, extensionRef: { kind: HTTPRouteFilter, name: gone } }] }',
      'Requests under /old are answered by HTTPRouteFilter gone',
    ],
  ])('%s', (yaml, said) => {
    expect(itemSays('HTTPRoute', 'spec.rules', yaml)).toBe(said);
  });

  it('of layer 4 and gRPC', () => {
    expect(itemSays('TCPRoute', 'spec.rules', '{ backendRefs: [{ name: db, port: 5432 }] }')).toBe(
      'All connections go to db:5432',
    );
    expect(itemSays('UDPRoute', 'spec.rules', '{ backendRefs: [{ name: dns, port: 53 }] }')).toBe(
      'All datagrams go to dns:53',
    );
    expect(itemSays('GRPCRoute', 'spec.rules', '{ backendRefs: [{ name: a, port: 9000 }] }')).toBe(
      'Every call goes to a:9000',
    );
  });

  it('attach to listeners, for hosts', () => {
    expect(
      sectionSays(
        'HTTPRoute',
        'Attachment',
        '{ parentRefs: [{ name: web, sectionName: https }], hostnames: [a.example.com] }',
      ),
    ).toBe('Gateway web / https, for a.example.com');
  });
});

describe('filters', () => {
  it.each([
    [
      '{ type: RequestRedirect, requestRedirect: { scheme: https, hostname: www.example.com, port: 8443 } }',
      'Answers 302 to https://www.example.com:8443',
    ],
    [
      '{ type: URLRewrite, urlRewrite: { hostname: a.internal, path: { type: ReplaceFullPath, replaceFullPath: /x } } }',
      'The path becomes /x, the host becomes a.internal',
    ],
    [
      '{ type: RequestHeaderModifier, requestHeaderModifier: { set: [{ name: x-a, value: "1" }], add: [{ name: x-b, value: "2" }], remove: [server] } }',
      'Sets x-a: 1, adds x-b: 2, removes server on the request',
    ],
    [
      '{ type: RequestMirror, requestMirror: { backendRef: { name: b }, percent: 10 } }',
      'Copies 10 % of requests to b',
    ],
    ['{ type: CORS, cors: { allowOrigins: ["https://a.example"] } }', 'Allows pages of https://a.example'],
    ['{ type: ExtensionRef, extensionRef: { kind: HTTPRouteFilter, name: f } }', 'Applies HTTPRouteFilter f'],
    ['{ type: Teleport }', 'Teleport'],
  ])('%s', (yaml, said) => {
    expect(itemSays('HTTPRoute', 'spec.rules[*].filters', yaml)).toBe(said);
  });

  it('begin as one that is not there yet, and mirror when all are', () => {
    const { newItem } = listOf('HTTPRoute', 'spec.rules[*].filters');
    const types: unknown[] = [];
    for (const _ of [1, 2, 3, 4]) types.push(newItem(types));
    expect(types).toMatchObject([
      { type: 'RequestHeaderModifier' },
      { type: 'ResponseHeaderModifier' },
      { type: 'RequestMirror' },
      { type: 'RequestMirror' },
    ]);
  });
});
