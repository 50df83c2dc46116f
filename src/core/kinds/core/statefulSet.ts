import { freeName } from '../fields/freeName.ts';
import { podSections } from '../fields/podFields.ts';
import type { FormSection } from '../form.ts';
import { readNumber, readText } from '../reading.ts';
import { podReferences } from '../references/podReferences.ts';
import { containerRows } from '../summaries/containerRows.ts';
import { chip, count, listRows, summary } from '../summaries/rows.ts';
import { service } from '../targets.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import { servingPodLines } from '../templates/podLines.ts';
import type { KindDefinition, ReferenceDeclaration } from '../types.ts';

const docs = 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/';

/** The headless Service that gives each pod a name of its own. Drawing to a Service means that it selects the pods. */
const serviceName: ReferenceDeclaration = {
  name: 'serviceName',
  form: 'name',
  path: 'spec.serviceName',
  to: [service],
  role: 'uses',
  flow: 'forward',
  namespace: 'own',
  byHand: true,
};

export const statefulSet: KindDefinition = {
  group: 'apps',
  kind: 'StatefulSet',
  plural: 'statefulsets',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'workload',
  icon: 'stateful',
  purpose: 'Runs pods that keep their name and their storage, such as databases',
  phase: 'workload',
  baseName: 'store',
  docs,
  references: [...podReferences('spec.template.spec'), serviceName],
  summarise: (value) =>
    summary({
      subtitle: count(readNumber(value, 'spec', 'replicas') ?? 1, 'replica'),
      rows: [
        ...containerRows(value),
        ...listRows(value, ['spec', 'volumeClaimTemplates'], (claim) => ({
          label: readText(claim, 'metadata', 'name') ?? 'storage',
          parts: [readText(claim, 'spec', 'resources', 'requests', 'storage')],
          chips: [chip('storage', 'each pod has its own')],
        })),
      ],
      chips: [
        readText(value, 'spec', 'podManagementPolicy') === 'Parallel'
          ? chip('parallel', 'pods do not wait for each other')
          : undefined,
        readText(value, 'spec', 'updateStrategy', 'type') === 'OnDelete'
          ? chip('on delete', 'a pod is updated when it is deleted')
          : undefined,
      ],
    }),
  template: (context) => {
    const picked = context.pick(service);
    return manifest(context, { apiVersion: 'apps/v1', kind: 'StatefulSet' }, [
      'spec:',
      ...(picked === undefined || picked.namespace !== context.namespace
        ? []
        : [
            '  # A headless Service, which gives each pod a name in DNS.',
            `  serviceName: ${scalar(picked.name)}`,
          ]),
      '  replicas: 1',
      ...servingPodLines(context),
      '          volumeMounts:',
      '            - name: data',
      '              mountPath: /data',
      '  # Each pod gets storage of its own, which stays when the pod goes.',
      '  volumeClaimTemplates:',
      '    - metadata:',
      '        name: data',
      '      spec:',
      '        accessModes: [ReadWriteOnce]',
      '        resources:',
      '          requests:',
      '            storage: 1Gi',
    ]);
  },
  form: [
    {
      title: 'Replicas',
      isMain: true,
      help: 'How many pods run; they are called like the StatefulSet, with a number behind.',
      docs,
      fields: [
        {
          type: 'number',
          path: 'spec.replicas',
          label: 'Replicas',
          help: 'Leave empty when an autoscaler decides.',
        },
        {
          type: 'reference',
          path: 'spec.serviceName',
          label: 'Headless Service',
          reference: 'serviceName',
          help: 'Gives each pod a name in DNS. Cannot be changed later.',
        },
      ],
    },
    ...podSections({ pod: 'spec.template.spec', does: 'serve' }),
    storage(),
    rollout(),
    {
      title: 'Labels',
      help: 'What ties the StatefulSet, its pods and the Services before them together.',
      fields: [
        {
          type: 'map',
          path: 'spec.selector.matchLabels',
          label: 'Selector',
          help: 'Cannot be changed once it is in a cluster.',
        },
        { type: 'map', path: 'spec.template.metadata.labels', label: 'Pod labels' },
      ],
    },
  ],
};

function storage(): FormSection {
  return {
    title: 'Storage of each pod',
    help: 'Claims that are made for each pod and stay when it goes. They cannot be changed later.',
    docs: `${docs}#volume-claim-templates`,
    fields: [
      {
        type: 'list',
        path: 'spec.volumeClaimTemplates',
        label: 'Claims',
        item: 'claim',
        newItem: (existing) => ({
          metadata: { name: freeName('data', existing.map(nameOfClaim)) },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        }),
        say: (item) => {
          const size = readText(item, 'spec', 'resources', 'requests', 'storage');
          const name = readText(item, 'metadata', 'name');
          return name === undefined || size === undefined ? name : `${size} as ${name}`;
        },
        fields: [
          { type: 'name', path: 'metadata.name', label: 'Name', required: true },
          {
            type: 'quantity',
            path: 'spec.resources.requests.storage',
            label: 'Size',
            required: true,
            placeholder: '1Gi',
          },
          {
            type: 'texts',
            path: 'spec.accessModes',
            label: 'Access',
            options: ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany', 'ReadWriteMany'],
          },
          { type: 'name', path: 'spec.storageClassName', label: 'Storage class' },
        ],
      },
      {
        type: 'enum',
        path: 'spec.persistentVolumeClaimRetentionPolicy.whenDeleted',
        label: 'When the StatefulSet is deleted',
        options: ['Retain', 'Delete'],
      },
      {
        type: 'enum',
        path: 'spec.persistentVolumeClaimRetentionPolicy.whenScaled',
        label: 'When there are fewer pods',
        options: ['Retain', 'Delete'],
      },
    ],
  };
}

function nameOfClaim(claim: unknown): unknown {
  return { name: readText(claim, 'metadata', 'name') };
}

function rollout(): FormSection {
  return {
    title: 'Rollout',
    help: 'In which order pods start and are updated.',
    docs: `${docs}#update-strategies`,
    fields: [
      {
        type: 'enum',
        path: 'spec.podManagementPolicy',
        label: 'Start',
        options: ['OrderedReady', 'Parallel'],
        help: 'One after the other, or all at once. Cannot be changed later.',
      },
      {
        type: 'choice',
        path: 'spec.updateStrategy',
        by: 'type',
        label: 'Update',
        members: [
          {
            label: 'Rolling update',
            help: 'From the last pod to the first.',
            word: 'RollingUpdate',
            key: 'rollingUpdate',
            newValue: () => ({ partition: 0 }),
            fields: [
              {
                type: 'number',
                path: 'rollingUpdate.partition',
                label: 'Only from number',
                placeholder: '0',
                help: 'Pods with a lower number keep the old template.',
              },
            ],
          },
          {
            label: 'When a pod is deleted',
            word: 'OnDelete',
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
      { type: 'number', path: 'spec.revisionHistoryLimit', label: 'Revisions kept', placeholder: '10' },
    ],
  };
}
