import { freeName } from '../fields/freeName.ts';
import type { FieldDeclaration } from '../form.ts';
import { readNumber, readPairs, readText } from '../reading.ts';
import { listRows, type RowWords, summary, words } from '../summaries/rows.ts';
import { daemonSet, deployment, pod, replicaSet, statefulSet } from '../targets.ts';
import { manifest } from '../templates/manifest.ts';
import { nameLabel } from '../templates/podLines.ts';
import type { KindDefinition } from '../types.ts';

const docs = 'https://kubernetes.io/docs/concepts/services-networking/service/';

const portsField: FieldDeclaration = {
  type: 'list',
  path: 'spec.ports',
  label: 'Ports',
  item: 'port',
  newItem: (existing) => ({
    name: freeName('http', existing),
    port: 80 + existing.length,
    targetPort: 8080 + existing.length,
  }),
  say: (item) => {
    const { label, parts = [] } = portWords(item);
    return [label, ...parts.filter((each) => each !== undefined)].join(' ');
  },
  fields: [
    { type: 'name', path: 'name', label: 'Name', help: 'Needed when there is more than one port.' },
    { type: 'number', path: 'port', label: 'Port', required: true, help: 'What callers use.' },
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
      help: 'Tells gateways what is spoken: kubernetes.io/h2c for gRPC without TLS, kubernetes.io/ws for web sockets.',
    },
    {
      type: 'number',
      path: 'nodePort',
      label: 'Port of the nodes',
      help: 'Only with a reach beyond the cluster.',
    },
  ],
};

const policy = ['Cluster', 'Local'];

const outside: readonly FieldDeclaration[] = [
  {
    type: 'enum',
    path: 'externalTrafficPolicy',
    label: 'Traffic from outside',
    options: policy,
    help: 'Local stays on the node where it arrives and keeps the address of the client.',
  },
];

const typeField: FieldDeclaration = {
  type: 'choice',
  path: 'spec',
  by: 'type',
  label: 'Type',
  members: [
    { label: 'Inside the cluster', word: 'ClusterIP', fields: [] },
    { label: 'A port of every node', word: 'NodePort', fields: outside },
    {
      label: 'A load balancer of the cloud',
      word: 'LoadBalancer',
      fields: [
        ...outside,
        { type: 'name', path: 'loadBalancerClass', label: 'Class of load balancer' },
        {
          type: 'texts',
          path: 'loadBalancerSourceRanges',
          label: 'Only from',
          of: 'cidr',
          placeholder: '203.0.113.0/24',
        },
        { type: 'boolean', path: 'allocateLoadBalancerNodePorts', label: 'Ports of the nodes too' },
      ],
    },
    {
      label: 'A name outside',
      help: 'No pods: DNS answers with another name.',
      word: 'ExternalName',
      fields: [
        {
          type: 'text',
          path: 'externalName',
          label: 'Name',
          required: true,
          placeholder: 'api.example.com',
        },
      ],
    },
  ],
};

const reachFields: readonly FieldDeclaration[] = [
  {
    type: 'enum',
    path: 'spec.clusterIP',
    label: 'Address',
    options: ['None'],
    help: 'None makes it headless: DNS answers with the pods themselves. Cannot be changed later.',
  },
  {
    type: 'enum',
    path: 'spec.internalTrafficPolicy',
    label: 'Traffic from inside',
    options: policy,
  },
  {
    type: 'enum',
    path: 'spec.trafficDistribution',
    label: 'Prefer pods that are',
    options: ['PreferSameZone', 'PreferSameNode', 'PreferClose'],
    help: 'Saves traffic between zones; pods further away take over when there are none.',
  },
  {
    type: 'boolean',
    path: 'spec.publishNotReadyAddresses',
    label: 'Pods that are not ready too',
    help: 'For the peers of a StatefulSet that find each other before they are ready.',
  },
];

const affinityField: FieldDeclaration = {
  type: 'enum',
  path: 'spec.sessionAffinity',
  label: 'A client stays with',
  options: ['None', 'ClientIP'],
  help: 'ClientIP sends an address to the same pod each time. Gateways that call the pods themselves do not see it.',
};

const affinityTimeout: readonly FieldDeclaration[] = [
  {
    type: 'number',
    path: 'spec.sessionAffinityConfig.clientIP.timeoutSeconds',
    label: 'For, s',
    placeholder: '10800',
  },
];

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
  docs,
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
      '  labels:',
      `    ${nameLabel(context.name)}`,
      'spec:',
      '  # Pods with this label get the traffic.',
      '  selector:',
      `    ${nameLabel(workload?.name ?? context.name)}`,
      '  ports:',
      '    # Routes name the port; targetPort is where the container listens.',
      '    - name: http',
      '      port: 80',
      '      targetPort: 8080',
    ]);
  },
  form: [
    {
      title: 'Ports',
      isMain: true,
      help: 'Where the Service listens, and where its pods do.',
      docs: `${docs}#field-spec-ports`,
      fields: [portsField],
    },
    {
      title: 'Pods',
      isMain: true,
      help: 'Which pods get the traffic: those that carry all of these labels.',
      say: (value) => {
        const labels = readPairs(value, 'spec', 'selector').map(([key, text]) => `${key}=${text}`);
        return labels.length === 0 ? undefined : `pods with ${labels.slice(0, 3).join(', ')}`;
      },
      docs,
      fields: [{ type: 'map', path: 'spec.selector', label: 'Selector' }, affinityField, ...affinityTimeout],
    },
    {
      title: 'Reach',
      help: 'Who can call it: the cluster, the nodes, the world, or a name outside.',
      say: typeWords,
      docs: `${docs}#publishing-services-service-types`,
      fields: [typeField, ...reachFields],
    },
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
