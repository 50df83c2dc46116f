import { describe, expect, it } from 'vitest';
import { changedLines, id, linesChangedBy, perform } from './testContext.ts';

const policy = `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata:
  name: limits
spec:
  # what it governs
  targetRefs:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      name: shop
  loadBalancer:
    type: ConsistentHash # sticky
    consistentHash:
      type: SourceIP
  retry:
    numRetries: 2
  timeout:
    http:
      requestTimeout: 5s
`;
const of = id('gateway.envoyproxy.io/BackendTrafficPolicy/default/limits');

describe('choose', () => {
  it('sets the word, takes away what belonged to the member before, and keeps comments', () => {
    const lines = linesChangedBy(policy, 'choose', {
      id: of,
      path: ['spec', 'loadBalancer'],
      label: 'Round robin',
      by: 'type',
      word: 'RoundRobin',
      others: ['consistentHash'],
    });
    expect(lines).toEqual([
      '-     type: ConsistentHash # sticky',
      '-     consistentHash:',
      '-       type: SourceIP',
      '+     type: RoundRobin # sticky',
    ]);
  });

  it('begins the chosen member with its value, and leaves one that is there already', () => {
    const args = {
      id: of,
      path: ['spec', 'loadBalancer'],
      label: 'Consistent hash',
      by: 'type',
      word: 'ConsistentHash',
      key: 'consistentHash',
      value: { type: 'Cookie' },
      others: [],
    };
    expect(linesChangedBy(policy, 'choose', args)).toEqual([]);
    const plain = policy.replace('    consistentHash:\n      type: SourceIP\n', '');
    expect(linesChangedBy(plain, 'choose', args)).toEqual(['+     consistentHash:', '+       type: Cookie']);
  });

  it('replaces a value that members share', () => {
    const trigger = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: s}
spec:
  triggers:
    - type: cpu
      metricType: Utilization
      metadata:
        value: '70'
`;
    const { texts } = perform({ 'a.yaml': trigger }, 'choose', {
      id: id('keda.sh/ScaledObject/default/s'),
      path: ['spec', 'triggers', 0],
      label: 'Cron',
      by: 'type',
      word: 'cron',
      key: 'metadata',
      value: { timezone: 'UTC' },
      others: ['metadata', 'metricType'],
    });
    expect(changedLines(trigger, texts['a.yaml'] ?? '')).toEqual([
      '-     - type: cpu',
      '-       metricType: Utilization',
      '+     - type: cron',
      "-         value: '70'",
      '+         timezone: UTC',
    ]);
  });
});

describe('clear-fields', () => {
  it('takes several fields in one step, with the maps that are left empty', () => {
    const { texts, change } = perform({ 'a.yaml': policy }, 'clear-fields', {
      id: of,
      paths: [
        ['spec', 'retry', 'numRetries'],
        ['spec', 'timeout', 'http', 'requestTimeout'],
        ['spec', 'absent'],
      ],
      label: 'retries and timeouts',
    });
    expect(change.label).toBe('Remove retries and timeouts of BackendTrafficPolicy limits');
    expect(texts['a.yaml']).toBe(policy.slice(0, policy.indexOf('  retry:')));
  });
});
