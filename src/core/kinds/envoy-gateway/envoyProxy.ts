import { isSet, readAt, readNumber, readText } from '../reading.ts';
import { proxyReferences } from '../references/proxyReferences.ts';
import { featureChips } from '../summaries/features.ts';
import { proxyFeatures } from '../summaries/proxyFeatures.ts';
import { count, fieldRow, summary } from '../summaries/rows.ts';
import { envoyGateway } from '../targets.ts';
import { type Lines, manifest } from '../templates/manifest.ts';
import type { CardRow, CardSummary, KindDefinition } from '../types.ts';

const kubernetes = ['spec', 'provider', 'kubernetes'];

export const envoyProxy: KindDefinition = {
  group: envoyGateway,
  kind: 'EnvoyProxy',
  plural: 'envoyproxies',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'config',
  icon: 'proxy',
  purpose: 'How the proxies of Gateways are run: replicas, resources, service, telemetry',
  phase: 'class',
  baseName: 'proxy-settings',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/operations/customize-envoyproxy/',
  references: proxyReferences,
  summarise,
  template: (context) =>
    manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'EnvoyProxy' }, body),
  fields: [
    {
      type: 'number',
      path: 'spec.provider.kubernetes.envoyDeployment.replicas',
      label: 'Replicas',
      help: 'Leave empty when an HPA decides.',
    },
    { type: 'number', path: 'spec.provider.kubernetes.envoyHpa.minReplicas', label: 'HPA, least replicas' },
    { type: 'number', path: 'spec.provider.kubernetes.envoyHpa.maxReplicas', label: 'HPA, most replicas' },
    {
      type: 'enum',
      path: 'spec.provider.kubernetes.envoyService.type',
      label: 'Service type',
      options: ['LoadBalancer', 'ClusterIP', 'NodePort'],
    },
    {
      type: 'enum',
      path: 'spec.provider.kubernetes.envoyService.externalTrafficPolicy',
      label: 'External traffic',
      options: ['Local', 'Cluster'],
      help: 'Local keeps the client address; Cluster spreads evenly.',
    },
    { type: 'map', path: 'spec.provider.kubernetes.envoyService.annotations', label: 'Service annotations' },
    {
      type: 'text',
      path: 'spec.provider.kubernetes.envoyDeployment.container.resources.requests.cpu',
      label: 'CPU request',
      placeholder: '250m',
    },
    {
      type: 'text',
      path: 'spec.provider.kubernetes.envoyDeployment.container.resources.requests.memory',
      label: 'Memory request',
      placeholder: '256Mi',
    },
    {
      type: 'text',
      path: 'spec.provider.kubernetes.envoyDeployment.container.resources.limits.memory',
      label: 'Memory limit',
      placeholder: '512Mi',
    },
    {
      type: 'enum',
      path: 'spec.logging.level.default',
      label: 'Log level',
      options: ['error', 'warn', 'info', 'debug', 'trace'],
    },
    {
      type: 'boolean',
      path: 'spec.mergeGateways',
      label: 'Merge Gateways',
      help: 'All Gateways of the class share one set of proxies.',
    },
  ],
};

const body: Lines = [
  'spec:',
  '  provider:',
  '    type: Kubernetes',
  '    kubernetes:',
  '      envoyDeployment:',
  '        # Two, so that an update or a lost node does not close the way in.',
  '        replicas: 2',
  '        container:',
  '          resources:',
  '            requests:',
  '              cpu: 250m',
  '              memory: 256Mi',
  '            # No CPU limit: throttling shows as latency.',
  '            limits:',
  '              memory: 512Mi',
  '      # At least one stays while nodes are drained.',
  '      envoyPDB:',
  '        minAvailable: 1',
  '      envoyService:',
  '        type: LoadBalancer',
  '        # Keeps the address of the client.',
  '        externalTrafficPolicy: Local',
];

function summarise(value: unknown): CardSummary {
  const replicas = readNumber(value, ...kubernetes, 'envoyDeployment', 'replicas');
  const fixed = replicas === undefined ? undefined : count(replicas, 'replica');
  const isDaemonSet = isSet(value, ...kubernetes, 'envoyDaemonSet');
  return summary({
    subtitle: isDaemonSet ? 'one on each node' : (hpaWords(value) ?? fixed),
    rows: serviceRows(value),
    chips: featureChips(value, proxyFeatures),
  });
}

function hpaWords(value: unknown): string | undefined {
  const hpa = readAt(value, ...kubernetes, 'envoyHpa');
  const most = readNumber(hpa, 'maxReplicas');
  return most === undefined ? undefined : `${readNumber(hpa, 'minReplicas') ?? 1}–${most} replicas`;
}

function serviceRows(value: unknown): readonly CardRow[] {
  const path = [...kubernetes, 'envoyService'];
  if (!isSet(value, ...path)) return [];
  const policy = readText(value, ...path, 'externalTrafficPolicy');
  return [
    {
      ...fieldRow(path, {
        label: readText(value, ...path, 'type') ?? 'LoadBalancer',
        parts: [policy === undefined ? undefined : `traffic ${policy.toLowerCase()}`],
      }),
      id: 'envoyService',
    },
  ];
}
