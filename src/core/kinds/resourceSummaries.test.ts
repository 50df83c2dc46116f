import { describe, expect, it } from 'vitest';
import { chips, lines, summaryOf } from './testing/summaryOf.ts';

describe('backends and workloads', () => {
  it('Service ports are rows that references by port or name end at', () => {
    const summary = summaryOf(
      'Service',
      `spec:
  ports:
    - { name: http, port: 80, targetPort: 8080 }
    - { name: dns, port: 53, targetPort: 53, protocol: UDP }
    - { port: 9000, targetPort: grpc, appProtocol: kubernetes.io/h2c }
`,
    );
    expect(summary.subtitle).toBe('ClusterIP');
    expect(lines(summary)).toEqual([
      '80 | http | → 8080 | TCP',
      '53 | dns | UDP',
      '9000 | → grpc | TCP [h2c]',
    ]);
    expect(summary.rows[0]).toMatchObject({ section: 'http', port: 80 });
  });

  it('Service types', () => {
    expect(summaryOf('Service', 'spec: { clusterIP: None }').subtitle).toBe('headless');
    expect(summaryOf('Service', 'spec: { type: ExternalName, externalName: api.example.com }').subtitle).toBe(
      'ExternalName api.example.com',
    );
    expect(summaryOf('Service', 'spec: { type: NodePort }').subtitle).toBe('NodePort');
  });

  it('Backend endpoints', () => {
    const summary = summaryOf(
      'Backend',
      `spec:
  endpoints: [{ fqdn: { hostname: a.example.com, port: 443 } }, { ip: { address: 10.0.0.1, port: 80 }, zone: a }, { unix: { path: /run/x.sock } }]
  tls: { wellKnownCACertificates: System }
  appProtocols: [gateway.envoyproxy.io/h2c]
`,
    );
    expect(lines(summary)).toEqual(['a.example.com:443', '10.0.0.1:80 | zone a', '/run/x.sock | socket']);
    expect(chips(summary)).toEqual(['TLS', 'h2c']);
    expect(summary.rows[0]).toMatchObject({ section: '443' });
    expect(summary.rows[0]?.port).toBeUndefined();
  });

  it('Deployment containers', () => {
    const summary = summaryOf(
      'Deployment',
      `spec:
  replicas: 3
  template:
    spec:
      initContainers: [{ name: migrate, image: m:1 }]
      containers:
        - name: api
          image: api:1.4
          ports: [{ containerPort: 8080 }, { containerPort: 9090 }]
          resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }
          readinessProbe: { httpGet: { path: /, port: 8080 } }
`,
    );
    expect(summary.subtitle).toBe('3 replicas');
    expect(lines(summary)).toEqual([
      'migrate | m:1 [init]',
      'api | api:1.4 | :8080, :9090 [100m CPU] [128Mi memory] [probe]',
    ]);
    expect(summaryOf('Deployment', 'spec: {}').subtitle).toBe('1 replica');
  });
});

describe('policies', () => {
  it('BackendTrafficPolicy: a chip for each thing it does, rows with figures', () => {
    const summary = summaryOf(
      'BackendTrafficPolicy',
      `spec:
  targetRefs: [{ group: g, kind: HTTPRoute, name: shop, sectionName: orders }, { group: g, kind: HTTPRoute, name: b }]
  rateLimit:
    global: { rules: [{ limit: { requests: 1, unit: Day }, shadowMode: true }] }
    local: { rules: [{ limit: { requests: 100, unit: Minute }, clientSelectors: [{ headers: [{ name: x-user, type: Distinct }] }] }] }
  retry: { numRetries: 3, retryOn: { triggers: [5xx, retriable-status-codes], httpStatusCodes: [429] }, perRetry: { timeout: 250ms } }
  timeout: { http: { requestTimeout: 10s }, tcp: { connectTimeout: 2s } }
  circuitBreaker: { maxConnections: 100, maxPendingRequests: 5 }
  healthCheck: { active: { type: HTTP, http: { path: /healthz } }, passive: { consecutive5XxErrors: 7 }, panicThreshold: 50 }
  loadBalancer: { type: ConsistentHash, consistentHash: { type: Header, header: { name: x-user } } }
  faultInjection: { delay: { fixedDelay: 2s, percentage: 5 }, abort: { httpStatus: 503 } }
  compression: [{ type: Gzip }, { type: Brotli }]
  telemetry: null
`,
    );
    expect(summary.subtitle).toBe('HTTPRoute shop / orders and 1 more');
    expect(chips(summary)).toEqual([
      'rate limit',
      'retry',
      'timeout',
      'circuit breaker',
      'health check',
      'load balancer',
      'fault',
      'compression',
    ]);
    expect(lines(summary)).toEqual([
      '1 request per day | global [shadow]',
      '100 requests per minute | local | for each x-user',
      '3 retries on 5xx, 429 | 250ms each',
      '10s request timeout',
      '2s connect timeout',
      'at most 100 connections | 5 pending requests',
      'checks HTTP /healthz | every 3s',
      'ejects after 7 × 5xx | for 30s',
      'ConsistentHash | by Header x-user',
      'delay 2s | 5 % of requests',
      'abort 503 | 100 % of requests',
    ]);
    const ids = summary.rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('SecurityPolicy', () => {
    const summary = summaryOf(
      'SecurityPolicy',
      `spec:
  targetSelectors: [{ kind: HTTPRoute, matchLabels: { a: b } }]
  cors: { allowOrigins: ["https://app.example.com"], allowMethods: [GET] }
  extAuth: { grpc: { backendRefs: [{ name: authz, port: 9000 }] }, failOpen: true }
  basicAuth: { users: { name: htpasswd } }
  apiKeyAuth: { credentialRefs: [{ name: keys }], extractFrom: [{ headers: [x-api-key] }] }
  jwt: { providers: [{ name: corp, issuer: "https://auth.example.com", audiences: [web] }] }
  oidc: { provider: { issuer: "https://login.example.com" }, clientID: web }
  authorization: { defaultAction: Deny, rules: [{ name: staff, action: Allow, principal: { clientCIDRs: [10.0.0.0/8] } }] }
`,
    );
    expect(summary.subtitle).toBe('HTTPRoutes by label');
    expect(chips(summary)).toEqual([
      'CORS',
      'ext auth',
      'basic auth',
      'API key',
      'JWT',
      'OIDC',
      'authorization',
    ]);
    expect(lines(summary)).toEqual([
      'CORS for https://app.example.com | GET',
      'asks over gRPC | authz [fails open]',
      'basic auth | secret: htpasswd',
      'API key in x-api-key | secret: keys',
      'JWT corp | https://auth.example.com | for web',
      'OIDC | https://login.example.com | web',
      'Allow staff | 10.0.0.0/8',
      'else Deny',
    ]);
  });

  it('ClientTrafficPolicy', () => {
    const summary = summaryOf(
      'ClientTrafficPolicy',
      `spec:
  targetRef: { group: g, kind: Gateway, name: web }
  tls: { minVersion: "1.2", clientValidation: { caCertificateRefs: [{ name: ca }] } }
  timeout: { http: { requestReceivedTimeout: 30s } }
  connection: { connectionLimit: { value: 1000 } }
  http3: {}
  enableProxyProtocol: false
`,
    );
    expect(summary.subtitle).toBe('Gateway web');
    expect(chips(summary)).toEqual(['mTLS', 'timeout', 'connection limit', 'HTTP/3']);
    expect(lines(summary)).toEqual([
      'TLS 1.2 to newest | clients show a certificate',
      '30s to receive a request',
      'at most 1000 connections',
    ]);
  });

  it('BackendTLSPolicy', () => {
    const summary = summaryOf(
      'BackendTLSPolicy',
      'spec: { targetRefs: [{ kind: Service, name: a, group: "" }], validation: { hostname: a.example.com, caCertificateRefs: [{ name: ca }] } }',
    );
    expect(lines(summary)).toEqual(['verifies a.example.com | CA: ca']);
    expect(summary.subtitle).toBe('Service a');
  });
});

describe('scaling, certificates, grants and configuration', () => {
  it('ScaledObject', () => {
    const summary = summaryOf(
      'ScaledObject',
      `
metadata: { annotations: { autoscaling.keda.sh/paused: "true" } }
spec:
  minReplicaCount: 1
  maxReplicaCount: 10
  triggers:
    - { type: prometheus, metadata: { serverAddress: "http://p", query: "sum(rate(x[1m]))", threshold: "50" } }
    - { type: cpu, metricType: Utilization, metadata: { value: "70" } }
    - { type: unheard-of, metadata: { password: hunter2, depth: "3" }, authenticationRef: { name: creds } }
`,
    );
    expect(summary.subtitle).toBe('1–10 replicas');
    expect(chips(summary)).toEqual(['paused']);
    expect(lines(summary)).toEqual([
      'prometheus | 50 per replica of sum(rate(x[1m]))',
      'cpu | 70 % of the requested CPU',
      'unheard-of | depth 3 [auth]',
    ]);
    expect(summaryOf('ScaledObject', 'spec: {}').subtitle).toBe('0–100 replicas');
  });

  it('Certificate', () => {
    const summary = summaryOf(
      'Certificate',
      'spec: { dnsNames: [a.example.com, b.example.com], secretName: tls, issuerRef: { name: le }, isCA: true, duration: 2160h }',
    );
    expect(summary.subtitle).toBe('issued by le');
    expect(lines(summary)).toEqual(['a.example.com', 'b.example.com']);
    expect(chips(summary)).toEqual(['secret: tls', 'CA', '2160h']);
  });

  it('issuers', () => {
    const acme = summaryOf(
      'ClusterIssuer',
      'spec: { acme: { server: "https://acme-staging-v02.example.org/dir", solvers: [{ http01: { gatewayHTTPRoute: { parentRefs: [{ name: web }] } } }, { dns01: { route53: {} }, selector: { dnsZones: [example.com] } }] } }',
    );
    expect(acme.subtitle).toBe('ACME');
    expect(lines(acme)).toEqual([
      'acme-staging-v02.example.org [staging]',
      'HTTP-01 | through web',
      'DNS-01 route53 | example.com',
    ]);
    expect(summaryOf('Issuer', 'spec: { selfSigned: {} }').subtitle).toBe('Self-signed');
    expect(lines(summaryOf('Issuer', 'spec: { ca: { secretName: root } }'))).toEqual(['CA in root']);
  });

  it('ReferenceGrant', () => {
    const summary = summaryOf(
      'ReferenceGrant',
      'spec: { from: [{ kind: HTTPRoute, namespace: shop }], to: [{ kind: Service, name: cart }, { kind: Secret }] }',
    );
    expect(lines(summary)).toEqual(['HTTPRoute in shop | to Service cart | to Secret (any)']);
  });

  it('Secret shows keys, never values', () => {
    const summary = summaryOf(
      'Secret',
      'type: kubernetes.io/tls\ndata: { tls.crt: c2VjcmV0 }\nstringData: { token: hunter2 }',
    );
    expect(summary.subtitle).toBe('kubernetes.io/tls');
    expect(lines(summary)).toEqual(['tls.crt', 'token']);
  });

  it('ConfigMap, Namespace, GatewayClass, EnvoyProxy, ListenerSet', () => {
    expect(lines(summaryOf('ConfigMap', 'data: { a: "1" }\nbinaryData: { b: AA== }'))).toEqual([
      'a',
      'b | binary',
    ]);
    expect(
      chips(summaryOf('Namespace', 'metadata: { labels: { team: shop, kubernetes.io/metadata.name: x } }')),
    ).toEqual(['team=shop']);
    expect(summaryOf('GatewayClass', 'spec: { controllerName: example.com/c }').subtitle).toBe(
      'example.com/c',
    );
    const proxy = summaryOf(
      'EnvoyProxy',
      'spec: { provider: { kubernetes: { envoyHpa: { minReplicas: 2, maxReplicas: 10 }, envoyService: { type: NodePort, externalTrafficPolicy: Local } } }, telemetry: { tracing: {} } }',
    );
    expect(proxy.subtitle).toBe('2–10 replicas');
    expect(lines(proxy)).toEqual(['NodePort | traffic local']);
    expect(chips(proxy)).toEqual(['tracing']);
    expect(summaryOf('ListenerSet', 'spec: { parentRef: { name: web } }').subtitle).toBe('on Gateway web');
  });
});
