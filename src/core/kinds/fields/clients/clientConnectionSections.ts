import type { ChoiceFieldDeclaration, FieldDeclaration, FormSection } from '../../form.ts';
import { clientTrafficFeatures } from '../../summaries/clientTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { bufferFields, keepaliveFields } from '../connectionFields.ts';

const say =
  (...paths: readonly string[]) =>
  (value: unknown) =>
    sayFeatures(value, clientTrafficFeatures, ...paths);

const limitFields: readonly FieldDeclaration[] = [
  {
    type: 'number',
    path: 'spec.connection.connectionLimit.value',
    label: 'Most connections',
    help: 'Of one listener of one proxy; the rest is closed.',
  },
  {
    type: 'duration',
    path: 'spec.connection.connectionLimit.closeDelay',
    label: 'Closed after',
    placeholder: '1s',
    help: 'Holds what is refused for a while, so that clients do not come back at once. Needs the number above.',
  },
  {
    type: 'duration',
    path: 'spec.connection.connectionLimit.maxConnectionDuration',
    label: 'Longest connection',
    placeholder: '1h',
  },
  {
    type: 'number',
    path: 'spec.connection.connectionLimit.maxRequestsPerConnection',
    label: 'Requests of a connection',
    help: '1 switches keepalive off.',
  },
  {
    type: 'duration',
    path: 'spec.connection.connectionLimit.maxStreamDuration',
    label: 'Longest request',
    placeholder: '30m',
  },
  {
    type: 'number',
    path: 'spec.connection.maxAcceptPerSocketEvent',
    label: 'Accepted at once',
    help: '1 when empty; 0 as many as there are.',
  },
];

/** Which of the addresses in X-Forwarded-For is the client's. */
const hopsField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'xForwardedFor',
  label: 'Trusted',
  required: true,
  members: [
    {
      label: 'A number of proxies',
      key: 'numTrustedHops',
      newValue: () => 1,
      fields: [
        {
          type: 'number',
          path: 'numTrustedHops',
          label: 'Trusted hops',
          help: 'How many proxies in front of the Gateway add to the header.',
        },
      ],
    },
    {
      label: 'Proxies of these addresses',
      key: 'trustedCIDRs',
      newValue: () => ['10.0.0.0/8'],
      fields: [
        {
          type: 'texts',
          path: 'trustedCIDRs',
          label: 'Trusted addresses',
          of: 'cidr',
          placeholder: '10.0.0.0/8',
        },
      ],
    },
  ],
};

const detectionField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'spec.clientIPDetection',
  label: 'The address is in',
  members: [
    {
      label: 'X-Forwarded-For',
      key: 'xForwardedFor',
      newValue: () => ({ numTrustedHops: 1 }),
      fields: [
        hopsField,
        {
          type: 'boolean',
          path: 'xForwardedFor.disableXForwardedForAppend',
          label: 'Keep the header as it is',
          help: 'The proxy does not add the address of whoever connects.',
        },
      ],
    },
    {
      label: 'A header of your own',
      help: 'Which only something that you trust may set.',
      key: 'customHeader',
      newValue: () => ({ name: 'x-real-ip' }),
      fields: [
        { type: 'text', path: 'customHeader.name', label: 'Header', required: true },
        {
          type: 'boolean',
          path: 'customHeader.failClosed',
          label: 'Refuse requests without it',
          help: 'With 403.',
        },
      ],
    },
    {
      label: 'The connection itself',
      help: 'For load balancers that keep the address of the client. Read by GeoIP.',
      key: 'directSourceIP',
      newValue: () => ({}),
      fields: [],
    },
  ],
};

function timeoutField(path: string, label: string, placeholder: string, help: string): FieldDeclaration {
  return { type: 'duration', path: `spec.timeout.${path}`, label, placeholder, help };
}

/** How clients may connect, and how long they may take. */
export const clientConnectionSections: readonly FormSection[] = [
  {
    title: 'Timeouts',
    help: 'Lets go of clients that send slowly or fall silent.',
    say: say('timeout'),
    fields: [
      timeoutField(
        'http.requestReceivedTimeout',
        'Request within',
        '60s',
        'The whole request, body included.',
      ),
      timeoutField('http.requestHeadersReceivedTimeout', 'Headers within', '10s', 'From the first byte on.'),
      timeoutField('http.idleTimeout', 'Idle connection', '5m', 'Without requests; 1h when empty.'),
      timeoutField('http.streamIdleTimeout', 'Idle request', '5m', 'On which nothing moves; 5m when empty.'),
      timeoutField(
        'tcp.idleTimeout',
        'Idle TCP connection',
        '1h',
        'For TCP and TLS listeners; 1h when empty.',
      ),
      timeoutField('tcp.tlsHandshakeTimeout', 'TLS handshake within', '10s', '10s when empty.'),
      timeoutField(
        'tcp.connectionInspectionTimeout',
        'First bytes within',
        '15s',
        'Until it is known what is spoken.',
      ),
    ],
  },
  {
    title: 'Connections',
    help: 'How many connections there may be, and how much memory each gets.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/connection-limit/',
    say: say('connection'),
    fields: [...limitFields, ...bufferFields(' AI Gateway needs far more, such as 50Mi.')],
  },
  {
    title: 'TCP keepalive',
    help: 'Finds clients that are gone without saying so.',
    say: say('tcpKeepalive'),
    fields: keepaliveFields,
  },
  {
    title: 'Client address',
    help: 'Where the real address of a client is found: limits, authorization and logs go by it.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/client-traffic-policy/',
    say: say('clientIPDetection', 'proxyProtocol', 'enableProxyProtocol'),
    fields: [
      detectionField,
      {
        type: 'choice',
        path: 'spec',
        label: 'PROXY protocol',
        help: 'A load balancer in front tells the address of the client before anything else.',
        members: [
          {
            label: 'Expected',
            key: 'proxyProtocol',
            newValue: () => ({ optional: false }),
            fields: [
              {
                type: 'boolean',
                path: 'proxyProtocol.optional',
                label: 'Optional',
                help: 'Takes connections without it as well; then anyone may claim an address.',
              },
            ],
          },
        ],
      },
    ],
  },
];
