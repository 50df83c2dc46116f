import type { FieldDeclaration, FormSection, ListFieldDeclaration } from '../form.ts';
import { isSet, readAt, readList, readText } from '../reading.ts';
import { endpointWords } from '../summaries/endpointWords.ts';
import { words } from '../summaries/rows.ts';
import { sayWords, sentence, together } from '../summaries/sentences.ts';
import { authoritiesField } from './caFields.ts';
import { tlsFields } from './tlsFields.ts';

const endpointsField: ListFieldDeclaration = {
  type: 'list',
  path: 'spec.endpoints',
  label: 'Endpoints',
  item: 'endpoint',
  help: 'Host names cannot be mixed with addresses and sockets.',
  newItem: () => ({ fqdn: { hostname: 'api.example.com', port: 443 } }),
  say: (endpoint) => sayWords(endpointWords(endpoint)),
  fields: [
    {
      type: 'choice',
      path: '',
      label: 'Is',
      required: true,
      members: [
        {
          label: 'A host name',
          key: 'fqdn',
          newValue: () => ({ hostname: 'api.example.com', port: 443 }),
          fields: [
            {
              type: 'text',
              path: 'fqdn.hostname',
              label: 'Host name',
              required: true,
              placeholder: 'api.example.com',
            },
            { type: 'number', path: 'fqdn.port', label: 'Port', required: true },
          ],
        },
        {
          label: 'An address',
          key: 'ip',
          newValue: () => ({ address: '10.0.0.10', port: 8080 }),
          fields: [
            { type: 'text', path: 'ip.address', label: 'Address', required: true, placeholder: '10.0.0.10' },
            { type: 'number', path: 'ip.port', label: 'Port', required: true },
          ],
        },
        {
          label: 'A socket',
          help: 'A file on the machine of the proxy.',
          key: 'unix',
          newValue: () => ({ path: '/var/run/app.sock' }),
          fields: [
            {
              type: 'text',
              path: 'unix.path',
              label: 'Path',
              required: true,
              placeholder: '/var/run/app.sock',
            },
          ],
        },
      ],
    },
    { type: 'text', path: 'zone', label: 'Zone', help: 'For zone-aware load balancing.' },
    {
      type: 'text',
      path: 'hostname',
      label: 'Name for TLS and checks',
      placeholder: 'api.example.com',
      help: 'Where the address does not say it.',
    },
  ],
};

const tlsSettings: readonly FieldDeclaration[] = [
  {
    type: 'text',
    path: 'spec.tls.sni',
    label: 'Server name',
    placeholder: 'api.example.com',
    help: 'What is asked for (SNI), and the name that the certificate has to carry.',
  },
  {
    type: 'boolean',
    path: 'spec.tls.autoSNIFromEndpointHostname',
    label: 'Server name of the endpoint',
    help: 'In place of the one above.',
  },
  authoritiesField('spec.tls', [
    {
      label: 'Nobody',
      help: 'Any certificate is taken: for trying things out.',
      key: 'insecureSkipVerify',
      newValue: () => true,
      fields: [{ type: 'boolean', path: 'insecureSkipVerify', label: 'Skip verification' }],
    },
  ]),
  {
    type: 'reference',
    path: 'spec.tls.clientCertificateRef',
    label: 'Client certificate',
    reference: 'clientCertificateRef',
    help: 'What is shown to a backend that asks; a Secret of this namespace.',
  },
  ...tlsFields('spec.tls'),
];

/** Where a Backend is, and how it is spoken to. */
export const backendSections: readonly FormSection[] = [
  {
    title: 'Endpoints',
    isMain: true,
    help: 'Where the requests go.',
    say: sayEndpoints,
    fields: [
      endpointsField,
      {
        type: 'enum',
        path: 'spec.type',
        label: 'Type',
        options: ['Endpoints', 'DynamicResolver'],
        help: 'DynamicResolver goes to whatever host the request names, and has no endpoints. Endpoints when empty.',
      },
      {
        type: 'boolean',
        path: 'spec.fallback',
        label: 'Fallback',
        help: 'Used only when the other backends are not healthy; they need health checks for that.',
      },
      {
        type: 'texts',
        path: 'spec.appProtocols',
        label: 'Protocols',
        options: ['gateway.envoyproxy.io/h2c', 'gateway.envoyproxy.io/ws', 'gateway.envoyproxy.io/wss'],
        help: 'HTTP/1.1 when empty; h2c for HTTP/2 and gRPC without TLS.',
      },
    ],
  },
  {
    title: 'TLS',
    help: 'Encrypts the way to this backend and checks its certificate.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/security/backend-tls/',
    say: sayTls,
    fields: tlsSettings,
  },
];

function sayEndpoints(value: unknown): string | undefined {
  if (readText(value, 'spec', 'type') === 'DynamicResolver') return 'Whatever host the request names';
  return sentence(
    together(
      readList(value, 'spec', 'endpoints')
        .slice(0, 8)
        .map((each) => endpointWords(each).label),
    ),
  );
}

function sayTls(value: unknown): string | undefined {
  const tls = readAt(value, 'spec', 'tls');
  if (!isSet(tls)) return undefined;
  if (readAt(tls, 'insecureSkipVerify') === true) return 'Any certificate is taken';
  const bundles = readList(tls, 'caCertificateRefs').flatMap((ref) => readText(ref, 'name') ?? []);
  const known = readText(tls, 'wellKnownCACertificates');
  const by = together([...(known === undefined ? [] : [`${known} CAs`]), ...bundles]);
  return sentence(
    words(
      'certificate of',
      readText(tls, 'sni') ?? 'the backend',
      by === undefined ? undefined : `checked by ${by}`,
    ),
  );
}
