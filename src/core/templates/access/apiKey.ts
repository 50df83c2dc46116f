import { addSecret } from '../blocks/addSecret.ts';
import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { securityPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { hostname, text, texts } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const apiKey = definePattern({
  id: 'api-key',
  title: 'API key',
  purpose: 'Each client shows a key of its own in a header',
  group: 'access',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/apikey-auth/',
  roles: { target: governed },
  parameters: {
    clients: texts('Clients', ['billing', 'mobile-app'], { of: 'name', help: 'A key is made for each.' }),
    header: text('Header with the key', 'x-api-key', { type: 'header' }),
    clientHeader: text('Client as header', 'x-client-id', {
      type: 'header',
      required: false,
      help: 'Tells the app, and rate limits, which client it is.',
    }),
    hostname: hostname('Host name', 'api.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { clients, header, clientHeader, hostname }, given) {
    const target = ensureTarget(desk, given.target, { base: 'api', hostname, isSecret: true });
    const secret = addSecret(desk, {
      base: `${target.name}-api-keys`,
      namespace: target.namespace,
      comments: ['One key for each client. Make long random ones, and put them in at deployment.'],
      values: Object.fromEntries(clients.map((client) => [client, `replace-me-${client}`])),
    });
    govern(desk, securityPolicy, target, {
      apiKeyAuth: yaml`
        # Requests without a known key are answered with 401.
        credentialRefs:
          - name: ${secret.name}
        extractFrom:
          - headers:
              - ${header}
        ${clientHeader !== '' && yaml`forwardClientIDHeader: ${clientHeader}`}
        # The app need not see the key.
        sanitize: true
      `,
    });
  },
});
