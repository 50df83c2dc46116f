import {
  all,
  any,
  assert,
  each,
  every,
  exactlyOneOf,
  forbiddenWhen,
  has,
  is,
  not,
  requiredWhen,
} from '../rules.ts';
import { envoyTypes } from './envoyType.ts';

const takesNameOfEndpoint = is('tls.autoSNIFromEndpointHostname', true);
const isResolver = is('type', 'DynamicResolver');

/** The kind Backend: endpoints outside of what the cluster knows as Services. */
export const backend = envoyTypes({
  BackendSpec: {
    fields: {
      type: { default: 'Endpoints' },
      endpoints: {
        rules: [
          assert(
            any(every('', has('fqdn')), every('', not(has('fqdn')))),
            '',
            'Endpoints with a host name (fqdn) cannot be mixed with addresses and sockets. Give each sort a Backend of its own.',
          ),
        ],
      },
    },
    rules: [
      forbiddenWhen('endpoints', isResolver, {
        message:
          'A DynamicResolver takes its endpoint from the host of each request. Remove endpoints, or the type.',
      }),
      forbiddenWhen('tls.autoSNIFromEndpointHostname', all(isResolver, takesNameOfEndpoint), {
        message:
          'A DynamicResolver has no endpoints to take a server name from. Remove autoSNIFromEndpointHostname.',
      }),
      requiredWhen('endpoints', all(takesNameOfEndpoint, not(isResolver)), {
        message:
          'autoSNIFromEndpointHostname takes the server name of each endpoint, and there is none. Add endpoints.',
      }),
      each(
        'endpoints',
        [
          requiredWhen('hostname', any(has('ip'), has('unix')), {
            message:
              'The server name is to come from the endpoint (autoSNIFromEndpointHostname), but an address has none. Add hostname.',
          }),
        ],
        { when: takesNameOfEndpoint },
      ),
    ],
  },
  BackendEndpoint: {
    rules: [
      exactlyOneOf(['fqdn', 'ip', 'unix'], {
        message:
          'An endpoint is a host name, an address or a socket: write exactly one of fqdn, ip and unix.',
      }),
    ],
  },
  FQDNEndpoint: {
    fields: {
      hostname: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\.?$' },
    },
  },
  UnixSocket: {
    fields: {
      path: {
        rules: [
          assert(
            { size: '', max: 108 },
            '',
            'The path of a Unix socket has at most 108 characters. Shorten it.',
          ),
        ],
      },
    },
  },
});
