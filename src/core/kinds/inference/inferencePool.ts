import { readAt, readNumber, readPairs, readText } from '../reading.ts';
import { fieldRow, listing, listRows, summary } from '../summaries/rows.ts';
import { daemonSet, deployment, inference, pod, replicaSet, service, statefulSet } from '../targets.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { CardRow, KindDefinition, TemplateContext } from '../types.ts';

const picker = ['spec', 'endpointPickerRef'];

export const inferencePool: KindDefinition = {
  group: inference,
  kind: 'InferencePool',
  plural: 'inferencepools',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'backend',
  icon: 'pool',
  purpose: 'Pods that serve a model, with a picker that chooses one for each request',
  phase: 'service',
  baseName: 'model-pool',
  docs: 'https://gateway-api-inference-extension.sigs.k8s.io/api-types/inferencepool/',
  references: [
    {
      name: 'selector',
      form: 'pod-selector',
      path: 'spec.selector.matchLabels',
      to: [deployment, statefulSet, daemonSet, replicaSet, pod],
      role: 'selects',
      flow: 'forward',
      namespace: 'own',
    },
    {
      name: 'endpointPickerRef',
      form: 'object',
      path: 'spec.endpointPickerRef',
      to: [service],
      role: 'uses',
      flow: 'forward',
      namespace: 'own',
      // A port goes with it, which is a map here.
      byHand: true,
    },
  ],
  summarise: (value) =>
    summary({
      subtitle: listing(
        readPairs(value, 'spec', 'selector', 'matchLabels').map(([key, label]) => `${key}=${label}`),
        2,
      ),
      rows: [
        ...listRows(value, ['spec', 'targetPorts'], (port) => ({
          label: String(readNumber(port, 'number') ?? 'port'),
          parts: ['of each pod'],
        })),
        ...pickerRows(value),
      ],
      chips: [
        readText(value, 'spec', 'appProtocol') === 'kubernetes.io/h2c'
          ? { text: 'h2c', detail: 'HTTP/2 without TLS' }
          : undefined,
      ],
    }),
  template: (context) => {
    const workload = context.pick(deployment, statefulSet);
    return manifest(context, { apiVersion: `${inference}/v1`, kind: 'InferencePool' }, [
      'spec:',
      '  # Pods of this namespace with this label serve the model.',
      '  selector:',
      '    matchLabels:',
      `      app.kubernetes.io/name: ${scalar(workload?.name ?? context.name)}`,
      '  # Where each of them listens.',
      '  targetPorts:',
      '    - number: 8000',
      '  # A Service that is asked for each request which of them takes it.',
      '  endpointPickerRef:',
      `    name: ${scalar(pickerName(context))}`,
      '    port:',
      '      number: 9002',
    ]);
  },
  form: [
    {
      title: 'Pods',
      isMain: true,
      help: 'Which pods serve the model, and where they listen.',
      fields: [
        {
          type: 'map',
          path: 'spec.selector.matchLabels',
          label: 'Labels',
          help: 'Pods of the same namespace that have all of them.',
        },
        {
          type: 'list',
          path: 'spec.targetPorts',
          label: 'Ports',
          item: 'port',
          help: 'Each port of each pod is an endpoint of its own.',
          newItem: (existing) => ({ number: freePort(existing) }),
          say: (port) => readText(port, 'number'),
          fields: [{ type: 'number', path: 'number', label: 'Port', required: true }],
        },
        {
          type: 'enum',
          path: 'spec.appProtocol',
          label: 'Protocol',
          options: ['http', 'kubernetes.io/h2c'],
          help: 'HTTP/1.1 when empty; h2c is HTTP/2 without TLS.',
        },
      ],
    },
    {
      title: 'Endpoint picker',
      isMain: true,
      help: 'Chooses the pod for each request by load, cache and adapters.',
      say: (value) => {
        const name = readText(value, ...picker, 'name');
        return name === undefined ? undefined : `Asks ${pickerAddress(value)}`;
      },
      fields: [
        {
          type: 'reference',
          path: 'spec.endpointPickerRef',
          label: 'Service',
          reference: 'endpointPickerRef',
        },
        {
          type: 'number',
          path: 'spec.endpointPickerRef.port.number',
          label: 'Port',
          placeholder: '9002',
        },
        {
          type: 'enum',
          path: 'spec.endpointPickerRef.failureMode',
          label: 'When it fails',
          options: ['FailClose', 'FailOpen'],
          help: 'FailClose drops the request and is the default, FailOpen sends it to any pod.',
        },
      ],
    },
  ],
};

function pickerRows(value: unknown): readonly CardRow[] {
  if (readText(value, ...picker, 'name') === undefined) return [];
  return [
    fieldRow(picker, {
      label: 'endpoint picker',
      parts: [pickerAddress(value)],
      chips: [
        readText(value, ...picker, 'failureMode') === 'FailOpen'
          ? { text: 'fails open', detail: 'sends requests to any pod when the picker fails' }
          : undefined,
      ],
    }),
  ];
}

function pickerAddress(value: unknown): string {
  const port = readNumber(readAt(value, ...picker), 'port', 'number');
  return `${readText(value, ...picker, 'name') ?? '?'}${port === undefined ? '' : `:${port}`}`;
}

/** A Service at hand picks endpoints only if its name says so. */
function pickerName(context: TemplateContext): string {
  const picked = context.pick(service);
  const isPicker = picked !== undefined && /(^|-)(epp|endpoint-picker)$/.test(picked.name);
  return isPicker && picked.namespace === context.namespace ? picked.name : `${context.name}-epp`;
}

function freePort(existing: readonly unknown[]): number {
  const taken = new Set(existing.map((port) => readNumber(port, 'number')));
  let port = 8000;
  while (taken.has(port)) port++;
  return port;
}
