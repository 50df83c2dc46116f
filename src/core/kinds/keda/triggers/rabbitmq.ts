import { readText } from '../../reading.ts';
import {
  caCertificate,
  clientCertificate,
  clientKey,
  password,
  podIdentity,
  tlsEnabled,
  username,
} from './credentials.ts';
import type { SecretKey, TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, flag, oneOf, text, unsafeSsl } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { perEach } from './triggerSentences.ts';

/** What is counted in each mode. All but the first are asked over HTTP. */
const modes: Readonly<Record<string, string>> = {
  QueueLength: 'messages',
  MessageRate: 'published messages a second',
  DeliverGetRate: 'delivered messages a second',
  PublishedToDeliveredRatio: 'published to delivered',
  ExpectedQueueConsumptionTime: 'seconds of work',
};

const uri: SecretKey = {
  parameter: 'host',
  key: 'host',
  help: 'The address with user, password and virtual host.',
  example: 'amqp://keda:…@rabbitmq.default:5672/orders',
};

export const rabbitmq: TriggerDefinition = {
  type: 'rabbitmq',
  label: 'RabbitMQ',
  purpose: 'How long a RabbitMQ queue is, or how fast it fills',
  docs: kedaPage('rabbitmq-queue'),
  newMetadata: () => ({
    host: 'amqp://rabbitmq.default:5672/',
    queueName: 'orders',
    mode: 'QueueLength',
    value: '20',
  }),
  fields: [
    text('queueName', 'Queue', { required: true, placeholder: 'orders' }),
    oneOf('mode', 'Counts', Object.keys(modes), 'All but QueueLength need the protocol http.'),
    figure('value', 'Target', { placeholder: '20' }),
    activation('activationValue'),
    text('host', 'Address', {
      placeholder: 'amqp://rabbitmq.default:5672/orders',
      help: 'Ends with the virtual host. User and password belong into a Secret.',
    }),
    text('hostFromEnv', 'Address in variable', { placeholder: 'RABBITMQ_URI' }),
    oneOf('protocol', 'Protocol', ['auto', 'amqp', 'http']),
    text('vhostName', 'Virtual host', { help: 'Instead of the one in the address.' }),
    flag('useRegex', 'The queue is a pattern', 'Only over http.'),
    oneOf('operation', 'Of several queues', ['sum', 'max', 'avg']),
    figure('pageSize', 'Queues a page', { placeholder: '100' }),
    flag(
      'excludeUnacknowledged',
      'Only messages that wait',
      'Leaves out those being worked on; only over http.',
    ),
    text('timeout', 'Timeout', { placeholder: '3s', help: 'A duration, or milliseconds as a number.' }),
    unsafeSsl(),
  ],
  fromEnvironment: ['host', 'username', 'password'],
  fromAuthentication: ['host', 'protocol', 'vhostName', 'username', 'password', 'tls'],
  alternatives: [
    { oneOf: [['host']] },
    {
      oneOf: [['mode', 'value'], ['queueLength']],
      isExclusive: true,
      when: ({ mode, value }) => mode !== undefined || value !== undefined,
    },
  ],
  authentications: [
    {
      id: 'uri',
      label: 'Address with user and password',
      help: 'The whole address comes from the Secret, the virtual host too.',
      secretKeys: [uri],
    },
    {
      id: 'user-password',
      label: 'User and password',
      help: 'The address stays with the trigger.',
      secretKeys: [username, password],
    },
    {
      id: 'tls',
      label: 'Client certificate',
      help: 'Mutual TLS. Without user and password in the address RabbitMQ takes the name of the certificate.',
      secretKeys: [
        { ...uri, help: 'The address, with amqps.', example: 'amqps://rabbitmq.default:5671/orders' },
        tlsEnabled,
        caCertificate,
        clientCertificate,
        clientKey,
      ],
    },
    {
      ...podIdentity('azure-workload', { protocol: 'http' }),
      help: 'A managed identity, over http. The trigger must name the virtual host.',
      secretKeys: [
        {
          parameter: 'workloadIdentityResource',
          key: 'workloadIdentityResource',
          help: 'The ID of the application that RabbitMQ is registered as.',
        },
      ],
    },
  ],
  problems: (metadata) => {
    const mode = readText(metadata, 'mode') ?? 'QueueLength';
    return mode !== 'QueueLength' && Object.hasOwn(modes, mode) && readText(metadata, 'protocol') === 'amqp'
      ? [
          {
            key: 'protocol',
            message: `RabbitMQ tells ${mode} only over its management interface. Set protocol to http, or count QueueLength.`,
          },
        ]
      : [];
  },
  say: (metadata, how) => {
    const queue = readText(metadata, 'queueName');
    if (queue === undefined) return undefined;
    const mode = readText(metadata, 'mode') ?? 'QueueLength';
    const things = Object.hasOwn(modes, mode) ? (modes[mode] ?? '') : mode;
    const value = readText(metadata, 'value') ?? readText(metadata, 'queueLength') ?? '20';
    return `${perEach(value, things, how)}, queue ${queue}`;
  },
};
