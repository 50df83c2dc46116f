import { describe, expect, it } from 'vitest';
import { itemSays, sectionSays } from './testing/sentenceOf.ts';

describe('traffic', () => {
  it.each([
    [
      '{ limit: { requests: 100, unit: Minute }, clientSelectors: [{ headers: [{ name: x-user-id, type: Distinct }] }] }',
      '100 requests per minute for each x-user-id',
    ],
    [
      '{ limit: { requests: 1, unit: Day }, shadowMode: true }',
      '1 request per day, counted but not enforced',
    ],
    [
      '{ limit: { requests: 10, unit: Second }, clientSelectors: [{ methods: [{ value: POST, invert: true }], path: { value: /api }, sourceCIDR: { type: Distinct, value: 0.0.0.0/0 } }] }',
      '10 requests per second for not POST, /api and each address of 0.0.0.0/0',
    ],
  ])('rate limit %s', (yaml, said) => {
    expect(itemSays('BackendTrafficPolicy', 'spec.rateLimit.global.rules', yaml)).toBe(said);
  });

  it.each([
    [
      'Retry',
      '{ retry: { numRetries: 3, retryOn: { triggers: [5xx, reset] }, perRetry: { timeout: 250ms } } }',
      '3 retries on 5xx, reset, 250ms each',
    ],
    [
      'Timeouts',
      '{ timeout: { http: { requestTimeout: 10s }, tcp: { connectTimeout: 2s } } }',
      '10s request timeout; 2s connect timeout',
    ],
    [
      'Circuit breaker',
      '{ circuitBreaker: { maxConnections: 100, maxPendingRequests: 5 } }',
      'At most 100 connections, 5 pending requests',
    ],
    [
      'Health check',
      '{ healthCheck: { active: { type: HTTP, http: { path: /healthz } }, passive: { consecutive5XxErrors: 7 } } }',
      'Checks HTTP /healthz, every 3s; ejects after 7 × 5xx, for 30s',
    ],
    [
      'Load balancer',
      '{ loadBalancer: { type: ConsistentHash, consistentHash: { type: Header, header: { name: x-user } } } }',
      'ConsistentHash, by Header x-user',
    ],
    [
      'Fault injection',
      '{ faultInjection: { delay: { fixedDelay: 2s, percentage: 5 } } }',
      'Delay 2s, 5 % of requests',
    ],
    ['Compression', '{ compressor: [{ type: Gzip }, { type: Brotli }] }', 'Compression: Gzip, Brotli'],
    [
      'Bandwidth limit',
      '{ bandwidthLimit: { response: { limit: { value: 10Mi, unit: Second } } } }',
      'Bandwidth limit: 10Mi per second from backends',
    ],
    [
      'Response override',
      '{ responseOverride: [{ match: { statusCodes: [{ type: Range, range: { start: 500, end: 599 } }] }, response: { statusCode: 503 } }] }',
      'Response override: 500–599 becomes 503',
    ],
    [
      'TCP keepalive',
      '{ tcpKeepalive: { probes: 3, idleTime: 60s } }',
      'Keepalive: 3 probes, after 60s idle',
    ],
    ['Rate limit', '{ retry: {} }', undefined],
  ])('%s of %s', (title, spec, said) => {
    expect(sectionSays('BackendTrafficPolicy', title, spec)).toBe(said);
  });

  it.each([
    ['TLS', '{ tls: { minVersion: "1.2" } }', 'TLS 1.2 to newest'],
    [
      'Client certificates',
      '{ tls: { clientValidation: { caCertificateRefs: [{ name: corp-ca }] } } }',
      'Clients must show a certificate signed by corp-ca',
    ],
    [
      'Client certificates',
      '{ tls: { clientValidation: { mode: RequireAny, caCertificateRefs: [{ name: corp-ca }] } } }',
      'Clients must show a certificate, which is not checked',
    ],
    [
      'Connections',
      '{ connection: { connectionLimit: { value: 1000 }, bufferLimit: 50Mi } }',
      'At most 1000 connections; 50Mi buffer',
    ],
    [
      'Client address',
      '{ clientIPDetection: { xForwardedFor: { numTrustedHops: 2 } } }',
      'Client IP: X-Forwarded-For, 2 trusted hops',
    ],
    [
      'Client address',
      '{ clientIPDetection: { xForwardedFor: { trustedCIDRs: [10.0.0.0/8] } } }',
      'Client IP: X-Forwarded-For from 10.0.0.0/8',
    ],
    ['HTTP/3 and gRPC-Web', '{ http3: {} }', 'HTTP/3'],
  ])('of clients: %s of %s', (title, spec, said) => {
    expect(sectionSays('ClientTrafficPolicy', title, spec)).toBe(said);
  });
});

describe('security', () => {
  it.each([
    [
      '{ action: Allow, principal: { clientCIDRs: [10.0.0.0/8], jwt: { provider: a, scopes: ["orders:read"] } } }',
      'Allow 10.0.0.0/8 with scope orders:read',
    ],
    [
      '{ action: Deny, principal: { jwt: { claims: [{ name: role, values: [guest, bot] }] } }, operation: { methods: [POST, DELETE], path: { value: /admin } } }',
      'Deny requests with role=guest|bot for POST or DELETE under /admin',
    ],
    [
      '{ action: Allow, principal: { clientIPGeoLocations: [{ country: CH }, { country: AT }], headers: [{ name: x-user, values: [me] }] } }',
      'Allow requests from CH or AT with header x-user=me',
    ],
    ['{ action: Deny, cel: "true" }', 'Deny requests with a CEL expression'],
    ['{ principal: {} }', 'No action for requests'],
  ])('authorization rule %s', (yaml, said) => {
    expect(itemSays('SecurityPolicy', 'spec.authorization.rules', yaml)).toBe(said);
  });

  it.each([
    [
      'Authorization',
      '{ authorization: { defaultAction: Deny, rules: [{ name: staff, action: Allow, principal: { clientCIDRs: [10.0.0.0/8] } }] } }',
      'Allow staff, 10.0.0.0/8; else Deny',
    ],
    [
      'JWT',
      '{ jwt: { providers: [{ name: corp, issuer: "https://auth.example.com", audiences: [web] }] } }',
      'JWT corp, https://auth.example.com, for web',
    ],
    [
      'External authorization',
      '{ extAuth: { grpc: { backendRefs: [{ name: authz }] }, failOpen: true } }',
      'Asks over gRPC, authz, fails open',
    ],
    ['CORS', '{ cors: { allowOrigins: ["*"], allowMethods: [GET] } }', 'CORS for any origin, GET'],
    [
      'API keys',
      '{ apiKeyAuth: { credentialRefs: [{ name: keys }], extractFrom: [{ headers: [x-api-key] }] } }',
      'API key in x-api-key, secret: keys',
    ],
  ])('%s of %s', (title, spec, said) => {
    expect(sectionSays('SecurityPolicy', title, spec)).toBe(said);
  });

  it('targets', () => {
    expect(
      sectionSays('SecurityPolicy', 'Targets', '{ targetRefs: [{ kind: HTTPRoute, name: shop }] }'),
    ).toBe('HTTPRoute shop');
    expect(
      itemSays('SecurityPolicy', 'spec.targetSelectors', '{ kind: Gateway, matchLabels: { team: web } }'),
    ).toBe('Gateways with team=web');
  });
});
