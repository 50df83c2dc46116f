import { gatewaySections } from '../fields/gatewaySections.ts';
import { listenersSection } from '../fields/listenerFields.ts';
import { isSet, readText } from '../reading.ts';
import {
  caCertificateReference,
  listenerCertificateRef,
  secretReference,
} from '../references/certificateRefs.ts';
import { gatewayConfigRef } from '../references/gatewayConfigRef.ts';
import { listenerRows } from '../summaries/listenerRows.ts';
import { chip, summary } from '../summaries/rows.ts';
import { anyKind, configMap, envoyProxy, gatewayApi, gatewayClass } from '../targets.ts';
import { gatewayListeners } from '../templates/listenerLines.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { KindDefinition, ReferenceDeclaration } from '../types.ts';

const references: readonly ReferenceDeclaration[] = [
  {
    name: 'gatewayClassName',
    form: 'name',
    path: 'spec.gatewayClassName',
    to: [gatewayClass],
    role: 'configured-by',
    flow: 'backward',
    namespace: 'cluster',
  },
  listenerCertificateRef,
  {
    name: 'parametersRef',
    form: 'object',
    path: 'spec.infrastructure.parametersRef',
    to: [envoyProxy, configMap, anyKind],
    role: 'configured-by',
    flow: 'backward',
    namespace: 'own',
    explicitType: true,
  },
  gatewayConfigRef,
  secretReference({
    name: 'clientCertificateRef',
    path: 'spec.tls.backend.clientCertificateRef',
    needsGrant: true,
  }),
  caCertificateReference({
    name: 'caCertificateRef',
    path: 'spec.tls.frontend.default.validation.caCertificateRefs[*]',
    namespace: 'field',
    defaultKind: 'ConfigMap',
    explicitType: true,
    needsGrant: true,
  }),
  caCertificateReference({
    name: 'caCertificateRef of a port',
    path: 'spec.tls.frontend.perPort[*].tls.validation.caCertificateRefs[*]',
    namespace: 'field',
    defaultKind: 'ConfigMap',
    explicitType: true,
    needsGrant: true,
  }),
];

export const gateway: KindDefinition = {
  group: gatewayApi,
  kind: 'Gateway',
  plural: 'gateways',
  versions: ['v1', 'v1beta1'],
  scope: 'namespaced',
  family: 'gateway',
  icon: 'gateway',
  purpose: 'Opens ports and ends TLS: the way in',
  phase: 'gateway',
  baseName: 'web',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/gateway/',
  references,
  summarise: (value) =>
    summary({
      subtitle: readText(value, 'spec', 'gatewayClassName'),
      rows: listenerRows(value),
      chips: [
        isSet(value, 'spec', 'tls', 'frontend')
          ? { text: 'mTLS', detail: 'clients show a certificate' }
          : undefined,
        isSet(value, 'spec', 'allowedListeners')
          ? chip(
              'listener sets',
              `from ${readText(value, 'spec', 'allowedListeners', 'namespaces', 'from') ?? 'None'}`,
            )
          : undefined,
      ],
    }),
  template: (context) =>
    manifest(context, { apiVersion: `${gatewayApi}/v1`, kind: 'Gateway' }, [
      'spec:',
      `  gatewayClassName: ${scalar(context.pick(gatewayClass)?.name ?? 'eg')}`,
      '  listeners:',
      ...gatewayListeners(context),
    ]),
  form: [
    {
      title: 'Class',
      isMain: true,
      help: 'Who runs this Gateway and how.',
      fields: [
        { type: 'reference', path: 'spec.gatewayClassName', label: 'Class', reference: 'gatewayClassName' },
      ],
    },
    listenersSection,
    ...gatewaySections,
    {
      title: 'AI Gateway',
      help: 'For a Gateway with AIGatewayRoutes or MCPRoutes on it.',
      fields: [
        {
          type: 'reference',
          path: gatewayConfigRef.path,
          label: 'Settings of the filter',
          reference: gatewayConfigRef.name,
          help: 'A GatewayConfig of the same namespace, named in an annotation.',
        },
      ],
    },
  ],
};
