import { addSecret } from '../blocks/addSecret.ts';
import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { securityPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { hostname, text, texts } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const basicAuth = definePattern({
  id: 'basic-auth',
  title: 'Basic authentication',
  purpose: 'A name and a password, for a small circle or a tool of your own',
  group: 'access',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/basic-auth/',
  roles: { target: governed },
  parameters: {
    users: texts('Users', ['alice'], { of: 'name' }),
    header: text('User as header', 'x-user', {
      type: 'header',
      required: false,
      help: 'Tells the app who it is.',
    }),
    hostname: hostname('Host name', 'tools.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { users, header, hostname }, given) {
    const target = ensureTarget(desk, given.target, { base: 'tools', hostname, isSecret: true });
    const secret = addSecret(desk, {
      base: `${target.name}-users`,
      namespace: target.namespace,
      comments: [
        'A line for each user, as "htpasswd -nbs alice PASSWORD" prints it. Put it in at deployment.',
      ],
      values: { '.htpasswd': users.map((user) => `${user}:{SHA}replace-me`).join('\n') },
    });
    govern(desk, securityPolicy, target, {
      basicAuth: yaml`
        # The browser asks for the password; it goes with every request, so TLS is a must.
        users:
          name: ${secret.name}
        ${header !== '' && yaml`forwardUsernameHeader: ${header}`}
      `,
    });
  },
});
