import { podSections } from '../fields/podFields.ts';
import type { FormSection } from '../form.ts';
import { readFlag, readNumber, readText } from '../reading.ts';
import { podReferences } from '../references/podReferences.ts';
import { containerRows } from '../summaries/containerRows.ts';
import { chip, count, summary } from '../summaries/rows.ts';
import { manifest } from '../templates/manifest.ts';
import { servingPodLines } from '../templates/podLines.ts';
import type { KindDefinition } from '../types.ts';

const docs = 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/';

export const deployment: KindDefinition = {
  group: 'apps',
  kind: 'Deployment',
  plural: 'deployments',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'workload',
  icon: 'workload',
  purpose: 'Runs pods of one image and keeps their number',
  phase: 'workload',
  baseName: 'app',
  docs,
  references: podReferences('spec.template.spec'),
  summarise: (value) =>
    summary({
      subtitle: count(readNumber(value, 'spec', 'replicas') ?? 1, 'replica'),
      rows: containerRows(value),
      chips: [
        readFlag(value, 'spec', 'paused')
          ? { text: 'paused', detail: 'changes are not rolled out' }
          : undefined,
        readText(value, 'spec', 'strategy', 'type') === 'Recreate'
          ? chip('recreate', 'old pods end before new ones start')
          : undefined,
      ],
    }),
  template: (context) =>
    manifest(context, { apiVersion: 'apps/v1', kind: 'Deployment' }, [
      'spec:',
      '  # Two, so that an update or a lost node leaves one.',
      '  replicas: 2',
      ...servingPodLines(context),
    ]),
  form: [
    {
      title: 'Replicas',
      isMain: true,
      help: 'How many pods run at the same time.',
      say: (value) => {
        const replicas = readNumber(value, 'spec', 'replicas');
        return replicas === undefined ? undefined : count(replicas, 'pod');
      },
      docs,
      fields: [
        {
          type: 'number',
          path: 'spec.replicas',
          label: 'Replicas',
          help: 'Leave empty when an autoscaler decides.',
        },
      ],
    },
    ...podSections({ pod: 'spec.template.spec', does: 'serve' }),
    rollout(),
    labels(),
  ],
};

function rollout(): FormSection {
  return {
    title: 'Rollout',
    help: 'How new pods take the place of old ones.',
    say: sayRollout,
    docs: `${docs}#strategy`,
    fields: [
      {
        type: 'choice',
        path: 'spec.strategy',
        by: 'type',
        label: 'Strategy',
        members: [
          {
            label: 'Rolling update',
            help: 'New pods before old ones end; both serve for a while.',
            word: 'RollingUpdate',
            key: 'rollingUpdate',
            newValue: () => ({ maxSurge: 1, maxUnavailable: 0 }),
            fields: [
              {
                type: 'text',
                path: 'rollingUpdate.maxSurge',
                label: 'More pods than replicas',
                orNumber: true,
                placeholder: '25%',
                help: 'A number or a percentage.',
              },
              {
                type: 'text',
                path: 'rollingUpdate.maxUnavailable',
                label: 'Fewer pods than replicas',
                orNumber: true,
                placeholder: '25%',
                help: 'A number or a percentage.',
              },
            ],
          },
          {
            label: 'Recreate',
            help: 'Old pods end before new ones start; meanwhile nobody answers.',
            word: 'Recreate',
            fields: [],
          },
        ],
      },
      {
        type: 'number',
        path: 'spec.minReadySeconds',
        label: 'Ready for, s',
        placeholder: '0',
        help: 'So long a new pod must be ready before it counts.',
      },
      {
        type: 'number',
        path: 'spec.progressDeadlineSeconds',
        label: 'Failed after, s',
        placeholder: '600',
        help: 'So long without progress a rollout is reported as failed.',
      },
      {
        type: 'number',
        path: 'spec.revisionHistoryLimit',
        label: 'Revisions kept',
        placeholder: '10',
        help: 'To roll back to.',
      },
      { type: 'boolean', path: 'spec.paused', label: 'Paused', help: 'Changes are not rolled out.' },
    ],
  };
}

function labels(): FormSection {
  return {
    title: 'Labels',
    help: 'What ties the Deployment, its pods and the Services before them together.',
    docs: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    fields: [
      {
        type: 'map',
        path: 'spec.selector.matchLabels',
        label: 'Selector',
        help: 'Cannot be changed once it is in a cluster.',
      },
      { type: 'map', path: 'spec.template.metadata.labels', label: 'Pod labels' },
    ],
  };
}

function sayRollout(value: unknown): string | undefined {
  const type = readText(value, 'spec', 'strategy', 'type');
  if (type === 'Recreate') return 'old pods end before new ones start';
  const surge = readText(value, 'spec', 'strategy', 'rollingUpdate', 'maxSurge');
  const missing = readText(value, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable');
  const parts = [
    surge === undefined ? undefined : `${surge} more`,
    missing === undefined ? undefined : `${missing} fewer`,
  ].filter((each) => each !== undefined);
  if (parts.length > 0) return `meanwhile at most ${parts.join(' and ')}`;
  return type === undefined ? undefined : 'a quarter of the pods at a time';
}
