import type { ChoiceFieldDeclaration, ChoiceMember, FormSection } from '../../form.ts';
import { sayIssuer } from '../../summaries/issuerSummary.ts';
import { secretKeyFields } from './secretKeyFields.ts';
import { solversField } from './solversField.ts';

const letsEncrypt = 'https://acme-v02.api.letsencrypt.org/directory';

const acme: ChoiceMember = {
  label: 'ACME',
  help: 'Let’s Encrypt and others: free certificates that browsers trust, for names that you can prove.',
  key: 'acme',
  newValue: () => ({
    server: letsEncrypt,
    privateKeySecretRef: { name: 'acme-account-key' },
    solvers: [{ http01: { gatewayHTTPRoute: { parentRefs: [{ name: 'web', namespace: 'default' }] } } }],
  }),
  fields: [
    {
      type: 'text',
      path: 'acme.server',
      label: 'Server',
      required: true,
      placeholder: letsEncrypt,
      help: 'acme-staging-v02 is for trying out: no tight limits, and no browser trusts it.',
    },
    { type: 'text', path: 'acme.email', label: 'Email', help: 'For notices about the account.' },
    {
      type: 'reference',
      path: 'acme.privateKeySecretRef',
      label: 'Account key in Secret',
      reference: 'privateKeySecretRef',
      help: 'cert-manager makes it.',
    },
    solversField,
    {
      type: 'text',
      path: 'acme.profile',
      label: 'Profile',
      help: 'Kinds of certificates that the server offers.',
    },
    { type: 'text', path: 'acme.preferredChain', label: 'Preferred chain', placeholder: 'ISRG Root X1' },
    { type: 'text', path: 'acme.externalAccountBinding.keyID', label: 'External account: key ID' },
    ...secretKeyFields(
      'acme.externalAccountBinding.keySecretRef',
      'External account: key',
      'externalAccountBinding',
    ),
    {
      type: 'boolean',
      path: 'acme.disableAccountKeyGeneration',
      label: 'Use an account key that is there',
    },
  ],
};

const ca: ChoiceMember = {
  label: 'CA of your own',
  help: 'A key pair in a Secret signs; a Certificate that is a CA can make it.',
  key: 'ca',
  newValue: () => ({ secretName: 'ca-key-pair' }),
  fields: [
    { type: 'reference', path: 'ca.secretName', label: 'CA in Secret', reference: 'ca secretName' },
    { type: 'texts', path: 'ca.crlDistributionPoints', label: 'Revocation lists at' },
    { type: 'texts', path: 'ca.ocspServers', label: 'OCSP servers' },
  ],
};

const selfSigned: ChoiceMember = {
  label: 'Self-signed',
  help: 'Every certificate signs itself: for trying out, and for the root of a CA of your own.',
  key: 'selfSigned',
  newValue: () => ({}),
  fields: [],
};

const vaultAuthField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'vault.auth',
  label: 'Signs in with',
  required: true,
  members: [
    {
      label: 'A service account',
      key: 'kubernetes',
      newValue: () => ({ role: 'cert-manager', serviceAccountRef: { name: 'vault-issuer' } }),
      fields: [
        { type: 'text', path: 'kubernetes.role', label: 'Role', required: true },
        { type: 'name', path: 'kubernetes.serviceAccountRef.name', label: 'Service account' },
        {
          type: 'text',
          path: 'kubernetes.mountPath',
          label: 'Mounted at',
          placeholder: '/v1/auth/kubernetes',
        },
      ],
    },
    {
      label: 'AppRole',
      key: 'appRole',
      newValue: () => ({
        path: 'approle',
        roleId: '00000000-0000-0000-0000-000000000000',
        secretRef: { name: 'vault-approle', key: 'secretId' },
      }),
      fields: [
        { type: 'text', path: 'appRole.path', label: 'Mounted at', required: true },
        { type: 'text', path: 'appRole.roleId', label: 'Role ID', required: true },
        ...secretKeyFields('appRole.secretRef', 'Secret ID', 'vault appRole'),
      ],
    },
    {
      label: 'A token',
      key: 'tokenSecretRef',
      newValue: () => ({ name: 'vault-token', key: 'token' }),
      fields: secretKeyFields('tokenSecretRef', 'Token', 'vault token'),
    },
    {
      label: 'A client certificate',
      key: 'clientCertificate',
      newValue: () => ({ name: 'cert-manager', secretName: 'vault-client' }),
      fields: [
        { type: 'text', path: 'clientCertificate.name', label: 'Role' },
        {
          type: 'reference',
          path: 'clientCertificate.secretName',
          label: 'Certificate in Secret',
          reference: 'vault clientCertificate',
        },
      ],
    },
  ],
};

const vault: ChoiceMember = {
  label: 'Vault',
  help: 'HashiCorp Vault or OpenBao with a PKI engine.',
  key: 'vault',
  newValue: () => ({
    server: 'https://vault.example.com',
    path: 'pki/sign/web',
    auth: { kubernetes: { role: 'cert-manager', serviceAccountRef: { name: 'vault-issuer' } } },
  }),
  fields: [
    {
      type: 'text',
      path: 'vault.server',
      label: 'Server',
      required: true,
      placeholder: 'https://vault.example.com',
    },
    { type: 'text', path: 'vault.path', label: 'Path', required: true, placeholder: 'pki/sign/web' },
    vaultAuthField,
    { type: 'text', path: 'vault.namespace', label: 'Vault namespace' },
    ...secretKeyFields('vault.caBundleSecretRef', 'CA of the server', 'vault caBundle'),
  ],
};

const venafi: ChoiceMember = {
  label: 'CyberArk (Venafi)',
  help: 'Certificate Manager, in the cloud or self-hosted.',
  key: 'venafi',
  newValue: () => ({ zone: 'DevOps', cloud: { apiTokenSecretRef: { name: 'venafi', key: 'apikey' } } }),
  fields: [
    { type: 'text', path: 'venafi.zone', label: 'Zone', required: true },
    {
      type: 'choice',
      path: 'venafi',
      label: 'Runs',
      required: true,
      members: [
        {
          label: 'In the cloud',
          key: 'cloud',
          newValue: () => ({ apiTokenSecretRef: { name: 'venafi', key: 'apikey' } }),
          fields: [
            ...secretKeyFields('cloud.apiTokenSecretRef', 'API key', 'venafi apiToken'),
            { type: 'text', path: 'cloud.url', label: 'Server of the API' },
          ],
        },
        {
          label: 'Self-hosted',
          key: 'tpp',
          newValue: () => ({ url: 'https://tpp.example.com/vedsdk', credentialsRef: { name: 'venafi' } }),
          fields: [
            { type: 'text', path: 'tpp.url', label: 'Server', required: true },
            {
              type: 'reference',
              path: 'tpp.credentialsRef',
              label: 'Credentials',
              reference: 'venafi tpp credentials',
            },
          ],
        },
      ],
    },
  ],
};

/** The same for Issuer and ClusterIssuer: who signs, by one way of five. */
export const issuerSections: readonly FormSection[] = [
  {
    title: 'Signing',
    isMain: true,
    help: 'Who signs the certificates that refer to this issuer.',
    docs: 'https://cert-manager.io/docs/configuration/issuers/',
    say: sayIssuer,
    fields: [
      {
        type: 'choice',
        path: 'spec',
        label: 'Signs with',
        required: true,
        members: [acme, ca, selfSigned, vault, venafi],
      },
    ],
  },
];
