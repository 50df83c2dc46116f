import type { FieldDeclaration } from '../../form.ts';
import {
  caCertificate,
  clientCertificate,
  clientKey,
  password,
  tlsEnabled,
  username,
} from './credentials.ts';
import type { Alternatives, TriggerAuthenticationMethod } from './triggerDefinition.ts';
import { figure, flag, text, unsafeSsl } from './triggerFields.ts';

/** How the two triggers of Redis reach it and prove who asks; they are the same. */

export const redisFields: readonly FieldDeclaration[] = [
  text('address', 'Address', {
    placeholder: 'redis.default:6379',
    help: 'Host and port, as the pods of KEDA reach it. Or write them apart in the next two.',
  }),
  text('host', 'Host', { help: 'Instead of the address, together with the port.' }),
  figure('port', 'Port', { placeholder: '6379' }),
  figure('databaseIndex', 'Database', { placeholder: '0' }),
  flag('enableTLS', 'TLS', 'For a server whose certificate is vouched for.'),
  unsafeSsl(),
  text('usernameFromEnv', 'User in variable', { placeholder: 'REDIS_USERNAME' }),
  text('passwordFromEnv', 'Password in variable', { placeholder: 'REDIS_PASSWORD' }),
];

export const redisAlternatives: readonly Alternatives[] = [{ oneOf: [['address'], ['host', 'port']] }];

export const redisFromEnvironment = ['address', 'host', 'port', 'username', 'password'];
export const redisFromAuthentication = ['address', 'host', 'port', 'username', 'password', 'tls'];

export const redisAuthentications: readonly TriggerAuthenticationMethod[] = [
  {
    id: 'password',
    label: 'Password',
    help: 'The one password of the server.',
    secretKeys: [password],
  },
  {
    id: 'user-password',
    label: 'User and password',
    help: 'A user of the access control list.',
    secretKeys: [username, password],
  },
  {
    id: 'user-password-tls',
    label: 'User and password over TLS',
    help: 'For a server whose certificate is vouched for by a public authority.',
    secretKeys: [username, password],
    metadata: { enableTLS: 'true' },
  },
  {
    id: 'tls',
    label: 'Client certificate',
    help: 'Mutual TLS, with a user and password besides. Not together with enableTLS.',
    secretKeys: [username, password, tlsEnabled, caCertificate, clientCertificate, clientKey],
  },
];
