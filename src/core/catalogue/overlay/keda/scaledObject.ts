import { doc } from '../fields.ts';
import type { TypeOverlay } from '../overlay.ts';
import { compare, has, not } from '../rules.ts';

const link = 'https://keda.sh/docs/2.20/reference/scaledobject-spec/';

const window = {
  minimum: 0,
  maximum: 3600,
} as const;

/** ScaledObject: a Deployment, StatefulSet or anything else with a scale subresource. */
export const scaledObject: Readonly<Record<string, TypeOverlay>> = {
  'keda.sh/v1alpha1.ScaledObjectSpec': {
    fields: {
      scaleTargetRef: doc('The workload to scale, in the same namespace.'),
      triggers: doc('What starts the scaling; the trigger that asks for most replicas wins.', {
        minItems: 1,
      }),
      pollingInterval: doc(
        'Seconds between two looks at the triggers while scaled to zero; 30 when absent.',
        {
          minimum: 1,
        },
      ),
      cooldownPeriod: doc(
        'Seconds after the last active trigger before it is scaled to zero; 300 when absent.',
        {
          minimum: 0,
        },
      ),
      initialCooldownPeriod: doc(
        'Seconds after its creation in which it is not scaled to zero; 0 when absent.',
        {
          minimum: 0,
        },
      ),
      idleReplicaCount: doc(
        'Replicas while no trigger is active. Only 0 works, and it must be below the minimum.',
        {
          minimum: 0,
        },
      ),
      minReplicaCount: doc('The fewest replicas; 0 when absent, which scales to zero.', { minimum: 0 }),
      maxReplicaCount: doc('The most replicas; 100 when absent.', { minimum: 1 }),
      fallback: doc('How many replicas there are when the metrics cannot be read.'),
      advanced: doc(
        'The behaviour of the HorizontalPodAutoscaler that KEDA makes, and formulas over triggers.',
      ),
    },
    rules: [
      compare('minReplicaCount', '<=', 'maxReplicaCount', {
        link,
        message:
          'The fewest replicas may not be more than the most: lower minReplicaCount or raise maxReplicaCount.',
      }),
      compare(
        'minReplicaCount',
        '<=',
        { value: 100 },
        {
          link,
          when: not(has('maxReplicaCount')),
          message:
            'Without maxReplicaCount there are at most 100 replicas, and minReplicaCount is more: write maxReplicaCount.',
        },
      ),
    ],
  },
  'keda.sh/v1alpha1.ScaleTarget': {
    fields: {
      name: doc('The name of the workload.', { minLength: 1 }),
      apiVersion: doc('The apiVersion of the workload; `apps/v1` when absent.'),
      kind: doc('The kind of the workload; `Deployment` when absent.'),
      envSourceContainerName: doc(
        'The container whose environment the triggers read; the first when absent.',
      ),
    },
  },
  'keda.sh/v1alpha1.Fallback': {
    fields: {
      failureThreshold: doc('How often in a row the metrics must fail before the fallback is used.', {
        minimum: 0,
      }),
      replicas: doc('How many replicas there are then.', { minimum: 0 }),
      behavior: doc('How `replicas` is used: as it is, or beside the present number, or by the formula.', {
        default: 'static',
        enum: [
          'static',
          'currentReplicas',
          'currentReplicasIfHigher',
          'currentReplicasIfLower',
          'scalingModifiers',
        ],
      }),
    },
  },
  'keda.sh/v1alpha1.AdvancedConfig': {
    fields: {
      restoreToOriginalReplicaCount: doc(
        'Sets the replicas back to what they were when this ScaledObject is deleted.',
      ),
    },
  },
  'keda.sh/v1alpha1.HorizontalPodAutoscalerConfig': {
    fields: {
      name: doc('The name of the HorizontalPodAutoscaler; `keda-hpa-` and the name of this one when absent.'),
    },
  },
  'keda.sh/v1alpha1.ScalingModifiers': {
    fields: {
      formula: doc('An expression over the names of the triggers that makes one metric of them.'),
      target: doc('The value of that metric at which the number of replicas is right.'),
      activationTarget: doc('The value above which it counts as active; 0 when absent.'),
      metricType: doc('How the metric is compared: per replica on average, or in all.', {
        enum: ['AverageValue', 'Value'],
      }),
    },
  },
  'autoscaling/v2.HPAScalingRules': {
    fields: { stabilizationWindowSeconds: window },
  },
};
