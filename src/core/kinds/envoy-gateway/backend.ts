import { backendSections } from '../fields/backendSections.ts';
import { isSet, readFlag, readText, readTexts } from '../reading.ts';
import { caCertificateReference, secretReference } from '../references/certificateRefs.ts';
import { endpointWords } from '../summaries/endpointWords.ts';
import { listRows, summary } from '../summaries/rows.ts';
import { envoyGateway } from '../targets.ts';
import { manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

export const backend: KindDefinition = {
  group: envoyGateway,
  kind: 'Backend',
  plural: 'backends',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'backend',
  icon: 'backend',
  purpose: 'A destination outside the cluster: a host name, an address or a socket',
  phase: 'service',
  baseName: 'external-api',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/backend/',
  references: [
    // Envoy Gateway takes the client certificate from the Backend's own namespace only; no grant opens another.
    secretReference({ name: 'clientCertificateRef', path: 'spec.tls.clientCertificateRef' }),
    caCertificateReference({
      name: 'caCertificateRef',
      path: 'spec.tls.caCertificateRefs[*]',
      defaultKind: 'ConfigMap',
      explicitType: true,
    }),
  ],
  summarise: (value) =>
    summary({
      subtitle:
        readText(value, 'spec', 'type') === 'DynamicResolver'
          ? 'resolves the host of the request'
          : undefined,
      rows: listRows(value, ['spec', 'endpoints'], endpointWords),
      chips: [
        isSet(value, 'spec', 'tls') ? { text: 'TLS', detail: 'to the backend' } : undefined,
        readFlag(value, 'spec', 'fallback')
          ? { text: 'fallback', detail: 'used when the other backends are not healthy' }
          : undefined,
        ...readTexts(value, 'spec', 'appProtocols').map((protocol) => ({
          text: protocol.replace('gateway.envoyproxy.io/', ''),
        })),
      ],
    }),
  template: (context) =>
    manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'Backend' }, [
      'spec:',
      '  endpoints:',
      '    - fqdn:',
      '        hostname: api.example.com',
      '        port: 443',
      '  # Port 443 speaks TLS: trust the public CAs and ask for this server name.',
      '  tls:',
      '    wellKnownCACertificates: System',
      '    sni: api.example.com',
    ]),
  form: backendSections,
};
