import type { FieldDeclaration } from '../types.ts';

/** The same for Issuer and ClusterIssuer; one of the types is filled in. */
export const issuerFields: readonly FieldDeclaration[] = [
  {
    type: 'text',
    path: 'spec.acme.server',
    label: 'ACME server',
    placeholder: 'https://acme-v02.api.letsencrypt.org/directory',
  },
  { type: 'text', path: 'spec.acme.email', label: 'ACME email', help: 'For notices about the account.' },
  {
    type: 'reference',
    path: 'spec.acme.privateKeySecretRef',
    label: 'Account key in Secret',
    reference: 'privateKeySecretRef',
  },
  {
    type: 'list',
    path: 'spec.acme.solvers',
    label: 'Solvers',
    item: 'solver',
    help: 'How it is proved that a name is yours.',
    newItem: () => ({
      http01: { gatewayHTTPRoute: { parentRefs: [{ name: 'web', namespace: 'default' }] } },
    }),
    fields: [
      {
        type: 'reference',
        path: 'http01.gatewayHTTPRoute.parentRefs',
        label: 'HTTP-01 through',
        reference: 'http01 parentRef',
      },
      { type: 'texts', path: 'selector.dnsZones', label: 'Only for zones', placeholder: 'example.com' },
    ],
  },
  { type: 'reference', path: 'spec.ca.secretName', label: 'CA in Secret', reference: 'ca secretName' },
  {
    type: 'text',
    path: 'spec.vault.server',
    label: 'Vault server',
    placeholder: 'https://vault.example.com',
  },
  { type: 'text', path: 'spec.vault.path', label: 'Vault path', placeholder: 'pki/sign/web' },
];
