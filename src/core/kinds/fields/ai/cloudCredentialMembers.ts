import type { ChoiceMember } from '../../form.ts';
import { newExchange, oidcExchangeFields } from './oidcExchangeFields.ts';

/** AWS: credentials from a file, for a token, or of the pod. */
export const awsMember: ChoiceMember = {
  label: 'AWS credentials',
  help: 'Requests are signed for AWS.',
  word: 'AWSCredentials',
  key: 'awsCredentials',
  newValue: () => ({ region: 'us-east-1' }),
  fields: [
    {
      type: 'text',
      path: 'awsCredentials.region',
      label: 'Region',
      required: true,
      placeholder: 'us-east-1',
    },
    {
      type: 'choice',
      path: 'awsCredentials',
      label: 'Credentials from',
      help: 'The chain of AWS (the role of the pod) when none is chosen.',
      members: [
        {
          label: 'A credentials file',
          key: 'credentialsFile',
          newValue: () => ({ secretRef: { name: 'aws-credentials' } }),
          fields: [
            {
              type: 'reference',
              path: 'credentialsFile.secretRef',
              label: 'Secret with credentials',
              reference: 'awsCredentials secretRef',
            },
            { type: 'text', path: 'credentialsFile.profile', label: 'Profile', placeholder: 'default' },
          ],
        },
        {
          label: 'A role, for a token of OIDC',
          key: 'oidcExchangeToken',
          newValue: () => ({ awsRoleArn: 'arn:aws:iam::123456789012:role/bedrock', ...newExchange }),
          fields: [
            { type: 'text', path: 'oidcExchangeToken.awsRoleArn', label: 'Role (ARN)', required: true },
            ...oidcExchangeFields('oidcExchangeToken.', 'aws oidc'),
          ],
        },
      ],
    },
  ],
};

/** Azure: a client with a secret, or a token that is exchanged. */
export const azureMember: ChoiceMember = {
  label: 'Azure credentials',
  help: 'A token of Entra ID is got for each request.',
  word: 'AzureCredentials',
  key: 'azureCredentials',
  newValue: () => ({
    clientID: '00000000-0000-0000-0000-000000000000',
    tenantID: '00000000-0000-0000-0000-000000000000',
    clientSecretRef: { name: 'azure-client' },
  }),
  fields: [
    { type: 'text', path: 'azureCredentials.clientID', label: 'Client id', required: true },
    { type: 'text', path: 'azureCredentials.tenantID', label: 'Tenant id', required: true },
    {
      type: 'choice',
      path: 'azureCredentials',
      label: 'Proved by',
      required: true,
      members: [
        {
          label: 'A client secret',
          key: 'clientSecretRef',
          newValue: () => ({ name: 'azure-client' }),
          fields: [
            {
              type: 'reference',
              path: 'clientSecretRef',
              label: 'Secret with client-secret',
              reference: 'azureCredentials clientSecretRef',
            },
          ],
        },
        {
          label: 'A token of OIDC',
          key: 'oidcExchangeToken',
          newValue: () => newExchange,
          fields: oidcExchangeFields('oidcExchangeToken.', 'azure oidc'),
        },
      ],
    },
  ],
};

const federation = 'workloadIdentityFederationConfig';

/** Google Cloud: a service account, federation, or the credentials of the pod. */
export const googleMember: ChoiceMember = {
  label: 'Google Cloud credentials',
  help: 'A token of Google Cloud is got for each request.',
  word: 'GCPCredentials',
  key: 'gcpCredentials',
  newValue: () => ({ projectName: 'my-project', region: 'us-central1' }),
  fields: [
    { type: 'text', path: 'gcpCredentials.projectName', label: 'Project', required: true },
    {
      type: 'text',
      path: 'gcpCredentials.region',
      label: 'Region',
      required: true,
      placeholder: 'us-central1',
    },
    {
      type: 'choice',
      path: 'gcpCredentials',
      label: 'Credentials from',
      help: 'The default credentials of the pod when none is chosen.',
      members: [
        {
          label: 'A service account key',
          key: 'credentialsFile',
          newValue: () => ({ secretRef: { name: 'gcp-credentials' } }),
          fields: [
            {
              type: 'reference',
              path: 'credentialsFile.secretRef',
              label: 'Secret with service_account.json',
              reference: 'gcpCredentials secretRef',
            },
          ],
        },
        {
          label: 'Workload identity federation',
          key: federation,
          newValue: () => ({
            projectID: 'my-project',
            workloadIdentityPoolName: 'gateways',
            workloadIdentityProviderName: 'auth',
            oidcExchangeToken: newExchange,
          }),
          fields: [
            { type: 'text', path: `${federation}.projectID`, label: 'Project of the pool', required: true },
            { type: 'text', path: `${federation}.workloadIdentityPoolName`, label: 'Pool', required: true },
            {
              type: 'text',
              path: `${federation}.workloadIdentityProviderName`,
              label: 'Provider in the pool',
              required: true,
            },
            {
              type: 'text',
              path: `${federation}.serviceAccountImpersonation.serviceAccountName`,
              label: 'Act as service account',
            },
            ...oidcExchangeFields(`${federation}.oidcExchangeToken.`, 'gcp oidc'),
          ],
        },
      ],
    },
  ],
};
