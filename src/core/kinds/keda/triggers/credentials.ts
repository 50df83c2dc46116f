import type { SecretKey, TriggerAuthenticationMethod } from './triggerDefinition.ts';

/** Keys of Secrets that several triggers take, and the identities of the clouds. */

export const username: SecretKey = { parameter: 'username', key: 'username', help: 'The user.' };
export const password: SecretKey = { parameter: 'password', key: 'password', help: 'The password.' };

export const caCertificate: SecretKey = {
  parameter: 'ca',
  key: 'ca.crt',
  help: 'The certificate of the authority that vouches for the server, as PEM; empty for a public one.',
};
export const clientCertificate: SecretKey = {
  parameter: 'cert',
  key: 'tls.crt',
  help: 'The client certificate, as PEM.',
};
export const clientKey: SecretKey = {
  parameter: 'key',
  key: 'tls.key',
  help: 'The private key of the client certificate, as PEM.',
};

/** Where TLS is switched on by the TriggerAuthentication itself. */
export const tlsEnabled: SecretKey = {
  parameter: 'tls',
  key: 'tls',
  help: 'Switches TLS on.',
  value: 'enable',
};

const clouds = {
  aws: 'The IAM role of KEDA, or of its ServiceAccount, may read it. Nothing is kept in a Secret.',
  'azure-workload': 'The managed identity of KEDA may read it. Nothing is kept in a Secret.',
  gcp: 'The Google service account of KEDA may read it. Nothing is kept in a Secret.',
} as const;

const labels = {
  aws: 'AWS pod identity',
  'azure-workload': 'Azure workload identity',
  gcp: 'Google workload identity',
} as const;

/** Proof by the identity that the pods of KEDA have in a cloud. */
export function podIdentity(
  provider: keyof typeof clouds,
  metadata?: Readonly<Record<string, string>>,
): TriggerAuthenticationMethod {
  return {
    id: provider,
    label: labels[provider],
    help: clouds[provider],
    secretKeys: [],
    podIdentity: provider,
    ...(metadata === undefined ? {} : { metadata }),
  };
}
