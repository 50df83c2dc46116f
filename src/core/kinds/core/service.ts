import { freeName } from '../fields/freeName.ts';
import { readNumber, readText } from '../reading.ts';
import { listRows, type RowWords, summary, words } from '../summaries/rows.ts';
import { daemonSet, deployment, pod, replicaSet, statefulSet } from '../targets.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

export const service: KindDefinition = {
  group: '',
  kind: 'Service',
  plural: 'services',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'backend',
  icon: 'service',
  purpose: 'One name and port for the pods of a workload',
  phase: 'service',
  baseName: 'app',
  docs: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  references: [
    {
      name: 'selector',
      form: 'pod-selector',
      path: 'spec.selector',
      to: [deployment, statefulSet, daemonSet, replicaSet, pod],
      role: 'selects',
      flow: 'forward',
      namespace: 'own',
    },
  ],
  summarise: (value) =>
    summary({ subtitle: typeWords(value), rows: listRows(value, ['spec', 'ports'], portWords) }),
  template: (context) => {
    const workload = context.pick(deployment, statefulSet, daemonSet);
    return manifest(context, { apiVersion: 'v1', kind: 'Service' }, [
      'spec:',
      '  # Pods with this label get the traffic.',
      '  selector:',
      `    app.kubernetes.io/name: ${scalar(workload?.name ?? context.name)}`,
      '  ports:',
      '    # Routes name the port; targetPort is where the container listens.',
      '    - name: http',
      '      port: 80',
      '      targetPort: 8080',
    ]);
  },
  fields: [
    {
      type: 'enum',
      path: 'spec.type',
      label: 'Type',
      options: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
    },
    {
      type: 'list',
      path: 'spec.ports',
      label: 'Ports',
      item: 'port',
      newItem: (existing) => ({ name: freeName('http', existing), port: 80, targetPort: 8080 }),
      fields: [
        { type: 'name', path: 'name', label: 'Name', help: 'Needed when there is more than one port.' },
        { type: 'number', path: 'port', label: 'Port', required: true },
        {
          type: 'text',
          path: 'targetPort',
          label: 'Target port',
          orNumber: true,
          help: 'A number or the name of a container port.',
        },
        { type: 'enum', path: 'protocol', label: 'Protocol', options: ['TCP', 'UDP', 'SCTP'] },
        {
          type: 'text',
          path: 'appProtocol',
          label: 'Application protocol',
          placeholder: 'kubernetes.io/h2c',
        },
      ],
    },
    { type: 'map', path: 'spec.selector', label: 'Selector', help: 'Pods that carry all of these labels.' },
  ],
};

function typeWords(value: unknown): string {
  const type = readText(value, 'spec', 'type') ?? 'ClusterIP';
  if (type === 'ExternalName') return words(type, readText(value, 'spec', 'externalName')) ?? type;
  return type === 'ClusterIP' && readText(value, 'spec', 'clusterIP') === 'None' ? 'headless' : type;
}

function portWords(item: unknown): RowWords {
  const port = readNumber(item, 'port');
  const name = readText(item, 'name');
  const target = readText(item, 'targetPort');
  const protocol = readText(item, 'protocol') ?? 'TCP';
  const app = readText(item, 'appProtocol');
  return {
    label: port === undefined ? 'port' : String(port),
    parts: [name, target === undefined || target === String(port) ? undefined : `→ ${target}`, protocol],
    chips: [
      app === undefined
        ? undefined
        : { text: app.replace(/^.*\//, ''), detail: `application protocol ${app}` },
    ],
    ...(name === undefined ? {} : { section: name }),
    ...(port === undefined ? {} : { port }),
  };
}
