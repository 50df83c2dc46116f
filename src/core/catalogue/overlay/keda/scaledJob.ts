import { doc, listOf, of, record, text } from '../fields.ts';
import type { TypeOverlay } from '../overlay.ts';

const embeddedMeta = 'apis/meta/v1.EmbeddedObjectMeta';
const rolloutStrategies = ['gradual', 'immediate'];

/** ScaledJob: one Job for what waits, instead of more replicas. */
export const scaledJob: Readonly<Record<string, TypeOverlay>> = {
  'keda.sh/v1alpha1.ScaledJobSpec': {
    fields: {
      jobTargetRef: doc('The Job that is made for waiting work, as in the spec of a Job.'),
      triggers: listOf({ ref: 'keda.sh/v1alpha1.ScaledJobTriggers' }, 'What starts the Jobs.', {
        minItems: 1,
      }),
      pollingInterval: doc('Seconds between two looks at the triggers; 30 when absent.', { minimum: 1 }),
      minReplicaCount: doc('How many Jobs are made even when nothing waits; 0 when absent.', { minimum: 0 }),
      maxReplicaCount: doc('How many Jobs may run at once; 100 when absent.', { minimum: 1 }),
      successfulJobsHistoryLimit: doc('How many finished Jobs are kept; 100 when absent.', { minimum: 0 }),
      failedJobsHistoryLimit: doc('How many failed Jobs are kept; 100 when absent.', { minimum: 0 }),
      envSourceContainerName: doc(
        'The container whose environment the triggers read; the first when absent.',
      ),
      scalingStrategy: of('keda.sh/v1alpha1.ScalingStrategy', 'How many Jobs are made for what waits.'),
      rollout: of('keda.sh/v1alpha1.Rollout', 'What happens to running Jobs when this ScaledJob changes.'),
      rolloutStrategy: doc('Written as `rollout.strategy` since KEDA 2.9.', {
        enum: rolloutStrategies,
        deprecated: true,
      }),
    },
  },
  'keda.sh/v1alpha1.Rollout': {
    fields: {
      strategy: doc(
        '`immediate` stops the running Jobs when this ScaledJob changes, `gradual` lets them finish.',
        {
          enum: rolloutStrategies,
        },
      ),
      propagationPolicy: doc('How the stopped Jobs are deleted: `foreground` waits for their pods.', {
        enum: ['foreground', 'background'],
      }),
    },
  },
  'keda.sh/v1alpha1.ScalingStrategy': {
    fields: {
      strategy: doc('How running Jobs are counted against what waits; `default` when absent.', {
        enum: ['default', 'custom', 'accurate', 'eager'],
      }),
      multipleScalersCalculation: doc('How the numbers of several triggers become one; `max` when absent.', {
        enum: ['min', 'avg', 'sum', 'max'],
      }),
      customScalingQueueLengthDeduction: doc('For `custom`: how many waiting items are not counted.'),
      customScalingRunningJobPercentage: doc(
        'For `custom`: which part of the running Jobs is taken off, as text: `0.5`.',
      ),
      pendingPodConditions: doc(
        'For `accurate` and `eager`: conditions a pod must have not to count as pending.',
      ),
    },
  },
  // The CRD keeps any metadata of a pod template, and knows the types of five fields.
  'v1.PodTemplateSpec': { fields: { metadata: { ref: embeddedMeta, keepsUnknown: true } } },
  'v1.PersistentVolumeClaimTemplate': { fields: { metadata: { ref: embeddedMeta } } },
  // It has a default, so nobody must write it; the CRD lists it because ports are told apart by it.
  'v1.ContainerPort': { require: ['protocol'] },
  // KEDA embeds Kubernetes 1.35, where pods named their group in another way.
  'v1.PodSpec': {
    fields: {
      schedulingGroup: null,
      workloadRef: of('v1.WorkloadReference', 'The Workload the pod belongs to, for scheduling in groups.'),
    },
  },
  'v1.WorkloadReference': record('A Workload and the group of pods in it.', {
    'name!': text('The Workload, in the same namespace.'),
    'podGroup!': text('The group of pods in it.'),
    podGroupReplicaKey: text('Which replica of that group.'),
  }),
};
