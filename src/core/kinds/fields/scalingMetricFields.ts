import type { FieldDeclaration } from '../form.ts';
import { scalingMetricWords } from '../summaries/scalingMetricWords.ts';

/** How an amount is given: for all pods together, or for each. */
const amounts = {
  Value: { label: 'In all', key: 'value', start: '100' },
  AverageValue: { label: 'For each pod', key: 'averageValue', start: '10' },
} as const;

/** The metrics of a HorizontalPodAutoscaler: one of five types each, with a target that the type knows. */
export const scalingMetricsField: FieldDeclaration = {
  type: 'list',
  path: 'spec.metrics',
  label: 'Metrics',
  item: 'metric',
  newItem: () => ({
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
  }),
  say: (item) => {
    const { label, parts = [] } = scalingMetricWords(item);
    return [label, ...parts].filter((each) => each !== undefined).join(' ');
  },
  fields: [
    {
      type: 'choice',
      path: '',
      by: 'type',
      label: 'Measures',
      required: true,
      members: [
        {
          label: 'CPU or memory of the pods',
          word: 'Resource',
          key: 'resource',
          newValue: () => ({ name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } }),
          fields: [resourceName('resource'), ...shareFields('resource.target')],
        },
        {
          label: 'CPU or memory of one container',
          word: 'ContainerResource',
          key: 'containerResource',
          newValue: () => ({
            container: 'app',
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          }),
          fields: [
            { type: 'name', path: 'containerResource.container', label: 'Container', required: true },
            resourceName('containerResource'),
            ...shareFields('containerResource.target'),
          ],
        },
        {
          label: 'A metric of each pod',
          word: 'Pods',
          key: 'pods',
          newValue: () => ({
            metric: { name: 'requests_per_second' },
            target: { type: 'AverageValue', averageValue: '10' },
          }),
          fields: [metricName('pods'), ...amountFields('pods.target', ['AverageValue'])],
        },
        {
          label: 'A metric of another object',
          word: 'Object',
          key: 'object',
          newValue: () => ({
            describedObject: { apiVersion: 'v1', kind: 'Service', name: 'app' },
            metric: { name: 'requests_per_second' },
            target: { type: 'Value', value: '100' },
          }),
          fields: [
            {
              type: 'reference',
              path: 'object.describedObject',
              label: 'Object',
              reference: 'describedObject',
            },
            metricName('object'),
            ...amountFields('object.target', ['Value', 'AverageValue']),
          ],
        },
        {
          label: 'A metric from outside',
          word: 'External',
          key: 'external',
          newValue: () => ({
            metric: { name: 'queue_messages_ready' },
            target: { type: 'AverageValue', averageValue: '30' },
          }),
          fields: [metricName('external'), ...amountFields('external.target', ['Value', 'AverageValue'])],
        },
      ],
    },
  ],
};

function resourceName(source: string): FieldDeclaration {
  return {
    type: 'enum',
    path: `${source}.name`,
    label: 'Resource',
    options: ['cpu', 'memory'],
    required: true,
  };
}

function metricName(source: string): FieldDeclaration {
  return { type: 'text', path: `${source}.metric.name`, label: 'Metric', required: true };
}

/** A share of what is requested, or an amount for each pod. */
function shareFields(target: string): readonly FieldDeclaration[] {
  return [
    {
      type: 'choice',
      path: target,
      by: 'type',
      label: 'Target',
      required: true,
      members: [
        {
          label: 'Share of the request',
          word: 'Utilization',
          key: 'averageUtilization',
          newValue: () => 70,
          fields: [{ type: 'number', path: 'averageUtilization', label: 'Share, %', required: true }],
        },
        {
          label: 'Amount for each pod',
          word: 'AverageValue',
          key: 'averageValue',
          newValue: () => '500m',
          fields: [{ type: 'quantity', path: 'averageValue', label: 'Amount', required: true }],
        },
      ],
    },
  ];
}

function amountFields(target: string, types: readonly (keyof typeof amounts)[]): readonly FieldDeclaration[] {
  return [
    {
      type: 'choice',
      path: target,
      by: 'type',
      label: 'Target',
      required: true,
      members: types.map((word) => {
        const { label, key, start } = amounts[word];
        return {
          label,
          word,
          key,
          newValue: () => start,
          fields: [{ type: 'quantity', path: key, label: 'Amount', required: true }],
        };
      }),
    },
  ];
}
