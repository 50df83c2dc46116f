import { addSecret } from '../blocks/addSecret.ts';
import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { hostOf } from '../blocks/hostOf.ts';
import { securityPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { hostname, text, texts } from '../parameters.ts';
import { listUnder, yaml } from '../yaml.ts';

export const oidc = definePattern({
  id: 'oidc',
  title: 'OIDC login',
  purpose: 'People log in at your identity provider before they see the app',
  group: 'access',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/oidc/',
  roles: { target: governed },
  parameters: {
    issuer: text('Issuer', 'https://auth.example.com', { type: 'url' }),
    clientId: text('Client id', 'shop', { help: 'As the provider has given it to this app.' }),
    scopes: texts('Scopes besides openid', ['profile', 'email'], { required: false }),
    callback: text('Callback path', '/oauth2/callback', {
      type: 'path',
      help: 'Register it at the provider; the app never sees it.',
    }),
    logout: text('Logout path', '/logout', { type: 'path' }),
    hostname: hostname('Host name', 'shop.example.com', {
      help: 'Of a new route, or where the route names none.',
    }),
  },
  write(desk, { issuer, clientId, scopes, callback, logout, hostname }, given) {
    if (callback === logout)
      return desk.refuse(`Callback path and Logout path are both ${callback}. Change one.`);
    const target = ensureTarget(desk, given.target, { base: 'shop', hostname, isSecret: true });
    const host = hostOf(desk, target) ?? hostname;
    if (host.startsWith('*'))
      return desk.refuse(
        `The provider sends people back to one name, not to ${host}. Give a Host name without a star.`,
      );
    const secret = addSecret(desk, {
      base: `${target.name}-oidc`,
      namespace: target.namespace,
      comments: ['What the provider has given together with the client id.'],
      values: { 'client-secret': 'replace-me' },
    });
    govern(desk, securityPolicy, target, {
      oidc: yaml`
        # Who has not logged in is sent to this provider and back; sessions live in cookies.
        provider:
          issuer: ${issuer}
        clientID: ${clientId}
        clientSecret:
          name: ${secret.name}
        ${listUnder('scopes', scopes)}
        redirectURL: ${`https://${host}${callback}`}
        logoutPath: ${logout}
      `,
    });
  },
});
