import type { FieldDeclaration, FormSection } from '../form.ts';
import { readList, readText } from '../reading.ts';
import { sayIdentity } from '../summaries/triggerCredentialSummary.ts';

const docs = 'https://keda.sh/docs/2.20/concepts/authentication/';
const providers = 'https://keda.sh/docs/2.20/authentication-providers';

/** The form of a TriggerAuthentication; the same for the one of the whole cluster. */
export const credentialForm: readonly FormSection[] = [
  {
    title: 'From Secrets',
    isMain: true,
    help: 'Which key of which Secret becomes which parameter of a trigger.',
    say: (value) => {
      const parameters = readList(value, 'spec', 'secretTargetRef').flatMap(
        (each) => readText(each, 'parameter') ?? [],
      );
      return parameters.length === 0 ? undefined : parameters.slice(0, 5).join(', ');
    },
    docs: `${providers}/secret/`,
    fields: [parametersField('secretTargetRef', 'Secret', 'credentials')],
  },
  {
    title: 'Pod identity',
    isMain: true,
    help: 'The identity that the pods of KEDA have in a cloud, instead of a password.',
    say: sayIdentity,
    docs,
    fields: identityFields(),
  },
  {
    title: 'From ConfigMaps',
    help: 'Parameters that are no secrets.',
    docs: `${providers}/configmap/`,
    fields: [parametersField('configMapTargetRef', 'ConfigMap', 'settings')],
  },
  {
    title: 'From the workload',
    help: 'Variables of the workload that is scaled, and tokens of a ServiceAccount.',
    docs: `${providers}/environment-variable/`,
    fields: [variablesField(), tokensField()],
  },
  {
    title: 'HashiCorp Vault',
    help: 'Values that KEDA reads from Vault.',
    docs: `${providers}/hashicorp-vault/`,
    fields: vaultFields(),
  },
];

function parametersField(field: string, kind: string, example: string): FieldDeclaration {
  return {
    type: 'list',
    path: `spec.${field}`,
    label: `From ${kind}s`,
    item: 'parameter',
    newItem: () => ({ parameter: 'password', name: example, key: 'password' }),
    say: (item) => {
      const parameter = readText(item, 'parameter');
      const name = readText(item, 'name');
      return parameter === undefined || name === undefined
        ? undefined
        : `${parameter} from ${kind} ${name}, key ${readText(item, 'key') ?? '?'}`;
    },
    fields: [
      {
        type: 'text',
        path: 'parameter',
        label: 'Parameter',
        required: true,
        placeholder: 'password',
        help: 'As the documentation of the trigger lists it.',
      },
      { type: 'text', path: 'key', label: 'Key', required: true, placeholder: 'password' },
      { type: 'reference', path: '', label: kind, reference: field },
    ],
  };
}

function identityFields(): readonly FieldDeclaration[] {
  const path = 'spec.podIdentity';
  return [
    {
      type: 'choice',
      path,
      by: 'provider',
      label: 'Cloud',
      members: [
        {
          label: 'AWS',
          word: 'aws',
          fields: [
            {
              type: 'text',
              path: 'roleArn',
              label: 'Role to take',
              placeholder: 'arn:aws:iam::123456789012:role/keda-orders',
              help: 'Otherwise the role of KEDA itself.',
            },
            { type: 'text', path: 'externalID', label: 'External ID', help: 'Only together with a role.' },
            {
              type: 'enum',
              path: 'identityOwner',
              label: 'Role of',
              options: ['keda', 'workload'],
              help: 'workload takes the role of the ServiceAccount of the workload.',
            },
          ],
        },
        {
          label: 'Azure',
          word: 'azure-workload',
          fields: [
            { type: 'text', path: 'identityId', label: 'Client ID', help: 'Of the managed identity to use.' },
            { type: 'text', path: 'identityTenantId', label: 'Tenant ID' },
            { type: 'text', path: 'identityAuthorityHost', label: 'Authority' },
          ],
        },
        { label: 'Google', word: 'gcp', fields: [] },
        { label: 'None', word: 'none', fields: [] },
      ],
    },
  ];
}

function variablesField(): FieldDeclaration {
  return {
    type: 'list',
    path: 'spec.env',
    label: 'From variables',
    item: 'variable',
    newItem: () => ({ parameter: 'password', name: 'PASSWORD' }),
    say: (item) => {
      const name = readText(item, 'name');
      const parameter = readText(item, 'parameter');
      return name === undefined || parameter === undefined ? undefined : `${parameter} from $${name}`;
    },
    fields: [
      { type: 'text', path: 'parameter', label: 'Parameter', required: true },
      { type: 'text', path: 'name', label: 'Variable', required: true, placeholder: 'PASSWORD' },
      { type: 'name', path: 'containerName', label: 'Of container', help: 'The first when empty.' },
    ],
  };
}

function tokensField(): FieldDeclaration {
  return {
    type: 'list',
    path: 'spec.boundServiceAccountToken',
    label: 'Tokens of ServiceAccounts',
    item: 'token',
    newItem: () => ({ parameter: 'bearerToken', serviceAccountName: 'default' }),
    say: (item) => {
      const account = readText(item, 'serviceAccountName');
      const parameter = readText(item, 'parameter');
      return account === undefined || parameter === undefined
        ? undefined
        : `${parameter} from a token of ${account}`;
    },
    fields: [
      { type: 'text', path: 'parameter', label: 'Parameter', required: true },
      {
        type: 'reference',
        path: 'serviceAccountName',
        label: 'ServiceAccount',
        reference: 'serviceAccount',
      },
    ],
  };
}

function vaultFields(): readonly FieldDeclaration[] {
  const vault = 'spec.hashiCorpVault';
  return [
    {
      type: 'text',
      path: `${vault}.address`,
      label: 'Address',
      placeholder: 'https://vault.example.com:8200',
    },
    {
      type: 'enum',
      path: `${vault}.authentication`,
      label: 'Proves who it is by',
      options: ['kubernetes', 'token'],
    },
    { type: 'text', path: `${vault}.role`, label: 'Role' },
    { type: 'text', path: `${vault}.mount`, label: 'Mount', placeholder: 'kubernetes' },
    {
      type: 'reference',
      path: `${vault}.credential.serviceAccountName`,
      label: 'ServiceAccount',
      reference: 'vault serviceAccount',
    },
    {
      type: 'list',
      path: `${vault}.secrets`,
      label: 'Values',
      item: 'value',
      newItem: () => ({ parameter: 'password', path: 'secret/data/orders', key: 'password' }),
      say: (item) => {
        const path = readText(item, 'path');
        const parameter = readText(item, 'parameter');
        return path === undefined || parameter === undefined ? undefined : `${parameter} from ${path}`;
      },
      fields: [
        { type: 'text', path: 'parameter', label: 'Parameter', required: true },
        { type: 'text', path: 'path', label: 'Path', required: true, placeholder: 'secret/data/orders' },
        { type: 'text', path: 'key', label: 'Key', required: true },
        { type: 'enum', path: 'type', label: 'Engine', options: ['secretV2', 'secret', 'pki'] },
      ],
    },
  ];
}
