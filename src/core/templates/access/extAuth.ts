import { service } from '../../kinds/targets.ts';
import { ensureApp } from '../blocks/ensureApp.ts';
import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { securityPolicy } from '../blocks/policyKinds.ts';
import { backendRef } from '../blocks/referTo.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, choice, hostname, texts } from '../parameters.ts';
import { listUnder, yaml } from '../yaml.ts';

export const extAuth = definePattern({
  id: 'external-authorization',
  title: 'External authorization',
  purpose: 'A service of your own decides on every request',
  group: 'access',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/ext-auth/',
  roles: {
    target: governed,
    authorizer: {
      label: 'Authorizer',
      kinds: [service],
      onlySelected: true,
      help: 'The service that decides.',
    },
  },
  parameters: {
    protocol: choice('It speaks', [
      { value: 'http', label: 'HTTP', help: '200 lets the request through.' },
      { value: 'grpc', label: 'gRPC', help: "Envoy's authorization API." },
    ]),
    headers: texts('Headers that it sees', ['authorization', 'cookie'], { of: 'header', required: false }),
    failOpen: boolean('Let requests through while it is away', false),
    hostname: hostname('Host name', 'api.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { protocol, headers, failOpen, hostname }, given) {
    const target = ensureTarget(desk, given.target, { base: 'api', hostname });
    const authorizer = ensureApp(desk, given.authorizer, {
      base: 'authorizer',
      protocol,
      namespace: target.namespace,
      image: 'example/authorizer:1.0.0',
    });
    const policy = govern(desk, securityPolicy, target, {
      extAuth: yaml`
        # It is asked before the request goes on; without its yes the answer is 403.
        ${protocol}:
          backendRefs:
            - ${backendRef(authorizer, target.namespace)}
        ${listUnder('headersToExtAuth', headers)}
        failOpen: ${failOpen}
      `,
    });
    desk.grant(policy, authorizer.target);
  },
});
