import {
  caCertificate,
  clientCertificate,
  clientKey,
  password,
  podIdentity,
  username,
} from './credentials.ts';
import { sayQuery } from './sayQuery.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, flag, special, text, unsafeSsl } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';

export const prometheus: TriggerDefinition = {
  type: 'prometheus',
  label: 'Prometheus',
  purpose: 'The answer to a PromQL query: requests a second, errors, anything measured',
  docs: kedaPage('prometheus'),
  newMetadata: () => ({
    serverAddress: 'http://prometheus.monitoring:9090',
    query: 'sum(rate(http_requests_total[2m]))',
    threshold: '100',
  }),
  fields: [
    text('serverAddress', 'Prometheus server', {
      required: true,
      placeholder: 'http://prometheus.monitoring:9090',
      help: 'As the pods of KEDA reach it, so with its namespace.',
    }),
    special('promql', 'query', 'Query', {
      required: true,
      placeholder: 'sum(rate(http_requests_total{app="orders"}[2m]))',
      help: 'Must answer one single number.',
    }),
    figure('threshold', 'Target', { required: true, placeholder: '100' }),
    activation('activationThreshold'),
    flag(
      'ignoreNullValues',
      'No answer counts as 0',
      'True when empty. Turn it off to keep the replicas instead.',
    ),
    text('namespace', 'Namespace of the query', { help: 'For servers that ask for one, such as Thanos.' }),
    text('queryParameters', 'More query parameters', { placeholder: 'dedup=true,partial_response=false' }),
    text('customHeaders', 'More headers', { placeholder: 'X-Scope-OrgID=shop' }),
    text('timeout', 'Timeout', { placeholder: '3s', help: 'A duration, or milliseconds as a number.' }),
    text('awsRegion', 'AWS region', { help: 'For the managed service of AWS.' }),
    unsafeSsl(),
  ],
  fromAuthentication: ['awsRegion'],
  provedBy: ['authModes'],
  words: { authModes: ['basic', 'bearer', 'tls', 'custom', 'apiKey', 'oauth'] },
  authentications: [
    {
      id: 'bearer',
      label: 'Bearer token',
      help: 'A token in the Authorization header.',
      secretKeys: [{ parameter: 'bearerToken', key: 'bearerToken', help: 'The token.' }],
      metadata: { authModes: 'bearer' },
    },
    {
      id: 'basic',
      label: 'User and password',
      help: 'Basic authentication.',
      secretKeys: [username, password],
      metadata: { authModes: 'basic' },
    },
    {
      id: 'tls',
      label: 'Client certificate',
      help: 'Mutual TLS: the server knows KEDA by its certificate.',
      secretKeys: [caCertificate, clientCertificate, clientKey],
      metadata: { authModes: 'tls' },
    },
    {
      id: 'custom',
      label: 'Header of its own',
      help: 'A header with a value that the server knows.',
      secretKeys: [
        {
          parameter: 'customAuthHeader',
          key: 'customAuthHeader',
          help: 'The name of the header.',
          example: 'X-Api-Key',
        },
        { parameter: 'customAuthValue', key: 'customAuthValue', help: 'What it says.' },
      ],
      metadata: { authModes: 'custom' },
    },
    podIdentity('aws'),
    podIdentity('azure-workload'),
    podIdentity('gcp'),
  ],
  say: (metadata, how) => sayQuery(metadata, 'threshold', how),
};
