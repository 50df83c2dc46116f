/*
 * A whole traffic stack authored with the mouse and forms alone, nothing typed into the editor: the workflow that platform
 * teams write down in nine steps. The first and the eighth of them install software; the other seven are below.
 */
import { expect, test } from './support/studio.ts';

test('the full traffic stack, step by step, with mouse and forms only', async ({ studio }) => {
  test.setTimeout(240_000);
  await studio.openEmpty();
  const { inspector } = studio;
  await inspector.open();
  /** What was made last is selected: its form is open. */
  const rename = async (kind: string, name: string) => {
    await inspector.fill('Name', name);
    await expect(studio.card(`${kind}/${name}`)).toBeVisible();
  };

  await test.step('2. GatewayClass and Gateway', async () => {
    await studio.palette.add('GatewayClass');
    await rename('GatewayClass', 'envoy-gateway');
    await studio.palette.add('Gateway');
    await rename('Gateway', 'task-api-gateway');
    const https = await inspector.addItem('Listeners', 'listener');
    await inspector.fill('Name', 'https', https);
    await inspector.choose('Protocol', 'HTTPS', https);
    await inspector.fill('Port', '443', https);
    await inspector.fill('Hostname', 'api.example.com', https);
    await studio.expectEdge('Gateway/task-api-gateway', 'gatewayClassName', 'GatewayClass/envoy-gateway');
  });

  await test.step('3. Services and the HTTPRoute', async () => {
    for (const name of ['task-api', 'task-api-v1', 'task-api-v2']) {
      await studio.palette.add('Service');
      await rename('Service', name);
      const port = await inspector.item('Ports', 1);
      await inspector.fill('Port', '8000', port);
    }
    await studio.palette.add('Deployment');
    await rename('Deployment', 'task-api');
    await studio.fit();
    await studio.connect('Service/task-api').to('Deployment/task-api');
    await studio.fit();
    await studio.palette.drag('HTTPRoute').to('Gateway/task-api-gateway');
    await rename('HTTPRoute', 'task-api-route');
    await inspector.type('Hostnames', ['api.example.com']);
    const paths = [
      ['/api/v1/tasks', 'PathPrefix', ['task-api']],
      ['/health', 'Exact', ['task-api']],
      ['/api/v2/tasks', 'PathPrefix', ['task-api-v1', 'task-api-v2']],
    ] as const;
    for (const [index, [path, type, backends]] of paths.entries()) {
      const rule = index === 0 ? await inspector.item('Rules', 1) : await inspector.addItem('Rules', 'rule');
      const matches = rule.getByRole('list', { name: 'Matches' });
      const match =
        (await matches.count()) > 0
          ? await inspector.item('Matches', 1, rule)
          : await inspector.addItem('Matches', 'match', rule);
      await inspector.choose('Path match', type, match);
      await inspector.fill('Path', path, match);
      const list = rule.getByRole('group', { name: 'Backends' });
      for (const [position, backend] of backends.entries()) {
        const there = list.getByRole('textbox', { name: `Backends ${position + 1}`, exact: true });
        const label = (await there.count()) > 0 ? `Backends ${position + 1}` : 'Add to backends';
        await inspector.refer(label, new RegExp(`^${backend}(?![-\\w])`), list);
      }
    }
    const split = await inspector.item('Rules', 3);
    await inspector.fill('Weight of task-api-v1', '90', split);
    await inspector.fill('Weight of task-api-v2', '10', split);
    const { value } = await studio.resource('HTTPRoute/task-api-route');
    expect(value).toHaveProperty('spec.rules[2].backendRefs', [
      { name: 'task-api-v1', port: 8000, weight: 90 },
      { name: 'task-api-v2', port: 8000, weight: 10 },
    ]);
    await expect(split.locator(':scope > div').first()).toContainText('/api/v2/tasks');
  });

  await test.step('4. and 5. Rate limits, retries, circuit breaking', async () => {
    await studio.fit();
    await studio.palette.drag('BackendTrafficPolicy').to('HTTPRoute/task-api-route');
    const [name] = await studio.names('BackendTrafficPolicy');
    await studio.policy(`BackendTrafficPolicy/${name}`).click();
    await inspector.press('Remove rate limit', inspector.section('Rate limit'));
    const limits = await inspector.add('Rate limit');
    const users = await inspector.addItem('Global limits', 'limit', limits);
    const who = await inspector.addItem('Counts requests with', 'selector', users);
    const header = await inspector.item('Headers', 1, who);
    await inspector.fill('Name', 'x-user-id', header);
    await inspector.fill('Requests', '100', users);
    await inspector.choose('Per', 'Minute', users);
    await inspector.type('Retry on', ['5xx'], inspector.section('Retry'));
    await inspector.fill('Retries', '3', inspector.section('Retry'));
    const breaker = await inspector.add('Circuit breaker');
    await inspector.fill('Most connections', '100', breaker);
    await inspector.fill('Most pending requests', '50', breaker);
    const health = await inspector.add('Health check');
    await inspector.toggle('Active checks', health);
    await inspector.fill('Path', '/health', health);
    await inspector.fill('Every', '10s', health);
    const { value } = await studio.resource(`BackendTrafficPolicy/${name}`);
    expect(value).toMatchObject({
      spec: {
        rateLimit: {
          global: {
            rules: [
              {
                limit: { requests: 100, unit: 'Minute' },
                clientSelectors: [{ headers: [{ name: 'x-user-id', type: 'Distinct' }] }],
              },
            ],
          },
        },
        retry: { numRetries: 3 },
        circuitBreaker: { maxConnections: 100, maxPendingRequests: 50 },
        healthCheck: { active: { type: 'HTTP', interval: '10s', http: { path: '/health' } } },
      },
    });
    await expect(limits).toContainText('100 requests per minute');
  });

  await test.step('6. TLS with cert-manager', async () => {
    await studio.palette.add('ClusterIssuer');
    await rename('ClusterIssuer', 'letsencrypt-prod');
    await inspector.fill('Email', 'admin@example.com');
    await studio.palette.add('Certificate');
    await rename('Certificate', 'api-tls');
    await inspector.refer('Issued by', /letsencrypt-prod/);
    await inspector.fill('Kept in Secret', 'web-tls');
    await inspector.type('DNS names', ['api.example.com']);
    await studio.expectEdge('Certificate/api-tls', 'issuerRef', 'ClusterIssuer/letsencrypt-prod');
    // The listener's Secret is made now: nothing is missing any more.
    await studio.expectEdge(
      'Gateway/task-api-gateway#listeners/https',
      'certificateRef',
      'Secret/web-tls',
      'made',
    );
  });

  await test.step('7. JWT', async () => {
    await studio.fit();
    await studio.palette.drag('SecurityPolicy').to('HTTPRoute/task-api-route');
    const [name] = await studio.names('SecurityPolicy');
    await studio.policy(`SecurityPolicy/${name}`).click();
    const provider = await inspector.item('Providers', 1);
    await inspector.fill('Name', 'tenant', provider);
    await inspector.fill('Issuer', 'https://tenant.example.com/', provider);
    await inspector.fill('Key set (JWKS) at', 'https://tenant.example.com/.well-known/jwks.json', provider);
    const claim = await inspector.addItem('Claims to headers', 'claim', provider);
    await inspector.fill('Claim', 'sub', claim);
    await inspector.fill('Header', 'x-user-id', claim);
    const { value } = await studio.resource(`SecurityPolicy/${name}`);
    expect(value).toMatchObject({
      spec: {
        jwt: { providers: [{ name: 'tenant', claimToHeaders: [{ claim: 'sub', header: 'x-user-id' }] }] },
      },
    });
  });

  await test.step('9. Scaling on requests and on lag', async () => {
    await studio.fit();
    await studio.palette.drag('ScaledObject').to('Deployment/task-api');
    await rename('ScaledObject', 'task-api-scaler');
    await inspector.fill('Most replicas', '20');
    const first = await inspector.item('Triggers', 1);
    await inspector.choose('Scales on', 'Prometheus', first);
    await inspector.fill('Prometheus server', 'http://prometheus.monitoring.svc:9090', first);
    await inspector.write('Query', 'sum(rate(http_requests_total[1m]))', first);
    const second = await inspector.addItem('Triggers', 'trigger');
    await inspector.choose('Scales on', 'Apache Kafka', second);
    await inspector.fill('Consumer group', 'task-processors', second);
    await inspector.fill('Topic', 'task-events', second);
    const { value } = await studio.resource('ScaledObject/task-api-scaler');
    expect(value).toMatchObject({
      spec: {
        maxReplicaCount: 20,
        triggers: [
          { type: 'prometheus', metadata: { query: 'sum(rate(http_requests_total[1m]))' } },
          { type: 'kafka', metadata: { consumerGroup: 'task-processors', topic: 'task-events' } },
        ],
      },
    });
  });

  expect((await studio.findings('error')).map(({ message }) => message)).toEqual([]);
});
