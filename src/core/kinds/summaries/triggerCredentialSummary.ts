import { isSet, readText } from '../reading.ts';
import type { CardSummary } from '../types.ts';
import { chip, listRows, summary } from './rows.ts';

/** Where the values come from besides Secrets, and what that is called. */
const sources: readonly (readonly [field: string, name: string])[] = [
  ['hashiCorpVault', 'Vault'],
  ['azureKeyVault', 'Azure Key Vault'],
  ['awsSecretManager', 'AWS Secrets Manager'],
  ['gcpSecretManager', 'Google Secret Manager'],
  ['oauth2', 'OAuth 2'],
  ['env', 'environment'],
  ['filePath', 'files'],
];

/** What a pod identity is called, by its provider. */
const identities: Readonly<Record<string, string>> = {
  aws: 'AWS pod identity',
  'aws-eks': 'AWS pod identity (older)',
  'azure-workload': 'Azure workload identity',
  gcp: 'Google workload identity',
  none: 'no pod identity',
};

/** The card of a TriggerAuthentication: which parameter comes from where. Names of keys only, never a value. */
export function summariseCredentials(value: unknown): CardSummary {
  const from = (kind: string) => (item: unknown) => ({
    label: readText(item, 'parameter') ?? 'parameter',
    parts: [`${kind} ${readText(item, 'name') ?? '?'}`, readText(item, 'key')],
  });
  return summary({
    subtitle: sayIdentity(value),
    rows: [
      ...listRows(value, ['spec', 'secretTargetRef'], from('Secret')),
      ...listRows(value, ['spec', 'configMapTargetRef'], from('ConfigMap')),
      ...listRows(value, ['spec', 'boundServiceAccountToken'], (item) => ({
        label: readText(item, 'parameter') ?? 'parameter',
        parts: [`token of ${readText(item, 'serviceAccountName') ?? '?'}`],
      })),
    ],
    chips: sources.map(([field, name]) => (isSet(value, 'spec', field) ? chip(name) : undefined)),
  });
}

/** `AWS pod identity`, where one is chosen. */
export function sayIdentity(value: unknown): string | undefined {
  const provider = readText(value, 'spec', 'podIdentity', 'provider');
  if (provider === undefined) return undefined;
  return Object.hasOwn(identities, provider) ? identities[provider] : provider;
}
