import { describe, expect, it } from 'vitest';
import { triggerProblems } from '../../kinds/keda/triggers/triggerProblems.ts';
import { madeBy, refusedBy } from '../testing/madeBy.property.ts';

const workload = 'apps/Deployment/default/cart';

const cart = `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: default }
spec:
  replicas: 3 # since spring
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers:
        - { name: app, image: example/cart:1, resources: { requests: { cpu: 100m } } }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: default }
spec:
  selector: { app: cart }
  ports: [{ name: web, port: 80 }]
`;

const route = (name: string, rules: string, kind = 'HTTPRoute') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: default }
spec:
  parentRefs: [{ name: edge }]
  rules:
${rules}`;

const toCart = '    - backendRefs: [{ name: cart, port: 80 }]\n';
const elsewhere = '    - backendRefs: [{ name: front, port: 80 }]\n';

const scaler = (kind: string, apiVersion: string, more: string) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: house, namespace: default }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }
${more}`;

const keda = scaler(
  'ScaledObject',
  'keda.sh/v1alpha1',
  "  triggers: [{ type: cpu, metricType: Utilization, metadata: { value: '60' } }]\n",
);
const hpa = scaler('HorizontalPodAutoscaler', 'autoscaling/v2', '  maxReplicas: 4\n');

describe('on request rate', () => {
  const query = (text: string, roles: Readonly<Record<string, string>> = { workload }) => {
    const made = madeBy('scale-on-requests', { text: `${cart}${text}`, roles });
    return (made.spec('ScaledObject/cart', 'triggers') as { metadata: { query: string } }[])[0]?.metadata
      .query;
  };

  it('counts the rules that lead to the workload, as Envoy Gateway names their clusters', () => {
    expect(query(route('shop', `${elsewhere}${toCart}`))).toBe(
      'sum(rate(envoy_cluster_upstream_rq_total{envoy_cluster_name="httproute/default/shop/rule/1"}[2m]))',
    );
  });

  it('counts several routes together, or only the one that is chosen', () => {
    const both = `${route('shop', toCart)}${route('stock', toCart, 'GRPCRoute')}`;
    expect(query(both)).toContain('=~"httproute/default/shop/rule/0|grpcroute/default/stock/rule/0"');
    const only = { workload, route: 'gateway.networking.k8s.io/GRPCRoute/default/stock' };
    expect(query(both, only)).toContain('="grpcroute/default/stock/rule/0"');
  });

  it('finds the workload behind a route', () => {
    const made = madeBy('scale-on-requests', {
      text: `${cart}${route('shop', toCart)}`,
      roles: { route: 'gateway.networking.k8s.io/HTTPRoute/default/shop' },
    });
    expect(made.spec('ScaledObject/cart', 'scaleTargetRef')).toEqual({ name: 'cart' });
    expect(made.texts['a.yaml']).toContain('replicas: 3 # since spring');
  });

  it('is refused where nothing counts, and says what would help', () => {
    expect(refusedBy('scale-on-requests', { text: cart, roles: { workload } })).toMatch(
      /No route sends to Service cart/,
    );
    const [alone = ''] = cart.split('---\n');
    expect(refusedBy('scale-on-requests', { text: alone, roles: { workload } })).toMatch(/No Service sends/);
  });

  it('lets the Prometheus operator collect what the app counts, by a label of its Service', () => {
    const made = madeBy('scale-on-requests', {
      text: cart,
      roles: { workload },
      answers: { measured: 'app', query: 'sum(rate(hits[1m]))' },
    });
    expect(made.value('Service/cart')).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/name': 'cart' } },
    });
    expect(made.spec('ServiceMonitor/cart')).toEqual({
      selector: { matchLabels: { 'app.kubernetes.io/name': 'cart' } },
      endpoints: [{ port: 'web', path: '/metrics' }],
    });
    expect(made.spec('ScaledObject/cart', 'triggers')).toMatchObject([
      { metadata: { query: 'sum(rate(hits[1m]))', threshold: '50' } },
    ]);
  });

  it('leaves the number of pods of a new app to the autoscaler', () => {
    const made = madeBy('scale-on-requests');
    expect(made.spec('Deployment/shop', 'replicas')).toBeUndefined();
    expect(madeBy('right-sizing').spec('Deployment/shop', 'replicas')).toBe(2);
  });

  it('refuses a range that cannot be', () => {
    expect(refusedBy('scale-on-requests', { answers: { least: 9, most: 3 } })).toMatch(
      /At least 9 and at most 3/,
    );
  });
});

describe('a workload that is scaled already', () => {
  it('keeps its ScaledObject, which gets the triggers', () => {
    const made = madeBy('scale-on-schedule', { text: `${cart}${keda}`, roles: { workload } });
    expect(made.names.filter((name) => name.startsWith('ScaledObject'))).toEqual(['ScaledObject/house']);
    expect(made.spec('ScaledObject/house', 'triggers')).toMatchObject([
      { type: 'cpu', metadata: { value: '60' } },
      { type: 'cron', metadata: { desiredReplicas: '6' } },
      { type: 'cpu', metadata: { value: '70' } },
    ]);
  });

  it.each([
    ['scale-on-schedule', hpa, 'HorizontalPodAutoscaler house'],
    ['cpu-autoscaling', hpa, 'HorizontalPodAutoscaler house'],
    ['cpu-autoscaling', keda, 'ScaledObject house'],
  ])('is not scaled a second time by %s', (pattern, text, who) => {
    expect(refusedBy(pattern, { text: `${cart}${text}`, roles: { workload } })).toContain(
      `${who} scales Deployment cart already`,
    );
  });
});

describe('on Kafka lag', () => {
  it('proves who asks by a Secret, as the mechanism wants it', () => {
    const made = madeBy('scale-on-kafka', {
      text: cart,
      roles: { workload },
      answers: { brokers: ['a.kafka:9093', 'b.kafka:9093'] },
    });
    const [trigger] = made.spec('ScaledObject/cart', 'triggers') as unknown[];
    expect(trigger).toMatchObject({
      type: 'kafka',
      metadata: { bootstrapServers: 'a.kafka:9093,b.kafka:9093', sasl: 'scram_sha512', tls: 'enable' },
      authenticationRef: { name: 'cart-kafka' },
    });
    expect(triggerProblems(trigger)).toEqual([]);
    expect(made.spec('TriggerAuthentication/cart-kafka', 'secretTargetRef')).toEqual([
      { parameter: 'username', name: 'cart-kafka', key: 'username' },
      { parameter: 'password', name: 'cart-kafka', key: 'password' },
      { parameter: 'ca', name: 'cart-kafka', key: 'ca.crt' },
    ]);
    expect(Object.keys((made.value('Secret/cart-kafka') as { stringData: object }).stringData)).toEqual([
      'username',
      'password',
      'ca.crt',
    ]);
  });

  it('asks brokers without a login by nothing', () => {
    const made = madeBy('scale-on-kafka', { answers: { authentication: 'none', isWoken: false } });
    expect(made.names).toEqual(['Deployment/orders-consumer', 'ScaledObject/orders-consumer']);
    expect(made.spec('ScaledObject/orders-consumer', 'minReplicaCount')).toBe(1);
  });
});

describe('on schedule plus demand', () => {
  it('is refused for a schedule that is never in force, or asks for too many', () => {
    const same = { start: '0 8 * * *', end: '0 8 * * *' };
    expect(refusedBy('scale-on-schedule', { answers: same })).toMatch(/ends when it starts/);
    expect(refusedBy('scale-on-schedule', { answers: { meanwhile: 30, most: 20 } })).toMatch(
      /asks for 30 pods/,
    );
  });
});

describe('to zero', () => {
  const roles = { route: 'gateway.networking.k8s.io/HTTPRoute/default/shop' };
  const below = (path: string, more = '') =>
    `    - matches: [{ path: { type: PathPrefix, value: ${path} } }]
${more}      backendRefs:
        - name: cart # the cart
          port: 80
          weight: 3
`;

  it('sends what went to the app through the interceptor, and nothing else', () => {
    const made = madeBy('scale-to-zero', {
      text: `${cart}${route('shop', `${below('/cart')}${elsewhere}`)}`,
      roles,
    });
    expect(made.spec('HTTPRoute/shop', 'rules')).toMatchObject([
      {
        backendRefs: [
          { name: 'keda-add-ons-http-interceptor-proxy', namespace: 'keda', port: 8080, weight: 3 },
        ],
      },
      { backendRefs: [{ name: 'front', port: 80 }] },
    ]);
    expect(made.texts['a.yaml']).toContain('# the cart');
    expect(made.spec('HTTPScaledObject/cart')).toMatchObject({
      hosts: ['shop.example.com'],
      pathPrefixes: ['/cart'],
      scaleTargetRef: { kind: 'Deployment', name: 'cart', service: 'cart', port: 80 },
      replicas: { min: 0, max: 10 },
      scaledownPeriod: 300,
    });
    const [grant = ''] = made.names.filter((name) => name.startsWith('ReferenceGrant/keda/'));
    expect(made.spec(grant, 'to')).toMatchObject([{ name: 'keda-add-ons-http-interceptor-proxy' }]);
  });

  it('names no paths where the interceptor would see others', () => {
    const rewrite = '      filters: [{ type: URLRewrite, urlRewrite: { hostname: inner.example.com } }]\n';
    const made = madeBy('scale-to-zero', { text: `${cart}${route('shop', below('/cart', rewrite))}`, roles });
    expect(made.spec('HTTPScaledObject/cart', 'pathPrefixes')).toBeUndefined();
  });

  it('is refused where something else counts the pods', () => {
    const text = `${cart}${keda}${route('shop', below('/cart'))}`;
    expect(refusedBy('scale-to-zero', { text, roles })).toMatch(/ScaledObject house scales/);
  });
});

describe('batch', () => {
  it('runs a Job for each message, which is tried so often and stopped in time', () => {
    const made = madeBy('batch-jobs', { answers: { tries: 4, deadline: '90m', perJob: 2 } });
    expect(made.spec('ScaledJob/report-worker')).toMatchObject({
      minReplicaCount: 0,
      jobTargetRef: { backoffLimit: 3, activeDeadlineSeconds: 5400 },
      triggers: [
        { type: 'rabbitmq', metadata: { value: '2' }, authenticationRef: { name: 'report-worker-queue' } },
      ],
    });
    expect(made.spec('TriggerAuthentication/report-worker-queue', 'secretTargetRef')).toEqual([
      { parameter: 'host', name: 'report-worker-queue', key: 'host' },
    ]);
  });
});

describe('by CPU', () => {
  it('goes up at once and down only after a while', () => {
    const made = madeBy('cpu-autoscaling', {
      text: cart,
      roles: { workload },
      answers: { calm: '2m', cpu: 55 },
    });
    expect(made.spec('HorizontalPodAutoscaler/cart')).toMatchObject({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
      metrics: [{ resource: { name: 'cpu', target: { averageUtilization: 55 } } }],
      behavior: { scaleDown: { stabilizationWindowSeconds: 120 } },
    });
    expect(refusedBy('cpu-autoscaling', { answers: { calm: '2h' } })).toMatch(/an hour is the most/);
  });
});
