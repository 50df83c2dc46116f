import type { FieldDeclaration, FormSection } from '../../form.ts';
import { readText } from '../../reading.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { bufferFields, http2Fields, keepaliveFields } from '../connectionFields.ts';

const say =
  (...paths: readonly string[]) =>
  (value: unknown) =>
    sayFeatures(value, backendTrafficFeatures, ...paths);

const preconnectFields: readonly FieldDeclaration[] = [
  {
    type: 'number',
    path: 'spec.connection.preconnect.perEndpointPercent',
    label: 'Connections ahead, %',
    help: 'Of those in use; from 100, which is none ahead, to 300.',
  },
  {
    type: 'number',
    path: 'spec.connection.preconnect.predictivePercent',
    label: 'Connections ahead in all, %',
    help: 'To the endpoints that are likely next. With round robin and random only.',
  },
];

const upgradeField: FieldDeclaration = {
  type: 'list',
  path: 'spec.httpUpgrade',
  label: 'Upgrades',
  item: 'upgrade',
  help: 'WebSocket alone when there is none, and no upgrade with a request buffer.',
  newItem: (existing) => ({ type: existing.length === 0 ? 'websocket' : 'CONNECT' }),
  say: (upgrade) => readText(upgrade, 'type'),
  fields: [
    { type: 'text', path: 'type', label: 'Protocol', required: true, placeholder: 'websocket' },
    {
      type: 'boolean',
      path: 'connect.terminate',
      label: 'End CONNECT here',
      help: 'Only for CONNECT: what follows goes to the backend as plain TCP.',
    },
  ],
};

/** How the proxies speak with backends, from names to bytes. */
export const connectionSections: readonly FormSection[] = [
  {
    title: 'Connections',
    help: 'Memory for connections to backends, and connections that are opened ahead.',
    say: say('connection'),
    fields: [...bufferFields(), ...preconnectFields],
  },
  {
    title: 'TCP keepalive',
    help: 'Finds connections to backends that are dead without saying so.',
    say: say('tcpKeepalive'),
    fields: keepaliveFields,
  },
  {
    title: 'Protocol',
    help: 'What is spoken with backends.',
    say: say('useClientProtocol', 'httpUpgrade', 'proxyProtocol', 'routingType'),
    fields: [
      {
        type: 'boolean',
        path: 'spec.useClientProtocol',
        label: 'As the client does',
        help: 'HTTP/1.1 or HTTP/2, whichever the client chose.',
      },
      upgradeField,
      {
        type: 'enum',
        path: 'spec.proxyProtocol.version',
        label: 'PROXY protocol',
        options: ['V1', 'V2'],
        help: 'Tells the backend the address of the client before anything else; it has to expect that.',
      },
      {
        type: 'enum',
        path: 'spec.routingType',
        label: 'Routing',
        options: ['Endpoint', 'Service'],
        help: 'Endpoint: to the pods. Service: to the cluster address, so that Kubernetes balances.',
      },
    ],
  },
  {
    title: 'HTTP/2',
    help: 'Streams, windows and pings of HTTP/2 and gRPC to backends.',
    say: say('http2'),
    fields: http2Fields,
  },
  {
    title: 'DNS',
    help: 'How backends with a host name are looked up.',
    say: say('dns'),
    fields: [
      {
        type: 'enum',
        path: 'spec.dns.lookupFamily',
        label: 'Address family',
        options: ['IPv4', 'IPv6', 'IPv4Preferred', 'IPv6Preferred', 'IPv4AndIPv6'],
      },
      {
        type: 'duration',
        path: 'spec.dns.dnsRefreshRate',
        label: 'Looked up every',
        placeholder: '30s',
        help: '30s when empty.',
      },
      {
        type: 'boolean',
        path: 'spec.dns.respectDnsTtl',
        label: 'As the record says',
        help: 'Looks up again when the record has run out, whatever stands above. On when empty.',
      },
    ],
  },
];
