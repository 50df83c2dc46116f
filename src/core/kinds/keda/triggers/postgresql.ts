import { password, podIdentity } from './credentials.ts';
import { sayQuery } from './sayQuery.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, oneOf, special, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';

export const postgresql: TriggerDefinition = {
  type: 'postgresql',
  label: 'PostgreSQL',
  purpose: 'The number that a query of PostgreSQL answers',
  docs: kedaPage('postgresql'),
  newMetadata: () => ({
    host: 'postgres.default.svc.cluster.local',
    port: '5432',
    userName: 'keda',
    dbName: 'orders',
    sslmode: 'require',
    query: "SELECT count(*) FROM jobs WHERE state = 'waiting'",
    targetQueryValue: '5',
  }),
  fields: [
    special('code', 'query', 'Query', {
      required: true,
      placeholder: "SELECT count(*) FROM jobs WHERE state = 'waiting'",
      help: 'Must answer one single number, never null.',
    }),
    figure('targetQueryValue', 'Target', { required: true, placeholder: '5' }),
    activation('activationTargetQueryValue'),
    text('host', 'Host', {
      placeholder: 'postgres.default.svc.cluster.local',
      help: 'As the pods of KEDA reach it, so with its namespace.',
    }),
    figure('port', 'Port', { placeholder: '5432' }),
    text('userName', 'User'),
    text('dbName', 'Database'),
    oneOf('sslmode', 'TLS', ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']),
    text('connectionFromEnv', 'Connection string in variable', {
      placeholder: 'DATABASE_URL',
      help: 'A variable of the workload that holds the whole connection string, instead of host and user.',
    }),
    text('passwordFromEnv', 'Password in variable', { placeholder: 'PGPASSWORD' }),
  ],
  optionalTarget: 'targetQueryValue',
  fromEnvironment: ['connection', 'password'],
  fromAuthentication: ['connection', 'host', 'port', 'userName', 'dbName', 'sslmode', 'password'],
  alternatives: [{ oneOf: [['connection'], ['host', 'port', 'userName', 'dbName', 'sslmode']] }],
  authentications: [
    {
      id: 'password',
      label: 'Password',
      help: 'The password of the user; host, user and database stay with the trigger.',
      secretKeys: [password],
    },
    {
      id: 'connection',
      label: 'Connection string',
      help: 'Everything in one text, the password too.',
      secretKeys: [
        {
          parameter: 'connection',
          key: 'connection',
          help: 'The connection string.',
          example: 'postgresql://keda:…@postgres.default:5432/orders?sslmode=require',
        },
      ],
    },
    podIdentity('azure-workload'),
  ],
  say: (metadata, how) => sayQuery(metadata, 'targetQueryValue', how),
};
