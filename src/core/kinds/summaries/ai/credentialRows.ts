import { isSet, readAt, readText } from '../../reading.ts';
import type { CardRow } from '../../types.ts';
import { fieldRow, type RowWords, words } from '../rows.ts';

/** One way in which a BackendSecurityPolicy proves who the gateway is. */
interface CredentialType {
  /** Word of `spec.type`. */
  readonly type: string;
  /** Where its settings are, below `spec`. */
  readonly field: string;
  /** For the chip. */
  readonly text: string;
  readonly say: (settings: unknown) => RowWords;
}

const credentialTypes: readonly CredentialType[] = [
  { type: 'APIKey', field: 'apiKey', text: 'API key', say: keyIn('Authorization') },
  { type: 'AnthropicAPIKey', field: 'anthropicAPIKey', text: 'Anthropic key', say: keyIn('x-api-key') },
  { type: 'AzureAPIKey', field: 'azureAPIKey', text: 'Azure key', say: keyIn('api-key') },
  { type: 'AWSCredentials', field: 'awsCredentials', text: 'AWS', say: awsWords },
  { type: 'AzureCredentials', field: 'azureCredentials', text: 'Azure', say: azureWords },
  { type: 'GCPCredentials', field: 'gcpCredentials', text: 'Google Cloud', say: googleWords },
];

/** The word of a policy's type: `API key`, `AWS`; the type itself where it is not known. */
export function credentialWord(value: unknown): string | undefined {
  const type = readText(value, 'spec', 'type');
  return credentialTypes.find((each) => each.type === type)?.text ?? type;
}

/** A row for each way that is filled in; only that of `type` counts. */
export function credentialRows(value: unknown): readonly CardRow[] {
  return credentialTypes.flatMap(({ field, say }) =>
    isSet(value, 'spec', field) ? [fieldRow(['spec', field], say(readAt(value, 'spec', field)))] : [],
  );
}

function keyIn(header: string): CredentialType['say'] {
  return (settings) => ({ label: `API key in ${header}`, parts: [secretWords(settings, 'secretRef')] });
}

function awsWords(settings: unknown): RowWords {
  const role = readText(settings, 'oidcExchangeToken', 'awsRoleArn');
  const hasOwn = isSet(settings, 'credentialsFile') || isSet(settings, 'oidcExchangeToken');
  return {
    label: words('AWS', readText(settings, 'region')) ?? 'AWS',
    parts: [
      secretWords(settings, 'credentialsFile', 'secretRef'),
      role === undefined ? undefined : `role ${role.split('/').at(-1) ?? role}`,
      issuerWords(settings, 'oidcExchangeToken'),
      hasOwn ? undefined : podCredentials,
    ],
  };
}

function azureWords(settings: unknown): RowWords {
  return {
    label: 'Azure',
    parts: [
      words(isSet(settings, 'clientID') ? 'client' : undefined, readText(settings, 'clientID')),
      secretWords(settings, 'clientSecretRef'),
      issuerWords(settings, 'oidcExchangeToken'),
    ],
  };
}

function googleWords(settings: unknown): RowWords {
  const federation = 'workloadIdentityFederationConfig';
  const pool = readText(settings, federation, 'workloadIdentityPoolName');
  const hasOwn = isSet(settings, 'credentialsFile') || isSet(settings, federation);
  return {
    label: words('Google Cloud', readText(settings, 'region')) ?? 'Google Cloud',
    parts: [
      readText(settings, 'projectName'),
      secretWords(settings, 'credentialsFile', 'secretRef'),
      pool === undefined ? undefined : `pool ${pool}`,
      issuerWords(settings, federation, 'oidcExchangeToken'),
      hasOwn ? undefined : podCredentials,
    ],
  };
}

/** Clouds know the pods that run in them. */
const podCredentials = 'credentials of the pod';

function secretWords(settings: unknown, ...path: readonly string[]): string | undefined {
  const name = readText(settings, ...path, 'name');
  return name === undefined ? undefined : `secret: ${name}`;
}

function issuerWords(settings: unknown, ...path: readonly string[]): string | undefined {
  const issuer = readText(settings, ...path, 'oidc', 'provider', 'issuer');
  return issuer === undefined ? undefined : `token of ${issuer}`;
}
