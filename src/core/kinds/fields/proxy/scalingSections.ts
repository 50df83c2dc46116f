import type { FormSection, ListFieldDeclaration } from '../../form.ts';
import { sayDisruption, sayMetric, sayProxyScaling } from '../../summaries/proxySummary.ts';
import { scalingBehaviourFields } from '../scalingBehaviourFields.ts';

const kubernetes = 'spec.provider.kubernetes';

const metricsField: ListFieldDeclaration = {
  type: 'list',
  path: `${kubernetes}.envoyHpa.metrics`,
  label: 'Scales on',
  item: 'metric',
  help: 'CPU at 80 % when there is none. The proxies have to request what is measured.',
  newItem: () => ({
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
  }),
  say: sayMetric,
  fields: [
    { type: 'enum', path: 'resource.name', label: 'Resource', options: ['cpu', 'memory'] },
    {
      type: 'number',
      path: 'resource.target.averageUtilization',
      label: 'Used, %',
      help: 'Of the request, over all proxies.',
    },
  ],
};

/** How many proxies there are under load, and while nodes are drained. */
export const scalingSections: readonly FormSection[] = [
  {
    title: 'Autoscaling',
    help: 'Adds and takes away proxies by load; leave replicas empty then.',
    say: sayProxyScaling,
    fields: [
      {
        type: 'number',
        path: `${kubernetes}.envoyHpa.minReplicas`,
        label: 'Least replicas',
        help: '1 when empty.',
      },
      { type: 'number', path: `${kubernetes}.envoyHpa.maxReplicas`, label: 'Most replicas', required: true },
      metricsField,
      ...scalingBehaviourFields(`${kubernetes}.envoyHpa.behavior`),
    ],
  },
  {
    title: 'Disruption budget',
    help: 'How many proxies stay while nodes are drained.',
    say: sayDisruption,
    fields: [
      {
        type: 'choice',
        path: `${kubernetes}.envoyPDB`,
        label: 'Budget',
        members: [
          {
            label: 'At least',
            key: 'minAvailable',
            newValue: () => 1,
            fields: [
              {
                type: 'text',
                path: 'minAvailable',
                label: 'Stay at least',
                orNumber: true,
                placeholder: '50%',
                help: 'A number or a percentage.',
              },
            ],
          },
          {
            label: 'At most',
            key: 'maxUnavailable',
            newValue: () => 1,
            fields: [
              {
                type: 'text',
                path: 'maxUnavailable',
                label: 'Leave at most',
                orNumber: true,
                placeholder: '25%',
                help: 'A number or a percentage.',
              },
            ],
          },
        ],
      },
    ],
  },
];
