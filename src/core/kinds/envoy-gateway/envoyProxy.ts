import { accessLogSection } from '../fields/proxy/accessLogSection.ts';
import { metricsSection } from '../fields/proxy/metricsSection.ts';
import { runtimeSections } from '../fields/proxy/runtimeSections.ts';
import { scalingSections } from '../fields/proxy/scalingSections.ts';
import { serviceSection } from '../fields/proxy/serviceSection.ts';
import { tracingSection } from '../fields/proxy/tracingSection.ts';
import { workloadSection } from '../fields/proxy/workloadSection.ts';
import { proxyReferences } from '../references/proxyReferences.ts';
import { summariseProxy } from '../summaries/proxySummary.ts';
import { envoyGateway } from '../targets.ts';
import { type Lines, manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

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
  summarise: summariseProxy,
  template: (context) =>
    manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'EnvoyProxy' }, body),
  form: [
    workloadSection,
    serviceSection,
    ...scalingSections,
    accessLogSection,
    metricsSection,
    tracingSection,
    ...runtimeSections,
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
