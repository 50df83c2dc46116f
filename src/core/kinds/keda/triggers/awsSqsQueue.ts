import { readText } from '../../reading.ts';
import { podIdentity } from './credentials.ts';
import type { SecretKey, TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, flag, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { perEach, setting } from './triggerSentences.ts';

const accessKey: readonly SecretKey[] = [
  { parameter: 'awsAccessKeyID', key: 'AWS_ACCESS_KEY_ID', help: 'The ID of the access key.' },
  { parameter: 'awsSecretAccessKey', key: 'AWS_SECRET_ACCESS_KEY', help: 'The secret of the access key.' },
];

export const awsSqsQueue: TriggerDefinition = {
  type: 'aws-sqs-queue',
  label: 'Amazon SQS',
  purpose: 'How many messages wait in an SQS queue',
  docs: kedaPage('aws-sqs'),
  newMetadata: () => ({
    queueURL: 'https://sqs.eu-central-1.amazonaws.com/123456789012/orders',
    awsRegion: 'eu-central-1',
    queueLength: '5',
  }),
  fields: [
    text('queueURL', 'Queue', {
      required: true,
      placeholder: 'https://sqs.eu-central-1.amazonaws.com/123456789012/orders',
    }),
    text('awsRegion', 'AWS region', { required: true, placeholder: 'eu-central-1' }),
    figure('queueLength', 'Target length', { placeholder: '5', help: 'Messages that one replica takes.' }),
    activation('activationQueueLength'),
    flag('scaleOnInFlight', 'Count messages being worked on', 'True when empty.'),
    flag('scaleOnDelayed', 'Count delayed messages'),
    text('queueURLFromEnv', 'Queue in variable', { placeholder: 'QUEUE_URL' }),
    text('awsEndpoint', 'Endpoint', { help: 'Instead of that of AWS.' }),
  ],
  fromEnvironment: ['queueURL'],
  fromAuthentication: ['awsRegion'],
  authentications: [
    podIdentity('aws'),
    {
      id: 'access-key',
      label: 'Access key',
      help: 'The access key of a user that may read the attributes of the queue.',
      secretKeys: accessKey,
    },
    {
      id: 'temporary-access-key',
      label: 'Temporary access key',
      help: 'An access key with the token of its session.',
      secretKeys: [
        ...accessKey,
        { parameter: 'awsSessionToken', key: 'AWS_SESSION_TOKEN', help: 'The token of the session.' },
      ],
    },
  ],
  say: (metadata, how) => {
    const variable = readText(metadata, 'queueURLFromEnv');
    const queue = readText(metadata, 'queueURL')?.replace(/^.*\//, '');
    if (queue === undefined && variable === undefined) return undefined;
    const length = perEach(setting(metadata, 'queueLength', '5'), 'messages', how);
    return `${length}, queue ${queue ?? `from $${variable}`}`;
  },
};
