import { freeName } from '../fields/freeName.ts';
import { readFlag, readNumber, readText } from '../reading.ts';
import { podReferences } from '../references/podReferences.ts';
import { containerRows } from '../summaries/containerRows.ts';
import { chip, count, summary } from '../summaries/rows.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { FieldDeclaration, KindDefinition } from '../types.ts';

const containersField: FieldDeclaration = {
  type: 'list',
  path: 'spec.template.spec.containers',
  label: 'Containers',
  item: 'container',
  newItem: (existing) => ({ name: freeName('app', existing), image: 'nginxinc/nginx-unprivileged:1.29' }),
  fields: [
    { type: 'name', path: 'name', label: 'Name', required: true },
    { type: 'text', path: 'image', label: 'Image', required: true },
    {
      type: 'list',
      path: 'ports',
      label: 'Ports',
      item: 'port',
      newItem: (existing) => ({ name: freeName('http', existing), containerPort: 8080 }),
      fields: [
        { type: 'name', path: 'name', label: 'Name' },
        { type: 'number', path: 'containerPort', label: 'Port', required: true },
        { type: 'enum', path: 'protocol', label: 'Protocol', options: ['TCP', 'UDP', 'SCTP'] },
      ],
    },
    { type: 'text', path: 'resources.requests.cpu', label: 'CPU request', placeholder: '100m' },
    { type: 'text', path: 'resources.requests.memory', label: 'Memory request', placeholder: '128Mi' },
    { type: 'text', path: 'resources.limits.cpu', label: 'CPU limit' },
    { type: 'text', path: 'resources.limits.memory', label: 'Memory limit', placeholder: '256Mi' },
    { type: 'text', path: 'readinessProbe.httpGet.path', label: 'Readiness path', placeholder: '/readyz' },
    {
      type: 'text',
      path: 'readinessProbe.httpGet.port',
      label: 'Readiness port',
      placeholder: 'http',
      orNumber: true,
      help: 'Needed beside the path: a number or the name of a port.',
    },
    {
      type: 'list',
      path: 'env',
      label: 'Environment',
      item: 'variable',
      newItem: (existing) => ({ name: freeName('LOG_LEVEL', existing).replaceAll('-', '_'), value: 'info' }),
      fields: [
        { type: 'text', path: 'name', label: 'Name', required: true },
        { type: 'text', path: 'value', label: 'Value' },
      ],
    },
  ],
};

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
  docs: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/',
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
  template: (context) => {
    const label = `app.kubernetes.io/name: ${scalar(context.name)}`;
    return manifest(context, { apiVersion: 'apps/v1', kind: 'Deployment' }, [
      'spec:',
      '  # Two, so that an update or a lost node leaves one.',
      '  replicas: 2',
      '  selector:',
      '    matchLabels:',
      `      ${label}`,
      '  template:',
      '    metadata:',
      '      labels:',
      `        ${label}`,
      '    spec:',
      '      containers:',
      '        - name: app',
      '          image: nginxinc/nginx-unprivileged:1.29',
      '          ports:',
      '            - name: http',
      '              containerPort: 8080',
      '          # Scheduling and autoscaling go by the requests.',
      '          resources:',
      '            requests:',
      '              cpu: 100m',
      '              memory: 128Mi',
      '            limits:',
      '              memory: 256Mi',
      '          # No traffic before this answers.',
      '          readinessProbe:',
      '            httpGet:',
      '              path: /',
      '              port: http',
    ]);
  },
  fields: [
    {
      type: 'number',
      path: 'spec.replicas',
      label: 'Replicas',
      help: 'Leave empty when an autoscaler decides.',
    },
    containersField,
    {
      type: 'map',
      path: 'spec.selector.matchLabels',
      label: 'Selector',
      help: 'Cannot be changed once it is in a cluster.',
    },
    { type: 'map', path: 'spec.template.metadata.labels', label: 'Pod labels' },
  ],
};
