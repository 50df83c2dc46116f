import type { FieldDeclaration } from '../../form.ts';
import { readText } from '../../reading.ts';
import { words } from '../../summaries/rows.ts';

const oauth = 'spec.securityPolicy.oauth';

/** The keys that tokens are checked with. */
const jwksField: FieldDeclaration = {
  type: 'choice',
  path: `${oauth}.jwks`,
  label: 'Keys (JWKS)',
  help: 'Found through the issuer when none is chosen.',
  members: [
    {
      label: 'From an address',
      key: 'remoteJWKS',
      newValue: () => ({ uri: 'https://auth.example.com/.well-known/jwks.json' }),
      fields: [
        {
          type: 'text',
          path: 'remoteJWKS.uri',
          label: 'Address',
          required: true,
          placeholder: 'https://auth.example.com/.well-known/jwks.json',
        },
        { type: 'duration', path: 'remoteJWKS.cacheDuration', label: 'Kept for', placeholder: '5m' },
        {
          type: 'reference',
          path: 'remoteJWKS.backendRefs',
          label: 'Reached through',
          reference: 'oauth remoteJWKS backendRef',
        },
      ],
    },
    {
      label: 'In the cluster',
      key: 'localJWKS',
      newValue: () => ({ type: 'ValueRef', valueRef: { group: '', kind: 'ConfigMap', name: 'jwks' } }),
      fields: [
        {
          type: 'choice',
          path: 'localJWKS',
          by: 'type',
          label: 'Keys in',
          members: [
            {
              label: 'A ConfigMap',
              word: 'ValueRef',
              key: 'valueRef',
              newValue: () => ({ group: '', kind: 'ConfigMap', name: 'jwks' }),
              fields: [
                {
                  type: 'reference',
                  path: 'valueRef',
                  label: 'ConfigMap with jwks',
                  reference: 'oauth localJWKS',
                },
              ],
            },
            {
              label: 'This text',
              word: 'Inline',
              key: 'inline',
              newValue: () => '{"keys": []}',
              fields: [{ type: 'code', path: 'inline', label: 'Keys' }],
            },
          ],
        },
      ],
    },
  ],
};

const claimsToHeadersField: FieldDeclaration = {
  type: 'list',
  path: `${oauth}.claimToHeaders`,
  label: 'Claims to headers',
  item: 'claim',
  help: 'So that the servers know who calls. What clients send under these names is removed.',
  newItem: () => ({ claim: 'sub', header: 'x-user-id' }),
  say: (item) => words(readText(item, 'claim'), 'as', readText(item, 'header')),
  fields: [
    { type: 'text', path: 'claim', label: 'Claim', required: true },
    { type: 'text', path: 'header', label: 'Header', required: true },
  ],
};

/** OAuth as the MCP specification has it. */
export const mcpOauthFields: readonly FieldDeclaration[] = [
  {
    type: 'text',
    path: `${oauth}.issuer`,
    label: 'Issuer',
    required: true,
    placeholder: 'https://auth.example.com',
  },
  {
    type: 'text',
    path: `${oauth}.protectedResourceMetadata.resource`,
    label: 'Address of this route',
    required: true,
    placeholder: 'https://mcp.example.com/mcp',
    help: 'As clients call it: host and path.',
  },
  {
    type: 'texts',
    path: `${oauth}.audiences`,
    label: 'Audiences',
    placeholder: 'https://mcp.example.com/mcp',
    help: 'Tokens for anything else are refused. Without one, tokens of other services pass too.',
  },
  {
    type: 'texts',
    path: `${oauth}.protectedResourceMetadata.scopesSupported`,
    label: 'Scopes',
    placeholder: 'tools:read',
    help: 'What clients ask for first: no more than every client needs.',
  },
  {
    type: 'text',
    path: `${oauth}.protectedResourceMetadata.resourceName`,
    label: 'Name for people',
  },
  jwksField,
  claimsToHeadersField,
];
