import { backend, service } from '../targets.ts';
import type { ReferenceDeclaration } from '../types.ts';
import { askedBackends } from './backendRef.ts';
import { secretReference } from './certificateRefs.ts';
import { controllerNamespace } from './controllerNamespace.ts';
import { environmentReferences, variableReferences, volumeReferences } from './podReferences.ts';

/** Where proxies send logs, metrics and traces. */
const telemetry: readonly (readonly [name: string, path: string])[] = [
  ['accessLog als', 'spec.telemetry.accessLog.settings[*].sinks[*].als'],
  ['accessLog openTelemetry', 'spec.telemetry.accessLog.settings[*].sinks[*].openTelemetry'],
  ['metrics openTelemetry', 'spec.telemetry.metrics.sinks[*].openTelemetry'],
  ['tracing provider', 'spec.telemetry.tracing.provider'],
];

const kubernetes = 'spec.provider.kubernetes';

/** What an EnvoyProxy refers to. Its telemetry reaches into any namespace: Envoy Gateway asks for no grant there. */
export const proxyReferences: readonly ReferenceDeclaration[] = [
  ...telemetry.flatMap(([name, path]) =>
    askedBackends({ name, path, to: [service, backend], needsGrant: false, byHand: true }),
  ),
  // Envoy Gateway takes it from the EnvoyProxy's own namespace only; no grant opens another.
  secretReference({ name: 'clientCertificateRef', path: 'spec.backendTLS.clientCertificateRef' }),
  ...['envoyDeployment', 'envoyDaemonSet'].flatMap((workload) => [
    ...variableReferences(`${kubernetes}.${workload}.container`, {
      ...controllerNamespace,
      suffix: ` (${workload})`,
    }),
    ...volumeReferences(`${kubernetes}.${workload}.pod`, {
      ...controllerNamespace,
      suffix: ` (${workload})`,
    }),
  ]),
  ...environmentReferences(`${kubernetes}.envoyDeployment.initContainers[*]`, {
    ...controllerNamespace,
    suffix: ' of an init container',
  }),
  ...variableReferences(`${kubernetes}.envoyDeployment.initContainers[*]`, {
    ...controllerNamespace,
    suffix: ' of an init container',
  }),
];
