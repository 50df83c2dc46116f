import type { FieldDeclaration } from '../../form.ts';

/**
 * The OIDC client whose token a cloud takes in exchange for its own. `at` is the path of the map that holds `oidc`, with a
 * dot behind it; `name` that of its references.
 */
export function oidcExchangeFields(at: string, name: string): readonly FieldDeclaration[] {
  return [
    {
      type: 'text',
      path: `${at}oidc.provider.issuer`,
      label: 'Issuer',
      required: true,
      placeholder: 'https://auth.example.com',
    },
    {
      type: 'text',
      path: `${at}oidc.provider.tokenEndpoint`,
      label: 'Token endpoint',
      help: 'Asked of the issuer when empty.',
    },
    {
      type: 'choice',
      path: `${at}oidc`,
      label: 'Client id',
      required: true,
      members: [
        {
          label: 'Written here',
          key: 'clientID',
          newValue: () => 'ai-gateway',
          fields: [{ type: 'text', path: 'clientID', label: 'Client id', required: true }],
        },
        {
          label: 'In a Secret',
          key: 'clientIDRef',
          newValue: () => ({ name: 'oidc-client' }),
          fields: [
            {
              type: 'reference',
              path: 'clientIDRef',
              label: 'Secret with client-id',
              reference: `${name} clientIDRef`,
            },
          ],
        },
      ],
    },
    {
      type: 'reference',
      path: `${at}oidc.clientSecret`,
      label: 'Secret with client-secret',
      reference: `${name} clientSecret`,
    },
    { type: 'texts', path: `${at}oidc.scopes`, label: 'Scopes', placeholder: 'openid' },
    { type: 'text', path: `${at}aud`, label: 'Audience' },
    { type: 'text', path: `${at}grantType`, label: 'Grant type', placeholder: 'client_credentials' },
  ];
}

/** What a new exchange begins with: one client of one issuer. */
export const newExchange = {
  oidc: {
    provider: { issuer: 'https://auth.example.com' },
    clientID: 'ai-gateway',
    clientSecret: { name: 'oidc-client' },
  },
} as const;
