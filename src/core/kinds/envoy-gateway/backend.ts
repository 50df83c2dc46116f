import { isSet, readFlag, readNumber, readText, readTexts } from '../reading.ts';
import { caCertificateReference, secretReference } from '../references/certificateRefs.ts';
import { listRows, type RowWords, summary } from '../summaries/rows.ts';
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
  fields: [
    {
      type: 'list',
      path: 'spec.endpoints',
      label: 'Endpoints',
      item: 'endpoint',
      help: 'Host names and addresses cannot be mixed.',
      newItem: () => ({ fqdn: { hostname: 'api.example.com', port: 443 } }),
      fields: [
        { type: 'text', path: 'fqdn.hostname', label: 'Hostname', placeholder: 'api.example.com' },
        { type: 'number', path: 'fqdn.port', label: 'Port of the hostname' },
        { type: 'text', path: 'ip.address', label: 'Address', placeholder: '10.0.0.10' },
        { type: 'number', path: 'ip.port', label: 'Port of the address' },
      ],
    },
    {
      type: 'boolean',
      path: 'spec.fallback',
      label: 'Fallback',
      help: 'Used only when the other backends are not healthy.',
    },
    { type: 'text', path: 'spec.tls.sni', label: 'TLS server name', placeholder: 'api.example.com' },
    { type: 'enum', path: 'spec.tls.wellKnownCACertificates', label: 'Well-known CAs', options: ['System'] },
    {
      type: 'reference',
      path: 'spec.tls.caCertificateRefs',
      label: 'CA certificates',
      reference: 'caCertificateRef',
    },
  ],
};

/** Policies name an endpoint of a Backend by its port, as text. */
function endpointWords(endpoint: unknown): RowWords {
  const type = ['fqdn', 'ip', 'unix'].find((each) => isSet(endpoint, each)) ?? 'endpoint';
  const host = readText(endpoint, type, 'hostname') ?? readText(endpoint, type, 'address');
  const port = readNumber(endpoint, type, 'port');
  const label =
    host === undefined
      ? readText(endpoint, 'unix', 'path')
      : `${host}${port === undefined ? '' : `:${port}`}`;
  const zone = readText(endpoint, 'zone');
  return {
    label: label ?? type,
    parts: [type === 'unix' ? 'socket' : undefined, zone === undefined ? undefined : `zone ${zone}`],
    ...(port === undefined ? {} : { section: String(port) }),
  };
}
