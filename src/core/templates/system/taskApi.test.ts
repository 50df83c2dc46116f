import { describe, expect, it } from 'vitest';
import { testContext } from '../../actions/testContext.ts';
import { madeBy } from '../testing/madeBy.property.ts';

describe('the whole Task API', () => {
  const made = madeBy('task-api');

  it('has each of the nine steps, and one policy of a kind for its route', () => {
    expect(made.names).toEqual([
      'GatewayClass/eg',
      'Gateway/task-api',
      'ClusterIssuer/letsencrypt',
      'Certificate/tasks',
      'Service/task-api',
      'Deployment/task-api',
      'PodDisruptionBudget/task-api',
      'Service/task-api-v2',
      'Deployment/task-api-v2',
      'PodDisruptionBudget/task-api-v2',
      'HTTPRoute/task-api',
      'HTTPRoute/task-api-redirect',
      'SecurityPolicy/task-api',
      'BackendTrafficPolicy/task-api',
      'PodMonitor/envoy-gateway-system/envoy-proxies',
      'ScaledObject/task-api',
      'ScaledObject/task-api-v2',
    ]);
    expect(Object.keys(made.spec('BackendTrafficPolicy/task-api') as object)).toEqual([
      'targetRefs',
      'timeout',
      'retry',
      'circuitBreaker',
      'healthCheck',
      'rateLimit',
    ]);
  });

  it('refers to nothing that nobody makes, but for the Prometheus it asks', () => {
    const { edges } = testContext(made.texts).analysis;
    const open = [...edges.values()].filter(({ state }) => state === 'missing');
    expect([...new Set(open.map(({ to }) => to))]).toEqual(['/Service/monitoring/prometheus-operated']);
  });

  it('proves its host by the Gateway itself, and serves it with what was signed', () => {
    expect(made.spec('ClusterIssuer/letsencrypt', 'acme', 'solvers')).toEqual([
      {
        http01: {
          gatewayHTTPRoute: { parentRefs: [{ kind: 'Gateway', name: 'task-api', namespace: 'default' }] },
        },
      },
    ]);
    const { secretName } = made.spec('Certificate/tasks') as { secretName: string };
    expect(made.spec('Gateway/task-api', 'listeners')).toMatchObject([
      { name: 'http', port: 80 },
      { name: 'https', port: 443, tls: { certificateRefs: [{ name: secretName }] } },
    ]);
    expect(made.spec('HTTPRoute/task-api', 'parentRefs')).toEqual([
      { name: 'task-api', sectionName: 'https' },
    ]);
  });

  it('has a path for each version, and shares the next one out', () => {
    const shared = madeBy('task-api', { answers: { share: 25, path: '/' } });
    expect(shared.spec('HTTPRoute/task-api', 'rules')).toMatchObject([
      { matches: [{ path: { value: '/api/v1' } }], backendRefs: [{ name: 'task-api' }] },
      {
        matches: [{ path: { value: '/api/v2' } }],
        backendRefs: [
          { name: 'task-api', weight: 75 },
          { name: 'task-api-v2', weight: 25 },
        ],
      },
    ]);
  });

  it('counts users by what their checked token says', () => {
    const rule = { clientSelectors: [{ headers: [{ name: 'x-user-id', type: 'Distinct' }] }] };
    expect(made.spec('SecurityPolicy/task-api', 'jwt', 'providers')).toMatchObject([
      { audiences: ['https://tasks.example.com'], claimToHeaders: [{ claim: 'sub', header: 'x-user-id' }] },
    ]);
    expect(made.spec('BackendTrafficPolicy/task-api', 'rateLimit', 'local', 'rules')).toMatchObject([
      rule,
      {},
    ]);
    const counted = madeBy('task-api', { answers: { counted: 'global' } });
    expect(counted.spec('BackendTrafficPolicy/task-api', 'rateLimit', 'global', 'rules')).toMatchObject([
      rule,
    ]);
    expect(counted.names).toContain('Deployment/redis-system/redis');
  });
});
