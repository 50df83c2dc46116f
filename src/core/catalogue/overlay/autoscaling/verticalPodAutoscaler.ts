/**
 * The pack of the Vertical Pod Autoscaler: what a container may ask for, learnt from what it uses. It promises what
 * the CRDs of the release refuse; what its admission webhook refuses is not here.
 */
import type { PackKind } from '../../pack.ts';
import { int32, integer, of, record, text } from '../fields.ts';
import { kubernetesStructure } from '../kubernetes/structure.ts';
import type { Overlay } from '../overlay.ts';
import { union } from '../rules.ts';

const group = 'autoscaling.k8s.io';
const docs = 'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md';

const kinds: readonly PackKind[] = [
  ['VerticalPodAutoscaler', 'verticalpodautoscalers'] as const,
  ['VerticalPodAutoscalerCheckpoint', 'verticalpodautoscalercheckpoints'] as const,
].flatMap(([kind, plural]): PackKind[] => {
  const one = { group, kind, plural, scope: 'namespaced' } as const;
  return [
    { ...one, version: 'v1', type: `autoscaling.k8s.io/v1.${kind}`, storage: true },
    { ...one, version: 'v1beta2', type: `autoscaling.k8s.io/v1beta2.${kind}`, served: false },
  ];
});

const observed = integer('The generation of the resource that was looked at.', {
  format: 'int64',
  minimum: 0,
});
const boost = of('autoscaling.k8s.io/v1.StartupBoost', 'More resources while containers start.');
const nullable = { nullable: true };

/** What the declarations leave open of a checkpoint, in both versions. */
const checkpointTypes = (folder: string): Overlay['types'] => ({
  [`${folder}.HistogramCheckpoint`]: {
    fields: {
      bucketWeights: { keepsUnknown: true },
      referenceTimestamp: nullable,
      totalWeight: { drop: ['keepsUnknown'], type: 'number' },
    },
  },
  [`${folder}.VerticalPodAutoscalerCheckpointStatus`]: {
    fields: { firstSampleStart: nullable, lastSampleStart: nullable, lastUpdateTime: nullable },
  },
});

export const verticalPodAutoscaler: Overlay = {
  pack: group,
  upstream: { project: 'Vertical Pod Autoscaler', version: 'v1.7.1', docs },
  extends: [kubernetesStructure],
  types: {
    'autoscaling.k8s.io/v1.ContainerResourcePolicy': {
      fields: {
        memoryAggregationIntervalCount: integer('How many intervals the memory peaks of are looked at.', {
          format: 'int64',
          minimum: 1,
        }),
        memoryAggregationIntervalSeconds: int32(
          'How long one interval is, of which the memory peak counts.',
          {
            minimum: 1,
          },
        ),
        startupBoost: boost,
      },
    },
    'autoscaling.k8s.io/v1.StartupBoost': record('More resources while containers start.', {
      cpu: of('autoscaling.k8s.io/v1.GenericStartupBoost', 'More CPU.'),
    }),
    'autoscaling.k8s.io/v1.GenericStartupBoost': record(
      'How much more of one resource a container has while it starts.',
      {
        durationSeconds: int32('How long after the Pod is ready the boost stays; 0 when left out.'),
        factor: int32('The request is multiplied by this.'),
        quantity: of('api/resource.Quantity', 'The request and limit during the boost.'),
        'type!': text('Whether factor or quantity says how much.', { enum: ['Factor', 'Quantity'] }),
      },
      [union('type', { Factor: 'factor', Quantity: 'quantity' }, { link: docs })],
    ),
    ...checkpointTypes('autoscaling.k8s.io/v1'),
    ...checkpointTypes('autoscaling.k8s.io/v1beta2'),
    'autoscaling.k8s.io/v1.PodUpdatePolicy': {
      fields: {
        evictAfterOOMSeconds: int32(
          'A Pod that runs out of memory sooner than this after its start is evicted.',
          {
            minimum: 1,
          },
        ),
      },
    },
    'autoscaling.k8s.io/v1.UpdateMode': {
      enum: ['Off', 'Initial', 'Recreate', 'InPlaceOrRecreate', 'InPlace', 'Auto'],
    },
    'autoscaling.k8s.io/v1.VerticalPodAutoscalerCondition': { fields: { observedGeneration: observed } },
    'autoscaling.k8s.io/v1.VerticalPodAutoscalerSpec': { fields: { startupBoost: boost } },
    'autoscaling.k8s.io/v1.VerticalPodAutoscalerStatus': { fields: { observedGeneration: observed } },
  },
  kinds,
};
