import type { ChoiceFieldDeclaration, ChoiceMember } from '../../form.ts';
import { secretKeyFields } from './secretKeyFields.ts';

const secret = (name: string, key: string) => ({ name, key });

const cloudflare: ChoiceMember = {
  label: 'Cloudflare',
  key: 'cloudflare',
  newValue: () => ({ apiTokenSecretRef: secret('cloudflare', 'api-token') }),
  fields: [
    {
      type: 'choice',
      path: 'cloudflare',
      label: 'Signs in with',
      required: true,
      members: [
        {
          label: 'An API token',
          help: 'It needs to edit the DNS of the zone, and no more.',
          key: 'apiTokenSecretRef',
          newValue: () => secret('cloudflare', 'api-token'),
          fields: secretKeyFields('apiTokenSecretRef', 'API token', 'cloudflare apiToken'),
        },
        {
          label: 'The key of the account',
          help: 'May do everything; the email address goes with it.',
          key: 'apiKeySecretRef',
          newValue: () => secret('cloudflare', 'api-key'),
          fields: secretKeyFields('apiKeySecretRef', 'API key', 'cloudflare apiKey'),
        },
      ],
    },
    { type: 'text', path: 'cloudflare.email', label: 'Email of the account', placeholder: 'me@example.com' },
  ],
};

const route53: ChoiceMember = {
  label: 'AWS Route 53',
  key: 'route53',
  newValue: () => ({ region: 'eu-central-1' }),
  fields: [
    { type: 'text', path: 'route53.region', label: 'Region', placeholder: 'eu-central-1' },
    {
      type: 'text',
      path: 'route53.hostedZoneID',
      label: 'Hosted zone',
      help: 'Looked up by name when empty.',
    },
    {
      type: 'text',
      path: 'route53.role',
      label: 'Role',
      placeholder: 'arn:aws:iam::111122223333:role/dns',
      help: 'That cert-manager takes on.',
    },
    {
      type: 'text',
      path: 'route53.accessKeyID',
      label: 'Access key ID',
      help: 'Not needed where the pods of cert-manager have a role of their own.',
    },
    ...secretKeyFields('route53.secretAccessKeySecretRef', 'Secret access key', 'route53 secretAccessKey'),
  ],
};

const cloudDns: ChoiceMember = {
  label: 'Google Cloud DNS',
  key: 'cloudDNS',
  newValue: () => ({ project: 'my-project' }),
  fields: [
    { type: 'text', path: 'cloudDNS.project', label: 'Project', required: true },
    { type: 'text', path: 'cloudDNS.hostedZoneName', label: 'Zone', help: 'Looked up by name when empty.' },
    ...secretKeyFields('cloudDNS.serviceAccountSecretRef', 'Service account', 'cloudDNS serviceAccount'),
  ],
};

const azureDns: ChoiceMember = {
  label: 'Azure DNS',
  key: 'azureDNS',
  newValue: () => ({
    subscriptionID: '00000000-0000-0000-0000-000000000000',
    resourceGroupName: 'dns',
    hostedZoneName: 'example.com',
  }),
  fields: [
    { type: 'text', path: 'azureDNS.subscriptionID', label: 'Subscription', required: true },
    { type: 'text', path: 'azureDNS.resourceGroupName', label: 'Resource group', required: true },
    { type: 'text', path: 'azureDNS.hostedZoneName', label: 'Zone', placeholder: 'example.com' },
    {
      type: 'enum',
      path: 'azureDNS.environment',
      label: 'Cloud',
      options: ['AzurePublicCloud', 'AzureChinaCloud', 'AzureGermanCloud', 'AzureUSGovernmentCloud'],
      help: 'AzurePublicCloud when empty.',
    },
    {
      type: 'text',
      path: 'azureDNS.managedIdentity.clientID',
      label: 'Managed identity',
      help: 'In place of the three below.',
    },
    { type: 'text', path: 'azureDNS.tenantID', label: 'Tenant' },
    { type: 'text', path: 'azureDNS.clientID', label: 'Client' },
    ...secretKeyFields('azureDNS.clientSecretSecretRef', 'Client secret', 'azureDNS clientSecret'),
  ],
};

const digitalocean: ChoiceMember = {
  label: 'DigitalOcean',
  key: 'digitalocean',
  newValue: () => ({ tokenSecretRef: secret('digitalocean', 'access-token') }),
  fields: secretKeyFields('digitalocean.tokenSecretRef', 'Access token', 'digitalocean token'),
};

const rfc2136: ChoiceMember = {
  label: 'A name server of your own',
  help: 'By RFC 2136, as BIND takes updates.',
  key: 'rfc2136',
  newValue: () => ({
    nameserver: '192.0.2.53:53',
    tsigKeyName: 'cert-manager',
    tsigAlgorithm: 'HMACSHA256',
    tsigSecretSecretRef: secret('tsig', 'key'),
  }),
  fields: [
    {
      type: 'text',
      path: 'rfc2136.nameserver',
      label: 'Name server',
      required: true,
      placeholder: '192.0.2.53:53',
    },
    { type: 'text', path: 'rfc2136.tsigKeyName', label: 'TSIG key name' },
    {
      type: 'enum',
      path: 'rfc2136.tsigAlgorithm',
      label: 'TSIG algorithm',
      options: ['HMACSHA256', 'HMACSHA512', 'HMACSHA1', 'HMACMD5'],
      help: 'HMACMD5 when empty.',
    },
    ...secretKeyFields('rfc2136.tsigSecretSecretRef', 'TSIG key', 'rfc2136 tsigSecret'),
    { type: 'enum', path: 'rfc2136.protocol', label: 'Protocol', options: ['TCP', 'UDP'] },
  ],
};

const acmeDns: ChoiceMember = {
  label: 'ACME-DNS',
  help: 'A small server for these records alone.',
  key: 'acmeDNS',
  newValue: () => ({
    host: 'https://acme-dns.example.com',
    accountSecretRef: secret('acme-dns', 'acmedns.json'),
  }),
  fields: [
    { type: 'text', path: 'acmeDNS.host', label: 'Server', required: true },
    ...secretKeyFields('acmeDNS.accountSecretRef', 'Account', 'acmeDNS account'),
  ],
};

const akamai: ChoiceMember = {
  label: 'Akamai',
  key: 'akamai',
  newValue: () => ({
    serviceConsumerDomain: 'akab-example.luna.akamaiapis.net',
    clientTokenSecretRef: secret('akamai', 'client-token'),
    clientSecretSecretRef: secret('akamai', 'client-secret'),
    accessTokenSecretRef: secret('akamai', 'access-token'),
  }),
  fields: [
    { type: 'text', path: 'akamai.serviceConsumerDomain', label: 'Host of the API', required: true },
    ...secretKeyFields('akamai.clientTokenSecretRef', 'Client token', 'akamai clientToken'),
    ...secretKeyFields('akamai.clientSecretSecretRef', 'Client secret', 'akamai clientSecret'),
    ...secretKeyFields('akamai.accessTokenSecretRef', 'Access token', 'akamai accessToken'),
  ],
};

const webhook: ChoiceMember = {
  label: 'A webhook',
  help: 'For every other provider: a program beside cert-manager. Its settings are written in the YAML.',
  key: 'webhook',
  newValue: () => ({ groupName: 'acme.example.com', solverName: 'example' }),
  fields: [
    {
      type: 'text',
      path: 'webhook.groupName',
      label: 'Group',
      required: true,
      placeholder: 'acme.example.com',
    },
    { type: 'text', path: 'webhook.solverName', label: 'Solver', required: true },
  ],
};

/** Where the TXT records are written that prove a name; `dns01` is the map of the providers. */
export const dns01Field: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'dns01',
  label: 'DNS provider',
  required: true,
  members: [cloudflare, route53, cloudDns, azureDns, digitalocean, rfc2136, acmeDns, akamai, webhook],
};
