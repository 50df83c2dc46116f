import { password } from './credentials.ts';
import { sayQuery } from './sayQuery.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, special, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';

export const mysql: TriggerDefinition = {
  type: 'mysql',
  label: 'MySQL',
  purpose: 'The number that a query of MySQL answers',
  docs: kedaPage('mysql'),
  newMetadata: () => ({
    host: 'mysql.default.svc.cluster.local',
    port: '3306',
    username: 'keda',
    dbName: 'orders',
    query: "SELECT count(*) FROM jobs WHERE state = 'waiting'",
    queryValue: '5',
  }),
  fields: [
    special('code', 'query', 'Query', {
      required: true,
      placeholder: "SELECT count(*) FROM jobs WHERE state = 'waiting'",
      help: 'Must answer one single number, never null.',
    }),
    figure('queryValue', 'Target', { required: true, placeholder: '5' }),
    activation('activationQueryValue'),
    text('host', 'Host', {
      placeholder: 'mysql.default.svc.cluster.local',
      help: 'As the pods of KEDA reach it, so with its namespace.',
    }),
    figure('port', 'Port', { placeholder: '3306' }),
    text('username', 'User'),
    text('dbName', 'Database'),
    text('connectionStringFromEnv', 'Connection string in variable', {
      placeholder: 'MYSQL_DSN',
      help: 'A variable of the workload that holds the whole connection string, instead of host and user.',
    }),
    text('passwordFromEnv', 'Password in variable', { placeholder: 'MYSQL_PASSWORD' }),
  ],
  fromEnvironment: ['connectionString', 'host', 'port', 'username', 'password'],
  fromAuthentication: ['connectionString', 'host', 'port', 'username', 'dbName', 'password'],
  alternatives: [{ oneOf: [['connectionString'], ['host', 'port', 'username', 'dbName']] }],
  authentications: [
    {
      id: 'password',
      label: 'Password',
      help: 'The password of the user; host, user and database stay with the trigger.',
      secretKeys: [password],
    },
    {
      id: 'connection-string',
      label: 'Connection string',
      help: 'Everything in one text, the password too.',
      secretKeys: [
        {
          parameter: 'connectionString',
          key: 'connectionString',
          help: 'The connection string.',
          example: 'keda:…@tcp(mysql.default:3306)/orders',
        },
      ],
    },
  ],
  say: (metadata, how) => sayQuery(metadata, 'queryValue', how),
};
