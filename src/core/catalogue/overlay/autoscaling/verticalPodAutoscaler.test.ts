import { type SpecCase, testSpecCases } from '../../../../../scripts/testing/specCases.ts';

const scaler = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'autoscaling.k8s.io/v1/VerticalPodAutoscaler',
  spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' }, ...more },
  places,
});
const container = (more: object) => ({
  resourcePolicy: { containerPolicies: [{ containerName: '*', ...more }] },
});
const boost = (cpu: object) => ({ startupBoost: { cpu } });
const policy = 'resourcePolicy.containerPolicies.0';

testSpecCases(
  [
    scaler('the least', {}),
    scaler('no target', { targetRef: undefined }, ['']),
    scaler('a target without a kind', { targetRef: { name: 'shop' } }, ['targetRef']),
    scaler('in place', {
      updatePolicy: { updateMode: 'InPlace', minReplicas: 1, evictAfterOOMSeconds: 600 },
    }),
    scaler('an unknown mode', { updatePolicy: { updateMode: 'Always', evictAfterOOMSeconds: 0 } }, [
      'updatePolicy.updateMode',
      'updatePolicy.evictAfterOOMSeconds',
    ]),
    scaler(
      'bounds',
      container({ minAllowed: { cpu: '100m' }, maxAllowed: { memory: 1 }, oomBumpUpRatio: '1.5' }),
    ),
    scaler('a bound with a space', container({ minAllowed: { cpu: '100 m' } }), [`${policy}.minAllowed.cpu`]),
    scaler(
      'intervals',
      container({ memoryAggregationIntervalCount: 0, memoryAggregationIntervalSeconds: 0 }),
      [`${policy}.memoryAggregationIntervalCount`, `${policy}.memoryAggregationIntervalSeconds`],
    ),
    scaler('twice as much at first', boost({ type: 'Factor', factor: 2, durationSeconds: 30 })),
    scaler('more at first', container(boost({ type: 'Quantity', quantity: '1' }))),
    scaler('more by nothing', boost({ type: 'Factor' }), ['startupBoost.cpu']),
    scaler('more by something else', boost({ type: 'Factor', quantity: '1' }), [
      'startupBoost.cpu',
      'startupBoost.cpu.quantity',
    ]),
    scaler('more by both', container(boost({ type: 'Quantity', quantity: '1', factor: 2 })), [
      `${policy}.startupBoost.cpu.factor`,
    ]),
    scaler('more by an unknown way', boost({ type: 'Percent' }), ['startupBoost.cpu.type']),
    {
      name: 'the least',
      kind: 'autoscaling.k8s.io/v1/VerticalPodAutoscalerCheckpoint',
      spec: { vpaObjectName: 'shop', containerName: 'web' },
      places: [],
    },
  ],
  'vertical-pod-autoscaler-v1.7.1',
);
