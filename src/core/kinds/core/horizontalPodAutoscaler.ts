import { scalingBehaviourFields } from '../fields/scalingBehaviourFields.ts';
import { scalingMetricsField } from '../fields/scalingMetricFields.ts';
import { isSet, readNumber, readText } from '../reading.ts';
import { chip, count, listRows, summary } from '../summaries/rows.ts';
import { scalingMetricWords } from '../summaries/scalingMetricWords.ts';
import { anyKind, deployment, service, statefulSet } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { scaleTarget, typedTargetLines } from '../templates/scaleTargetLines.ts';
import type { KindDefinition } from '../types.ts';

const docs = 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';

export const horizontalPodAutoscaler: KindDefinition = {
  group: 'autoscaling',
  kind: 'HorizontalPodAutoscaler',
  plural: 'horizontalpodautoscalers',
  versions: ['v2', 'v1'],
  scope: 'namespaced',
  family: 'scaling',
  icon: 'horizontal',
  purpose: 'More or fewer pods by CPU, memory or metrics; never down to zero',
  phase: 'scaler',
  baseName: 'app-hpa',
  docs,
  references: [
    {
      name: 'scaleTargetRef',
      form: 'object',
      typedBy: 'apiVersion',
      explicitType: true,
      path: 'spec.scaleTargetRef',
      to: [deployment, statefulSet, anyKind],
      role: 'scales',
      flow: 'forward',
      namespace: 'own',
    },
    {
      name: 'describedObject',
      form: 'object',
      typedBy: 'apiVersion',
      explicitType: true,
      path: 'spec.metrics[*].object.describedObject',
      to: [service, anyKind],
      role: 'uses',
      flow: 'forward',
      namespace: 'own',
      byHand: true,
    },
  ],
  summarise: (value) =>
    summary({
      subtitle: rangeWords(value),
      rows: listRows(value, ['spec', 'metrics'], scalingMetricWords),
      chips: [
        v1Chip(value),
        isSet(value, 'spec', 'behavior') ? chip('behaviour', 'how fast it goes up and down') : undefined,
      ],
    }),
  template: (context) =>
    manifest(context, { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' }, [
      'spec:',
      '  scaleTargetRef:',
      ...indent(4, typedTargetLines(scaleTarget(context))),
      '  minReplicas: 2',
      '  maxReplicas: 10',
      '  metrics:',
      '    # Adds pods above 70 % of the CPU that their containers request.',
      '    - type: Resource',
      '      resource:',
      '        name: cpu',
      '        target:',
      '          type: Utilization',
      '          averageUtilization: 70',
    ]),
  form: [
    {
      title: 'Target',
      isMain: true,
      help: 'What is scaled, and between which numbers of pods.',
      say: rangeWords,
      docs,
      fields: [
        { type: 'reference', path: 'spec.scaleTargetRef', label: 'Scales', reference: 'scaleTargetRef' },
        { type: 'number', path: 'spec.minReplicas', label: 'Least replicas', placeholder: '1' },
        { type: 'number', path: 'spec.maxReplicas', label: 'Most replicas', required: true },
      ],
    },
    {
      title: 'Metrics',
      isMain: true,
      help: 'What is measured; the one that asks for most pods wins.',
      docs: `${docs}#scaling-on-resource-utilization`,
      fields: [scalingMetricsField],
    },
    {
      title: 'Behaviour',
      help: 'How fast it may go up and down.',
      docs: `${docs}#configurable-scaling-behavior`,
      fields: scalingBehaviourFields('spec.behavior'),
    },
  ],
};

/** The API's own default stands where no least number is written. */
function rangeWords(value: unknown): string {
  const least = readNumber(value, 'spec', 'minReplicas') ?? 1;
  const most = readNumber(value, 'spec', 'maxReplicas');
  return most === undefined ? `at least ${count(least, 'replica')}` : `${least}–${most} replicas`;
}

/** The older version has one metric only. */
function v1Chip(value: unknown) {
  const share = readText(value, 'spec', 'targetCPUUtilizationPercentage');
  return share === undefined ? undefined : chip(`${share} % CPU`, 'of what is requested');
}
