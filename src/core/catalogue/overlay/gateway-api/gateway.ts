import type { Condition, Rule } from '../../rule.ts';
import {
  all,
  any,
  assert,
  atLeastOneOf,
  each,
  forbiddenWhen,
  has,
  immutable,
  is,
  mustMatch,
  not,
  oneOfValues,
  requiredWhen,
  uniqueBy,
} from '../rules.ts';
import type { TypeTable } from './group.ts';
import { dnsName, hostnamePattern } from './scalars.ts';

const atomic = { listType: 'atomic' } as const;
const byName = { listType: 'map', listKeys: ['name'] } as const;
const byType = { listType: 'map', listKeys: ['type'] } as const;
const sameNamespace = { namespaces: { from: 'Same' } };

/** The conditions that the server fills in until a controller has had its say. */
export const waitingFor = (...types: string[]) => ({
  conditions: types.map((type) => ({
    type,
    status: 'Unknown',
    reason: 'Pending',
    message: 'Waiting for controller',
    lastTransitionTime: '1970-01-01T00:00:00Z',
  })),
});
const accepted = waitingFor('Accepted');
const programmed = waitingFor('Accepted', 'Programmed');

const listener = { fields: { allowedRoutes: { default: sameNamespace } } };

/** The lists of listeners of a Gateway and of a ListenerSet. */
const listeners: readonly Rule[] = [
  each('', [
    forbiddenWhen('tls', is('protocol', 'HTTP', 'TCP', 'UDP'), {
      message: 'Only HTTPS and TLS listeners have tls. Set protocol to HTTPS (or TLS), or remove tls.',
    }),
    oneOfValues('tls.mode', ['Terminate'], {
      when: is('protocol', 'HTTPS'),
      message:
        'An HTTPS listener reads the requests, so it must end TLS itself: mode {value} does not. Set mode to Terminate, or protocol to TLS to pass connections on as they are.',
    }),
    requiredWhen('tls', is('protocol', 'TLS'), {
      message:
        'A TLS listener says in tls what happens to connections. Add tls with mode Terminate and certificateRefs, or with mode Passthrough.',
    }),
    forbiddenWhen('hostname', is('protocol', 'TCP', 'UDP'), {
      filled: true,
      message:
        'TCP and UDP connections do not say which host they are for. Remove hostname, or listen with HTTP, HTTPS or TLS.',
    }),
  ]),
  uniqueBy('', ['port', 'protocol', 'hostname'], {
    message:
      'An earlier listener has the same port, protocol and hostname, so no request could tell them apart. Change one of the three, or remove this listener.',
  }),
];

const addressRules: readonly Rule[] = [
  assert(
    any(not(is('type', 'IPAddress')), not(has('value')), { format: 'ip', of: 'value' }),
    'value',
    'An address of type IPAddress is an IPv4 or IPv6 address, and "{value}" is none. Correct it, or set type to Hostname.',
  ),
  mustMatch('value', hostnamePattern, {
    when: is('type', 'Hostname'),
    message:
      'An address of type Hostname is a DNS name in lower case, and "{value}" is none. Correct it, or set type to IPAddress.',
  }),
];

const isAddressOf = (type: string): Condition => all(is('type', type), has('value'));

const metadataKeys = (what: string): readonly Rule[] => [
  each(
    '',
    [
      mustMatch('', `^(${dnsName}/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$`, {
        message: `"{value}" cannot be the key of ${what}: up to 63 letters, digits, "-", "_" and ".", after an optional DNS name and "/". Correct the key.`,
      }),
      mustMatch('', '^[^/]{0,252}(/|$)', {
        message: `The part before "/" in the key of ${what} has at most 252 characters. Shorten it.`,
      }),
    ],
    { keys: true },
  ),
];

/** What the kinds say of their status, at every version. */
export const gatewayKinds: TypeTable = {
  GatewayClass: { fields: { status: { default: accepted } } },
  Gateway: { fields: { status: { default: programmed } } },
};

/** GatewayClass, Gateway and ListenerSet. */
export const gateway: TypeTable = {
  ...gatewayKinds,
  ListenerSet: { fields: { status: { default: programmed } } },
  GatewayClassSpec: {
    fields: {
      description: { maxLength: 64 },
      controllerName: {
        rules: [
          immutable('', {
            message:
              'A GatewayClass stays with its controller: controllerName cannot change. Make a GatewayClass of another name, or delete this one first.',
          }),
        ],
      },
    },
  },
  GatewayClassStatus: {
    fields: { conditions: { ...byType, default: accepted.conditions }, supportedFeatures: byName },
  },
  GatewaySpec: {
    fields: {
      addresses: {
        ...atomic,
        rules: [
          uniqueBy('', ['type', 'value'], {
            among: any(isAddressOf('IPAddress'), isAddressOf('Hostname')),
            message: 'The gateway already asks for this address. Remove this entry.',
          }),
        ],
      },
      defaultScope: { channel: 'experimental' },
      listeners: { ...byName, rules: listeners },
    },
  },
  GatewaySpecAddress: { fields: { type: { default: 'IPAddress' } }, rules: addressRules },
  GatewayInfrastructure: {
    fields: {
      annotations: { maxProperties: 16, rules: metadataKeys('an annotation') },
      labels: { maxProperties: 8, rules: metadataKeys('a label') },
    },
  },
  AllowedListeners: { fields: { namespaces: { default: { from: 'None' } } } },
  ListenerNamespaces: { fields: { from: { default: 'None' } } },
  Listener: listener,
  ListenerTLSConfig: {
    fields: { mode: { default: 'Terminate' }, certificateRefs: atomic },
    rules: [
      atLeastOneOf(['certificateRefs', 'options'], {
        filled: true,
        when: is('mode', 'Terminate'),
        message:
          'To end TLS a listener needs a certificate. Add certificateRefs with the name of a Secret of type kubernetes.io/tls (or options, if the controller takes certificates from there), or set mode to Passthrough.',
      }),
    ],
  },
  AllowedRoutes: { fields: { kinds: atomic, namespaces: { default: { from: 'Same' } } } },
  RouteNamespaces: { fields: { from: { default: 'Same' } } },
  FrontendTLSConfig: { fields: { perPort: { listType: 'map', listKeys: ['port'] } } },
  FrontendTLSValidation: {
    fields: { caCertificateRefs: { ...atomic, maxItems: 16 }, mode: { default: 'AllowValidOnly' } },
  },
  GatewayStatus: {
    fields: {
      addresses: atomic,
      conditions: { ...byType, default: programmed.conditions },
      listeners: byName,
    },
  },
  GatewayStatusAddress: { fields: { type: { default: 'IPAddress' } }, rules: addressRules },
  ListenerStatus: { fields: { conditions: byType, supportedKinds: atomic } },
  ListenerSetSpec: { fields: { listeners: { ...byName, rules: listeners } } },
  ListenerEntry: listener,
  ListenerSetStatus: {
    fields: { conditions: { ...byType, default: programmed.conditions }, listeners: byName },
  },
  ListenerEntryStatus: { fields: { conditions: byType, supportedKinds: atomic } },
};
