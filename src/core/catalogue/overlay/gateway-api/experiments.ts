import { listOf, of, record, resource, text } from '../fields.ts';
import { compare, forbidden, immutable, mustNotMatch, union } from '../rules.ts';
import { waitingFor } from './gateway.ts';
import { nameIn, type TypeTable, v1Name } from './group.ts';

/** The folder of types that upstream tries out. */
export const experimentsFolder = 'gateway.networking.x-k8s.io/v1alpha1';
const own = (type: string) => nameIn(experimentsFolder, type);

/** Upstream compares the outcome of the check with null, which it never is; later releases mend it. */
const noPortName = forbidden('', {
  filled: true,
  message:
    'Gateway API v1.6.1 refuses every name of a port, "{value}" too: its check of the name is at fault, and mended later. Remove the name.',
  link: 'https://github.com/kubernetes-sigs/gateway-api/pull/5193',
});

const backend: TypeTable = {
  XBackend: resource(
    'A destination for routes that says, beside the port, how to connect: with which protocol and TLS. Routes name it in backendRefs.',
    own('BackendSpec'),
    own('BackendStatus'),
    { require: ['spec'] },
  ),
  BackendSpec: record(
    'Where requests go, and how the connection is made.',
    {
      'type!': text('What kind of destination this is.', { enum: ['ExternalHostname'] }),
      externalHostname: of(
        own('ExternalHostnameBackend'),
        'The host outside of the cluster, for type ExternalHostname.',
      ),
      'port!': of(own('BackendPort'), 'The port to connect to.'),
      protocol: text(
        'What is spoken to the destination. Without it, the protocol follows from the route and the listener.',
        { enum: ['TCP', 'HTTP', 'HTTP2', 'HTTP11', 'H2C', 'MCP'] },
      ),
      tls: of(
        own('BackendTLS'),
        'How the connection is encrypted. A host outside of the cluster should have it.',
      ),
    },
    [union('type', { ExternalHostname: 'externalHostname' })],
  ),
  ExternalHostnameBackend: record('A host outside of the cluster.', {
    'hostname!': of(v1Name('PreciseHostname'), 'Its full DNS name. An IP address does not count as one.', {
      rules: [
        mustNotMatch('', '\\.cluster\\.local$', {
          message:
            '"{value}" is a name inside of the cluster, and this is for hosts outside of it. Write an external name, or let the route refer to the Service itself.',
        }),
      ],
    }),
  }),
  BackendPort: record('A port of the destination.', {
    name: text('A name for the port: one DNS label. Leave it out: v1.6.1 takes none.', {
      maxLength: 63,
      rules: [noPortName],
    }),
    'port!': of(v1Name('PortNumber'), 'Its number.'),
  }),
  BackendTLS: record(
    'How the connection to the destination is encrypted.',
    {
      'mode!': text(
        'None for plain text, ServerOnly to check the certificate of the destination, ClientAndServer to show one as well.',
        { enum: ['None', 'ServerOnly', 'ClientAndServer'] },
      ),
      validation: of(
        v1Name('BackendTLSPolicyValidation'),
        'What the certificate of the destination must fulfil.',
      ),
      clientCertificateRef: of(
        v1Name('SecretObjectReference'),
        'The Secret with the certificate and key to show, for mode ClientAndServer.',
      ),
    },
    [union('mode', { ClientAndServer: 'clientCertificateRef' })],
  ),
  BackendStatus: record('What the controllers made of the destination.', {
    parents: listOf({ ref: own('BackendParentStatus') }, 'One entry for each controller that uses it.', {
      listType: 'atomic',
      maxItems: 32,
    }),
  }),
  BackendParentStatus: record('What one controller made of the destination, for one parent.', {
    'parentRef!': of(v1Name('ParentReference'), 'The parent: a Gateway, or a route.'),
    'controllerName!': of(v1Name('GatewayController'), 'The controller that wrote this entry.'),
    conditions: listOf({ ref: 'apis/meta/v1.Condition' }, 'What it has to say, one entry a type.', {
      listType: 'map',
      listKeys: ['type'],
    }),
  }),
};

const byDuration = { as: 'duration' } as const;
const atMostAnHour = compare(
  '',
  '<=',
  { value: '1h' },
  {
    ...byDuration,
    message: 'An interval is at most 1h, and {value} is longer. Shorten it.',
  },
);

const trafficPolicy: TypeTable = {
  BackendTrafficPolicySpec: {
    fields: { targetRefs: { listType: 'map', listKeys: ['group', 'kind', 'name'] } },
  },
  RetryConstraint: {
    fields: {
      budget: { default: { percent: 20, interval: '10s' } },
      minRetryRate: { default: { count: 10, interval: '1s' } },
    },
  },
  BudgetDetails: {
    fields: {
      percent: { default: 20 },
      interval: {
        default: '10s',
        rules: [
          compare(
            '',
            '>=',
            { value: '1s' },
            {
              ...byDuration,
              message: 'Retries are counted over at least 1s, and {value} is shorter. Lengthen the interval.',
            },
          ),
          atMostAnHour,
        ],
      },
    },
  },
  RequestRate: {
    fields: {
      interval: {
        rules: [
          compare(
            '',
            '!=',
            { value: '0s' },
            {
              ...byDuration,
              message:
                'A rate needs a time to count in, and {value} is none. Set an interval of up to 1h, such as 1s.',
            },
          ),
          atMostAnHour,
        ],
      },
    },
  },
};

const mesh: TypeTable = {
  XMesh: { fields: { status: { default: waitingFor('Accepted') } } },
  MeshSpec: {
    fields: {
      description: { maxLength: 64 },
      controllerName: {
        rules: [
          immutable('', {
            message:
              'A mesh stays with its controller: controllerName cannot change. Make an XMesh of another name, or delete this one first.',
          }),
        ],
      },
    },
  },
  MeshStatus: {
    fields: {
      conditions: {
        listType: 'map',
        listKeys: ['type'],
        default: waitingFor('Accepted', 'Programmed').conditions,
      },
      supportedFeatures: { listType: 'map', listKeys: ['name'] },
    },
  },
};

/** XBackend, XBackendTrafficPolicy and XMesh. Only the last two are in the package. */
export const experiments: TypeTable = { ...backend, ...trafficPolicy, ...mesh };
