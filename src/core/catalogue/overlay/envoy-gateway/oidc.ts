import { of, record, text } from '../fields.ts';
import { all, exactlyOneOf, forbiddenWhen, is, matches, mustNotMatch } from '../rules.ts';
import { noSingularBackend, plainRetryOnly } from './backendRefs.ts';
import { eg, envoyTypes } from './envoyType.ts';

/** Login with OpenID Connect. */
export const oidc = envoyTypes({
  OIDC: {
    fields: {
      refreshToken: { default: true },
      cookieDomain: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' },
      forwardIDToken: of(eg('OIDCForwardIDToken'), 'Sends the ID token on to the backend; not when absent.'),
    },
    rules: [
      exactlyOneOf(['clientID', 'clientIDRef'], {
        message:
          'The ID of the client is written here or stands in a Secret: write exactly one of clientID and clientIDRef.',
      }),
      forbiddenWhen(
        'forwardAccessToken',
        all(
          is('forwardAccessToken', true),
          matches('forwardIDToken.header', '^[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn]$'),
        ),
        {
          message:
            'The header Authorization can carry the access token or the ID token. Send the ID token in another header, or set forwardAccessToken to false.',
        },
      ),
    ],
  },
  OIDCCookieConfig: {
    fields: { sameSite: { doc: 'With which requests from other sites browsers send the cookies.' } },
  },
  OIDCForwardIDToken: record('How the ID token gets to the backend.', {
    'header!': text('The header that carries it; with `Bearer` before it in Authorization.', {
      minLength: 1,
      maxLength: 256,
      pattern: "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$",
      rules: [
        mustNotMatch('', '^[Hh][Oo][Ss][Tt]$', {
          message: 'The header Host says which host is meant, and cannot carry a token. Name another header.',
        }),
      ],
    }),
  }),
  OIDCProvider: { rules: [noSingularBackend, ...plainRetryOnly] },
});
