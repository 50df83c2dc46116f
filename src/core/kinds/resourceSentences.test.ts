import { describe, expect, it } from 'vitest';
import { itemSays, sectionSays } from './testing/sentenceOf.ts';

describe('gateways, backends and proxies', () => {
  it.each([
    [
      '{ protocol: HTTP, port: 80, allowedRoutes: { namespaces: { from: Same } } }',
      'HTTP on port 80 for any host, routes of its own namespace',
    ],
    [
      '{ protocol: HTTPS, port: 443, hostname: "*.example.com", tls: { certificateRefs: [{ name: web-tls }] }, allowedRoutes: { namespaces: { from: All } } }',
      'HTTPS on port 443 for *.example.com, TLS ends here with web-tls, routes of all namespaces',
    ],
    [
      '{ protocol: TLS, port: 8443, tls: { mode: Passthrough } }',
      'TLS on port 8443 for any host, TLS goes through unopened',
    ],
    [
      '{ protocol: TCP, port: 5432, allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { team: web } } } } }',
      'TCP on port 5432, routes of namespaces with team=web',
    ],
  ])('listener %s', (yaml, said) => {
    expect(itemSays('Gateway', 'spec.listeners', yaml)).toBe(said);
  });

  it.each([
    [
      'Gateway',
      'Listener sets',
      '{ allowedListeners: { namespaces: { from: All } } }',
      'Listener sets of all namespaces',
    ],
    [
      'Gateway',
      'Client certificates',
      '{ tls: { frontend: { default: { validation: { caCertificateRefs: [{ name: ca }] } } } } }',
      'Clients must show a certificate signed by ca',
    ],
    [
      'Backend',
      'Endpoints',
      '{ endpoints: [{ fqdn: { hostname: a.example.com, port: 443 } }, { unix: { path: /run/x.sock } }] }',
      'a.example.com:443 and /run/x.sock',
    ],
    [
      'Backend',
      'TLS',
      '{ tls: { sni: a.example.com, wellKnownCACertificates: System } }',
      'Certificate of a.example.com checked by System CAs',
    ],
    [
      'BackendTLSPolicy',
      'Validation',
      '{ validation: { hostname: a.example.com, wellKnownCACertificates: System } }',
      'Verifies a.example.com, System CAs',
    ],
    [
      'EnvoyProxy',
      'Proxies',
      '{ provider: { kubernetes: { envoyDeployment: { replicas: 2, container: { resources: { requests: { cpu: 250m, memory: 256Mi } } } } } } }',
      '2 replicas, asks for 250m CPU, 256Mi memory',
    ],
    [
      'EnvoyProxy',
      'Autoscaling',
      '{ provider: { kubernetes: { envoyHpa: { maxReplicas: 10, metrics: [{ resource: { name: cpu, target: { averageUtilization: 70 } } }] } } } }',
      '1–10 replicas, at 70 % cpu',
    ],
    [
      'EnvoyProxy',
      'Access logs',
      '{ telemetry: { accessLog: { settings: [{ sinks: [{ type: File, file: { path: /dev/stdout } }, { type: OpenTelemetry, openTelemetry: { host: otel } }] }] } } }',
      'Access log: file /dev/stdout, OpenTelemetry to otel',
    ],
    [
      'EnvoyProxy',
      'Tracing',
      '{ telemetry: { tracing: { samplingRate: 10, provider: { type: Zipkin, backendRefs: [{ name: zipkin }] } } } }',
      'Tracing: Zipkin to zipkin, 10 % of requests',
    ],
  ])('%s: %s of %s', (kind, title, spec, said) => {
    expect(sectionSays(kind, title, spec)).toBe(said);
  });

  it('grants', () => {
    expect(itemSays('ReferenceGrant', 'spec.from', '{ kind: HTTPRoute, namespace: shop }')).toBe(
      'HTTPRoute in shop',
    );
    expect(itemSays('ReferenceGrant', 'spec.to', '{ kind: Secret }')).toBe('Secret (any)');
  });
});

describe('certificates and issuers', () => {
  it.each([
    [
      'Certificate',
      '{ dnsNames: [shop.example.com], renewBefore: 720h }',
      'For shop.example.com, renewed 30 days before it ends',
    ],
    [
      'Certificate',
      '{ dnsNames: [a.example.com, b.example.com], issuerRef: { name: le } }',
      'For a.example.com and b.example.com, issued by le',
    ],
    ['Certificate', '{}', undefined],
    [
      'Lifetime',
      '{ duration: 2160h, renewBeforePercentage: 33 }',
      'Valid for 90 days, renewed when 33 % of its life is left',
    ],
    ['Lifetime', '{ duration: 36h }', 'Valid for 36 hours'],
    ['Lifetime', '{ renewal: { policy: Disabled } }', 'Not renewed'],
    [
      'Private key',
      '{ privateKey: { algorithm: ECDSA, size: 256, rotationPolicy: Always } }',
      'ECDSA 256, a new one with every renewal',
    ],
  ])('%s of %s', (title, spec, said) => {
    expect(sectionSays('Certificate', title, spec)).toBe(said);
  });

  it.each([
    ['{ selfSigned: {} }', 'Self-signed'],
    ['{ ca: { secretName: root } }', 'CA, CA in root'],
    [
      '{ acme: { server: "https://acme-v02.api.letsencrypt.org/directory", solvers: [{ http01: { gatewayHTTPRoute: { parentRefs: [{ name: web }] } } }] } }',
      'ACME, acme-v02.api.letsencrypt.org, HTTP-01 through web',
    ],
  ])('issuer %s', (spec, said) => {
    expect(sectionSays('Issuer', 'Signing', spec)).toBe(said);
  });

  it('solvers', () => {
    expect(
      itemSays(
        'ClusterIssuer',
        'spec.acme.solvers',
        '{ dns01: { route53: {} }, selector: { dnsZones: [example.com] } }',
      ),
    ).toBe('DNS-01 route53, example.com');
  });
});
