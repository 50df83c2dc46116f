import { doc, listOf, of, record, text, textMap } from '../fields.ts';
import type { TypeOverlay } from '../overlay.ts';

const clientCredentials = 'clientCredentials';
const secrets = (sentence: string) => doc(sentence, { minItems: 1 });
const inSecret: TypeOverlay = { fields: { valueFrom: doc('Where the value is.') } };
const parameter = doc("The name of the trigger's parameter that gets this value.");

/** TriggerAuthentication and ClusterTriggerAuthentication: where triggers get their credentials. */
export const authentication: Readonly<Record<string, TypeOverlay>> = {
  'keda.sh/v1alpha1.TriggerAuthenticationSpec': {
    fields: {
      secretTargetRef: doc('Values from Secrets; for the cluster-wide kind, from the namespace of KEDA.'),
      configMapTargetRef: doc('Values from ConfigMaps.'),
      env: doc('Values from the environment of a container of the workload.'),
      boundServiceAccountToken: doc('Tokens that KEDA asks the cluster for, on behalf of a ServiceAccount.'),
      oauth2: of('keda.sh/v1alpha1.OAuth2', 'A token from an OAuth 2 server.'),
      gcpSecretManager: doc('Values from Secret Manager of Google Cloud.'),
    },
  },
  'keda.sh/v1alpha1.AuthPodIdentity': {
    fields: {
      externalID: text(
        'The external ID to give when a role is assumed. Only for AWS, together with `roleArn`.',
      ),
      identityId: doc('The client ID of the identity to use; for Azure.'),
      provider: doc('Whose identity the pod of KEDA has.', {
        enum: ['azure-workload', 'gcp', 'aws', 'aws-eks', 'none'],
      }),
    },
  },
  'keda.sh/v1alpha1.AuthTargetRef': {
    fields: { name: doc('The Secret or ConfigMap.'), key: doc('The key in it.'), parameter },
  },
  'keda.sh/v1alpha1.AuthEnvironment': {
    fields: {
      name: doc('The environment variable.'),
      containerName: doc('The container that has it; the first when absent.'),
      parameter,
    },
  },
  'keda.sh/v1alpha1.BoundServiceAccountToken': {
    fields: { serviceAccountName: doc('The ServiceAccount whose token it is.'), parameter },
  },
  'keda.sh/v1alpha1.OAuth2': record('A token from an OAuth 2 server, got with client credentials.', {
    'type!': text('How the token is got; there is one way.', {
      enum: [clientCredentials],
      default: clientCredentials,
    }),
    'clientId!': text('The ID of the client at that server.'),
    clientSecret: of('keda.sh/v1alpha1.OAuth2ClientSecret', 'The secret of the client.'),
    'tokenUrl!': text('Where tokens are got.'),
    scopes: listOf({ type: 'string' }, 'The scopes to ask for.'),
    tokenUrlParams: textMap('More parameters of the request for a token.'),
  }),
  'keda.sh/v1alpha1.OAuth2ClientSecret': record('A secret that stands in a Secret.', {
    'valueFrom!': of('keda.sh/v1alpha1.ValueFromSecret', 'Where the value is.'),
  }),
  'keda.sh/v1alpha1.HashiCorpVault': {
    fields: {
      address: doc('The address of the Vault server.'),
      authentication: doc('How KEDA proves who it is.', { enum: ['token', 'kubernetes'] }),
      credential: doc('What it proves it with.'),
      mount: doc('Where the authentication method is mounted.'),
      namespace: doc('The namespace in Vault Enterprise.'),
      role: doc('The role to take.'),
      secrets: secrets('Which values are read from Vault.'),
    },
  },
  'keda.sh/v1alpha1.Credential': {
    fields: {
      token: doc('The token, for `token`.'),
      serviceAccount: doc('The path of the token of a ServiceAccount, for `kubernetes`.'),
      serviceAccountName: doc('The ServiceAccount whose token KEDA asks the cluster for, for `kubernetes`.'),
    },
  },
  'keda.sh/v1alpha1.VaultSecret': {
    fields: {
      path: doc('The path in Vault.'),
      key: doc('The key at that path.'),
      parameter,
      pkiData: doc('What a certificate from the PKI engine is to hold.'),
      type: doc('The kind of secrets engine.', { enum: ['', 'secretV2', 'secret', 'pki'] }),
    },
  },
  'keda.sh/v1alpha1.AzureKeyVault': {
    fields: {
      vaultUri: doc('The address of the key vault.'),
      secrets: secrets('Which values are read from the vault.'),
      cloud: doc('The Azure cloud that the vault is in.'),
      credentials: doc('The application that may read the vault.'),
    },
  },
  'keda.sh/v1alpha1.AwsSecretManager': {
    fields: {
      secrets: secrets('Which values are read from Secrets Manager.'),
      credentials: doc('The access key that may read them.'),
      region: doc('The AWS region.'),
    },
  },
  'keda.sh/v1alpha1.GCPSecretManager': {
    fields: {
      secrets: secrets('Which values are read from Secret Manager.'),
      credentials: doc('The service account that may read them.'),
    },
  },
  'keda.sh/v1alpha1.VaultPkiData': {
    fields: {
      commonName: doc('The common name of the certificate.'),
      altNames: doc('Further names, with commas between them.'),
      ipSans: doc('IP addresses, with commas between them.'),
      uriSans: doc('URIs, with commas between them.'),
      otherSans: doc('Names of other kinds, with commas between them.'),
      ttl: doc('How long the certificate lasts: `24h`.'),
      format: doc('The form of the certificate: `pem`, `der` or `pem_bundle`.'),
    },
  },
  'keda.sh/v1alpha1.AzureKeyVaultCloudInfo': {
    fields: {
      type: doc('The cloud: `AzurePublicCloud`, `AzureUSGovernmentCloud`, `AzureChinaCloud` or `Private`.'),
      keyVaultResourceURL: doc('For `Private`: the address that vaults are reached under.'),
      activeDirectoryEndpoint: doc('For `Private`: the address of Entra ID.'),
    },
  },
  'keda.sh/v1alpha1.AzureKeyVaultCredentials': {
    fields: {
      clientId: doc('The ID of the application.'),
      tenantId: doc('The ID of the tenant.'),
      clientSecret: doc('The secret of the application.'),
    },
  },
  'keda.sh/v1alpha1.AzureKeyVaultSecret': {
    fields: {
      name: doc('The name in the vault.'),
      version: doc('Its version; the newest when absent.'),
      parameter,
    },
  },
  'keda.sh/v1alpha1.AwsSecretManagerCredentials': {
    fields: {
      accessKey: doc('The ID of the access key.'),
      accessSecretKey: doc('The secret of the access key.'),
      accessToken: doc('The token of a session, if the key is of one.'),
    },
  },
  'keda.sh/v1alpha1.AwsSecretManagerSecret': {
    fields: {
      name: doc('The name or ARN of the secret.'),
      secretKey: doc('The key in it, when the secret is JSON.'),
      versionId: doc('Its version by ID.'),
      versionStage: doc('Its version by label: `AWSCURRENT`.'),
      parameter,
    },
  },
  'keda.sh/v1alpha1.GCPCredentials': { fields: { clientSecret: doc('The key of a service account.') } },
  'keda.sh/v1alpha1.GCPSecretManagerSecret': {
    fields: {
      id: doc('The ID of the secret.'),
      version: doc('Its version; `latest` when absent.'),
      parameter,
    },
  },
  'keda.sh/v1alpha1.AwsSecretManagerValue': inSecret,
  'keda.sh/v1alpha1.AzureKeyVaultClientSecret': inSecret,
  'keda.sh/v1alpha1.GCPSecretmanagerClientSecret': inSecret,
  'keda.sh/v1alpha1.ValueFromSecret': { fields: { secretKeyRef: doc('A Secret and the key in it.') } },
  'keda.sh/v1alpha1.SecretKeyRef': {
    fields: { name: doc('The Secret, in the same namespace.'), key: doc('The key in it.') },
  },
};
