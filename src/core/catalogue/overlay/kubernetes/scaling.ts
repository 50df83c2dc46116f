/** The packs of `autoscaling` (HorizontalPodAutoscaler v2 and v1) and `policy` (PodDisruptionBudget). */
import type { Rule } from '../../rule.ts';
import type { Overlay, TypeOverlay } from '../overlay.ts';
import { atMostOneOf, compare, exactlyOneOf, is, requiredWhen, union } from '../rules.ts';
import { intOrPercent, nativeMeta } from './meta.ts';
import { between, filledText, nativeKinds, positive } from './native.ts';
import { kubernetesUpstream } from './upstream.ts';

const scalingPage = 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';
const budgetPage = 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/';

const minAtMostMax = compare('maxReplicas', '>=', 'minReplicas', {
  message:
    'maxReplicas is {value}, which is less than minReplicas (1 when left out). Raise maxReplicas or lower minReplicas.',
  link: scalingPage,
});

const target: TypeOverlay = {
  fields: {
    kind: { ...filledText, format: 'path-segment' },
    name: { ...filledText, format: 'path-segment' },
  },
};

/** How a target is given: the type, and the field that goes with it. */
const targetRules: readonly Rule[] = [
  requiredWhen('averageUtilization', is('type', 'Utilization'), {
    message: 'A target of type Utilization is a percentage of the request. Add averageUtilization.',
    link: scalingPage,
  }),
  requiredWhen('averageValue', is('type', 'AverageValue'), {
    message: 'A target of type AverageValue is an amount for each Pod. Add averageValue.',
    link: scalingPage,
  }),
  requiredWhen('value', is('type', 'Value'), {
    message: 'A target of type Value is an amount for all Pods together. Add value.',
    link: scalingPage,
  }),
  ...['value', 'averageValue'].map((field) =>
    compare(
      field,
      '>',
      { value: '0' },
      {
        as: 'quantity',
        message: `A target is greater than 0; this one is {value}. Raise it.`,
        link: scalingPage,
      },
    ),
  ),
];

/** Resource metrics have a share of the request or an amount for each Pod. */
const resourceTarget: readonly Rule[] = [
  exactlyOneOf(['target.averageUtilization', 'target.averageValue'], {
    message:
      'A resource is scaled on exactly one of averageUtilization and averageValue. Keep one, and set type to Utilization or AverageValue.',
    link: scalingPage,
  }),
];

const otherTarget: readonly Rule[] = [
  exactlyOneOf(['target.value', 'target.averageValue'], {
    message:
      'This metric is scaled on exactly one of value and averageValue. Keep one, and set type to Value or AverageValue.',
    link: scalingPage,
  }),
];

const metricTypes: Overlay['types'] = {
  'autoscaling/v2.MetricSpec': {
    rules: [
      union(
        'type',
        {
          ContainerResource: 'containerResource',
          External: 'external',
          Object: 'object',
          Pods: 'pods',
          Resource: 'resource',
        },
        { link: scalingPage },
      ),
    ],
    fields: { type: { enum: ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'] } },
  },
  'autoscaling/v2.MetricTarget': {
    fields: { averageUtilization: positive, type: { enum: ['Utilization', 'Value', 'AverageValue'] } },
    rules: targetRules,
  },
  'autoscaling/v2.MetricIdentifier': { fields: { name: { ...filledText, format: 'path-segment' } } },
  'autoscaling/v2.ResourceMetricSource': { fields: { name: filledText }, rules: resourceTarget },
  'autoscaling/v2.ContainerResourceMetricSource': {
    fields: { container: filledText, name: filledText },
    rules: resourceTarget,
  },
  'autoscaling/v2.ObjectMetricSource': { rules: otherTarget },
  'autoscaling/v2.ExternalMetricSource': { rules: otherTarget },
  'autoscaling/v2.PodsMetricSource': {
    rules: [
      {
        rule: 'required',
        field: 'target.averageValue',
        message: 'A metric of Pods is scaled on its average. Add averageValue, and set type: AverageValue.',
        link: scalingPage,
      },
    ],
  },
};

const behaviourTypes: Overlay['types'] = {
  'autoscaling/v2.HPAScalingRules': {
    fields: {
      policies: { minItems: 1 },
      selectPolicy: { enum: ['Max', 'Min', 'Disabled'], default: 'Max' },
      stabilizationWindowSeconds: between(0, 3600),
    },
  },
  'autoscaling/v2.HPAScalingPolicy': {
    fields: { periodSeconds: between(1, 1800), type: { enum: ['Pods', 'Percent'] }, value: positive },
  },
};

export const autoscaling: Overlay = {
  pack: 'autoscaling',
  upstream: kubernetesUpstream,
  extends: [nativeMeta],
  types: {
    ...metricTypes,
    ...behaviourTypes,
    'autoscaling/v1.CrossVersionObjectReference': target,
    'autoscaling/v1.HorizontalPodAutoscaler': { require: ['spec'] },
    'autoscaling/v1.HorizontalPodAutoscalerSpec': {
      fields: {
        maxReplicas: positive,
        minReplicas: { ...positive, default: 1 },
        targetCPUUtilizationPercentage: positive,
      },
      rules: [minAtMostMax],
    },
    'autoscaling/v2.CrossVersionObjectReference': target,
    'autoscaling/v2.HorizontalPodAutoscaler': { require: ['spec'] },
    'autoscaling/v2.HorizontalPodAutoscalerSpec': {
      fields: { maxReplicas: positive, minReplicas: { ...positive, default: 1 } },
      rules: [minAtMostMax],
    },
  },
  kinds: [
    ...nativeKinds('autoscaling', 'v2', 'autoscaling/v2', [
      ['HorizontalPodAutoscaler', 'horizontalpodautoscalers'],
    ]),
    ...nativeKinds('autoscaling', 'v1', 'autoscaling/v1', [
      ['HorizontalPodAutoscaler', 'horizontalpodautoscalers'],
    ]).map(({ storage: _, ...kind }) => kind),
  ],
};

export const policy: Overlay = {
  pack: 'policy',
  upstream: kubernetesUpstream,
  extends: [nativeMeta],
  types: {
    'policy/v1.PodDisruptionBudgetSpec': {
      rules: [
        atMostOneOf(['minAvailable', 'maxUnavailable'], {
          message:
            'A budget says how many Pods must stay or how many may go, not both. Remove minAvailable or maxUnavailable.',
          link: budgetPage,
        }),
        ...intOrPercent('minAvailable', true),
        ...intOrPercent('maxUnavailable', true),
      ],
    },
  },
  kinds: nativeKinds('policy', 'v1', 'policy/v1', [['PodDisruptionBudget', 'poddisruptionbudgets']]),
};
