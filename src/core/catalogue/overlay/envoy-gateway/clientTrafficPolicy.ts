import { flag, listOf, of, record } from '../fields.ts';
import {
  all,
  atMostOneOf,
  exactlyOneOf,
  filled,
  forbiddenWhen,
  has,
  is,
  not,
  requiredWhen,
} from '../rules.ts';
import { duration, eg, envoyTypes } from './envoyType.ts';
import { gateways, targetRules } from './targetRefs.ts';

/** The kind ClientTrafficPolicy: how Envoy treats clients. */
export const clientTrafficPolicy = envoyTypes({
  ClientTrafficPolicySpec: {
    fields: { grpc: of(eg('GRPCSettings'), 'What the listener does for gRPC.') },
    rules: targetRules(gateways),
  },
  GRPCSettings: record('What a listener does for gRPC.', {
    enableWeb: flag('Lets browsers call over gRPC-Web. On for GRPCRoutes, off for HTTPRoutes when absent.'),
  }),
  ClientConnection: { fields: { maxAcceptPerSocketEvent: { default: 1 } } },
  ConnectionLimit: {
    rules: [
      requiredWhen('value', has('closeDelay'), {
        message:
          'closeDelay is for connections above the limit, and no limit is set. Add value, or remove closeDelay.',
      }),
    ],
  },
  ClientIPDetectionSettings: {
    fields: {
      directSourceIP: of(
        eg('DirectSourceIPSettings'),
        'Takes the address that the connection comes from, where a load balancer leaves it as it was.',
      ),
    },
    rules: [
      exactlyOneOf(['xForwardedFor', 'customHeader', 'directSourceIP'], {
        message:
          'The address of the client comes from one place: write exactly one of xForwardedFor, customHeader and directSourceIP.',
      }),
    ],
  },
  DirectSourceIPSettings: record('Nothing more to say.', {}),
  XForwardedForSettings: {
    fields: {
      disableXForwardedForAppend: flag(
        'Leaves the header as it came, without adding the address of the connection.',
      ),
    },
    rules: [
      exactlyOneOf(['numTrustedHops', 'trustedCIDRs'], {
        message:
          'Trusted proxies are counted or listed: write exactly one of numTrustedHops and trustedCIDRs.',
      }),
    ],
  },
  HTTPClientTimeout: {
    fields: {
      requestHeadersReceivedTimeout: duration('How long the headers of a request may take to come.'),
    },
  },
  TCPClientTimeout: {
    fields: {
      connectionInspectionTimeout: duration(
        'How long Envoy may take to find out what a new connection speaks; 15 s when absent.',
      ),
      tlsHandshakeTimeout: duration('How long a TLS handshake may take.'),
    },
  },
  HeaderSettings: {
    fields: { host: of(eg('HostSettings'), 'What is done to the host of a request.') },
    rules: [
      atMostOneOf(['preserveXRequestID', 'requestID'], {
        message:
          'requestID takes the place of preserveXRequestID. Write requestID: Preserve and remove preserveXRequestID.',
      }),
    ],
  },
  HostSettings: record('What is done to the host of a request.', {
    stripTrailingHostDot: flag('Takes away the dot at the end of the host, before routes are matched.'),
  }),
  HTTP1Settings: {
    fields: {
      ignoredUpgradeTypes: listOf(
        { ref: eg('StringMatch') },
        'Upgrades that clients ask for and Envoy does not hear.',
      ),
    },
  },
  XForwardedClientCert: {
    rules: [
      forbiddenWhen(
        'certDetailsToAdd',
        all(filled('certDetailsToAdd'), not(is('mode', 'AppendForward', 'SanitizeSet'))),
        {
          message:
            'Details of the certificate are added only in the modes AppendForward and SanitizeSet. Set mode to one of them, or remove certDetailsToAdd.',
        },
      ),
    ],
  },
});
