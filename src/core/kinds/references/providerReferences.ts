import type { ReferenceDeclaration } from '../types.ts';
import { grantedSecret, oidcReferences } from './authReferences.ts';

/** Secrets of a BackendSecurityPolicy, by the type that reads them. */
const secrets: readonly (readonly [name: string, path: string])[] = [
  ['apiKey secretRef', 'spec.apiKey.secretRef'],
  ['anthropicAPIKey secretRef', 'spec.anthropicAPIKey.secretRef'],
  ['azureAPIKey secretRef', 'spec.azureAPIKey.secretRef'],
  ['awsCredentials secretRef', 'spec.awsCredentials.credentialsFile.secretRef'],
  ['azureCredentials clientSecretRef', 'spec.azureCredentials.clientSecretRef'],
  ['gcpCredentials secretRef', 'spec.gcpCredentials.credentialsFile.secretRef'],
];

/** The OIDC clients whose tokens a cloud takes in exchange for its own credentials. */
const exchanges: readonly (readonly [name: string, path: string])[] = [
  ['aws oidc', 'spec.awsCredentials.oidcExchangeToken.oidc'],
  ['azure oidc', 'spec.azureCredentials.oidcExchangeToken.oidc'],
  ['gcp oidc', 'spec.gcpCredentials.workloadIdentityFederationConfig.oidcExchangeToken.oidc'],
];

/** What a BackendSecurityPolicy needs to prove who the gateway is. The type beside decides which of it counts. */
export const providerReferences: readonly ReferenceDeclaration[] = [
  ...secrets.map(([name, path]) => grantedSecret(name, path)),
  ...exchanges.flatMap(([name, path]) => oidcReferences(path, name)),
];
