import type { ChoiceFieldDeclaration, FieldDeclaration, FormSection } from '../../form.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { securityFeatures } from '../../summaries/securityFeatures.ts';
import { freeName } from '../freeName.ts';

const clientField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'spec.oidc',
  label: 'Client ID',
  required: true,
  members: [
    {
      label: 'Written here',
      key: 'clientID',
      newValue: () => 'web',
      fields: [{ type: 'text', path: 'clientID', label: 'Client ID' }],
    },
    {
      label: 'In a Secret',
      help: 'Under client-id.',
      key: 'clientIDRef',
      newValue: () => ({ name: 'oidc-client' }),
      fields: [
        {
          type: 'reference',
          path: 'clientIDRef',
          label: 'Client ID in Secret',
          reference: 'oidc clientIDRef',
        },
      ],
    },
  ],
};

const providerFields: readonly FieldDeclaration[] = [
  {
    type: 'text',
    path: 'spec.oidc.provider.issuer',
    label: 'Issuer',
    required: true,
    placeholder: 'https://auth.example.com',
    help: 'With https; the rest is found below its /.well-known/openid-configuration.',
  },
  clientField,
  {
    type: 'reference',
    path: 'spec.oidc.clientSecret',
    label: 'Client secret',
    reference: 'oidc clientSecret',
    help: 'A Secret with client-secret.',
  },
  {
    type: 'texts',
    path: 'spec.oidc.scopes',
    label: 'Scopes',
    placeholder: 'email',
    help: 'openid is always asked for.',
  },
  {
    type: 'text',
    path: 'spec.oidc.redirectURL',
    label: 'Redirect URL',
    placeholder: 'https://shop.example.com/oauth2/callback',
    help: 'Where the provider sends people back to; it has to know it. /oauth2/callback of the host when empty.',
  },
  {
    type: 'text',
    path: 'spec.oidc.logoutPath',
    label: 'Logout path',
    placeholder: '/logout',
    help: '/logout when empty.',
  },
];

const cookieFields: readonly FieldDeclaration[] = [
  {
    type: 'text',
    path: 'spec.oidc.cookieDomain',
    label: 'Domain of cookies',
    placeholder: 'example.com',
    help: 'One login for all hosts below it.',
  },
  {
    type: 'enum',
    path: 'spec.oidc.cookieConfig.sameSite',
    label: 'SameSite of cookies',
    options: ['Lax', 'Strict', 'None'],
  },
  { type: 'text', path: 'spec.oidc.cookieNames.idToken', label: 'Cookie of the ID token' },
  { type: 'text', path: 'spec.oidc.cookieNames.accessToken', label: 'Cookie of the access token' },
];

const tokenFields: readonly FieldDeclaration[] = [
  {
    type: 'boolean',
    path: 'spec.oidc.forwardAccessToken',
    label: 'Forward the access token',
    help: 'To the backend, as Authorization with Bearer.',
  },
  {
    type: 'text',
    path: 'spec.oidc.forwardIDToken.header',
    label: 'Forward the ID token in',
    placeholder: 'x-id-token',
  },
  {
    type: 'boolean',
    path: 'spec.oidc.refreshToken',
    label: 'Refresh tokens',
    help: 'On when not set.',
  },
  {
    type: 'duration',
    path: 'spec.oidc.defaultTokenTTL',
    label: 'Life of tokens',
    placeholder: '1h',
    help: 'Where the provider does not say.',
  },
  {
    type: 'boolean',
    path: 'spec.oidc.passThroughAuthHeader',
    label: 'Let tokens through',
    help: 'Requests that bring a token for the JWT providers above need no login.',
  },
];

/** People log in at a provider. */
export const oidcSection: FormSection = {
  title: 'OIDC',
  help: 'Sends people who are not logged in to a provider, and keeps them logged in with a cookie.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/oidc/',
  say: (value) => sayFeatures(value, securityFeatures, 'oidc'),
  fields: [
    ...providerFields,
    ...tokenFields,
    ...cookieFields,
    {
      type: 'list',
      path: 'spec.oidc.denyRedirect.headers',
      label: 'No redirect for',
      item: 'header',
      help: 'Requests with one of these headers get 401, as scripts of a page need it.',
      newItem: (existing) => ({
        name: freeName('x-requested-with', existing),
        type: 'Exact',
        value: 'XMLHttpRequest',
      }),
      fields: [
        { type: 'text', path: 'name', label: 'Header', required: true },
        { type: 'text', path: 'value', label: 'Value', required: true },
        {
          type: 'enum',
          path: 'type',
          label: 'Compare',
          options: ['Exact', 'Prefix', 'Suffix', 'RegularExpression'],
          help: 'Exact when empty.',
        },
      ],
    },
    {
      type: 'text',
      path: 'spec.oidc.provider.authorizationEndpoint',
      label: 'Authorization endpoint',
      help: 'Found by itself when empty.',
    },
    {
      type: 'text',
      path: 'spec.oidc.provider.tokenEndpoint',
      label: 'Token endpoint',
      help: 'Found by itself when empty.',
    },
    {
      type: 'reference',
      path: 'spec.oidc.provider.backendRefs',
      label: 'Provider reached through',
      reference: 'oidc provider backendRef',
    },
  ],
};
