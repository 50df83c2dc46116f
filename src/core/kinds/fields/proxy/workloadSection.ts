import type { ChoiceMember, FieldDeclaration, FormSection } from '../../form.ts';
import { sayWorkload } from '../../summaries/proxySummary.ts';

function resourceField(
  key: string,
  path: string,
  label: string,
  placeholder: string,
  help?: string,
): FieldDeclaration {
  return {
    type: 'quantity',
    path: `${key}.container.resources.${path}`,
    label,
    placeholder,
    ...(help === undefined ? {} : { help }),
  };
}

/** What a Deployment and a DaemonSet of proxies have both. */
function podFields(key: string): readonly FieldDeclaration[] {
  return [
    resourceField(key, 'requests.cpu', 'CPU request', '250m'),
    resourceField(key, 'requests.memory', 'Memory request', '256Mi'),
    resourceField(
      key,
      'limits.cpu',
      'CPU limit',
      '2',
      'Best left empty: a proxy that is held back shows as latency.',
    ),
    resourceField(key, 'limits.memory', 'Memory limit', '512Mi'),
    {
      type: 'text',
      path: `${key}.container.image`,
      label: 'Image',
      placeholder: 'docker.io/envoyproxy/envoy:distroless-v1.38.0',
      help: 'With a tag. That of the Envoy Gateway release when empty.',
    },
    { type: 'map', path: `${key}.pod.labels`, label: 'Pod labels' },
    { type: 'map', path: `${key}.pod.annotations`, label: 'Pod annotations' },
    { type: 'map', path: `${key}.pod.nodeSelector`, label: 'Only nodes with labels' },
    { type: 'text', path: `${key}.pod.priorityClassName`, label: 'Priority class' },
  ];
}

const workloads: readonly ChoiceMember[] = [
  {
    label: 'A number of proxies',
    help: 'A Deployment.',
    key: 'envoyDeployment',
    newValue: () => ({ replicas: 2 }),
    fields: [
      {
        type: 'number',
        path: 'envoyDeployment.replicas',
        label: 'Replicas',
        help: 'Leave empty when an autoscaler decides.',
      },
      ...podFields('envoyDeployment'),
    ],
  },
  {
    label: 'One on each node',
    help: 'A DaemonSet; it cannot be scaled.',
    key: 'envoyDaemonSet',
    newValue: () => ({}),
    fields: podFields('envoyDaemonSet'),
  },
];

/** Where the proxies run, how many, and with what. */
export const workloadSection: FormSection = {
  title: 'Proxies',
  isMain: true,
  help: 'Where the proxies run, how many, and what each gets.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/operations/customize-envoyproxy/',
  say: sayWorkload,
  fields: [
    {
      type: 'choice',
      path: 'spec.provider',
      label: 'Run',
      by: 'type',
      required: true,
      members: [
        {
          label: 'In Kubernetes',
          word: 'Kubernetes',
          key: 'kubernetes',
          fields: [{ type: 'choice', path: 'kubernetes', label: 'As', members: workloads }],
        },
        {
          label: 'Beside the controller',
          help: 'As a process, without Kubernetes.',
          word: 'Host',
          key: 'host',
          fields: [
            { type: 'text', path: 'host.envoyVersion', label: 'Envoy version', placeholder: '1.38.0' },
          ],
        },
      ],
    },
  ],
};
