import {
  caCertificate,
  clientCertificate,
  clientKey,
  password,
  podIdentity,
  username,
} from './credentials.ts';
import type { SecretKey, TriggerAuthenticationMethod } from './triggerDefinition.ts';

/** What `sasl` may say besides `none`. */
export const saslModes = ['plaintext', 'scram_sha256', 'scram_sha512', 'gssapi', 'oauthbearer'] as const;

const realm: SecretKey = {
  parameter: 'realm',
  key: 'realm',
  help: 'The Kerberos realm.',
  example: 'EXAMPLE.COM',
};
const kerberosConfig: SecretKey = {
  parameter: 'kerberosConfig',
  key: 'krb5.conf',
  help: 'The whole krb5.conf.',
};

/** User and password by one mechanism, over a plain connection or over TLS. */
function userAndPassword(sasl: string, label: string, isEncrypted: boolean): TriggerAuthenticationMethod {
  return {
    id: `sasl-${sasl.replaceAll('_', '-')}${isEncrypted ? '-tls' : ''}`,
    label: `${label}${isEncrypted ? ' over TLS' : ''}`,
    help: isEncrypted
      ? 'User and password over an encrypted connection.'
      : 'User and password over a connection that is not encrypted; only inside the cluster.',
    secretKeys: [username, password, ...(isEncrypted ? [caCertificate] : [])],
    metadata: { sasl, ...(isEncrypted ? { tls: 'enable' } : {}) },
  };
}

const mechanisms: readonly (readonly [sasl: string, label: string])[] = [
  ['plaintext', 'SASL PLAIN'],
  ['scram_sha256', 'SASL SCRAM-SHA-256'],
  ['scram_sha512', 'SASL SCRAM-SHA-512'],
];

/** What brokers take as proof. https://keda.sh/docs/2.20/scalers/apache-kafka/#authentication-parameters */
export const kafkaAuthentications: readonly TriggerAuthenticationMethod[] = [
  ...mechanisms.map(([sasl, label]) => userAndPassword(sasl, label, true)),
  ...mechanisms.map(([sasl, label]) => userAndPassword(sasl, label, false)),
  {
    id: 'tls',
    label: 'Client certificate',
    help: 'Mutual TLS: the brokers know KEDA by its certificate.',
    secretKeys: [caCertificate, clientCertificate, clientKey],
    metadata: { tls: 'enable' },
  },
  {
    id: 'sasl-oauthbearer',
    label: 'SASL OAUTHBEARER',
    help: 'A token of an OAuth 2 server, got with client credentials.',
    secretKeys: [
      { ...username, help: 'The ID of the client.' },
      { ...password, help: 'The secret of the client.' },
      {
        parameter: 'oauthTokenEndpointUri',
        key: 'oauthTokenEndpointUri',
        help: 'Where tokens are got.',
        example: 'https://id.example.com/oauth2/token',
      },
      { parameter: 'scopes', key: 'scopes', help: 'The scopes to ask for, with commas between them.' },
    ],
    metadata: { sasl: 'oauthbearer', tls: 'enable' },
  },
  {
    id: 'sasl-gssapi',
    label: 'SASL GSSAPI with a password',
    help: 'Kerberos with a user and a password.',
    secretKeys: [username, password, realm, kerberosConfig],
    metadata: { sasl: 'gssapi' },
  },
  {
    id: 'sasl-gssapi-keytab',
    label: 'SASL GSSAPI with a keytab',
    help: 'Kerberos with a user and a keytab.',
    secretKeys: [
      username,
      { parameter: 'keytab', key: 'keytab', help: 'The keytab of the user.' },
      realm,
      kerberosConfig,
    ],
    metadata: { sasl: 'gssapi' },
  },
  {
    ...podIdentity('aws', { sasl: 'oauthbearer', saslTokenProvider: 'aws_msk_iam', tls: 'enable' }),
    label: 'IAM of Amazon MSK',
  },
];
