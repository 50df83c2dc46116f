import { readText } from '../../reading.ts';
import { podIdentity } from './credentials.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, flag, oneOf, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { naming, perEach, setting } from './triggerSentences.ts';

export const azureServicebus: TriggerDefinition = {
  type: 'azure-servicebus',
  label: 'Azure Service Bus',
  purpose: 'How many messages wait in a queue or subscription of Azure Service Bus',
  docs: kedaPage('azure-service-bus'),
  newMetadata: () => ({ queueName: 'orders', namespace: 'shop-bus', messageCount: '5' }),
  fields: [
    {
      type: 'choice',
      path: '',
      label: 'Reads',
      required: true,
      members: [
        {
          label: 'A queue',
          key: 'queueName',
          newValue: () => 'orders',
          fields: [text('queueName', 'Queue', { placeholder: 'orders' })],
        },
        {
          label: 'A subscription of a topic',
          key: 'topicName',
          newValue: () => 'orders',
          fields: [
            text('topicName', 'Topic', { placeholder: 'orders' }),
            text('subscriptionName', 'Subscription', { placeholder: 'shipping' }),
          ],
        },
      ],
    },
    figure('messageCount', 'Target of messages', {
      placeholder: '5',
      help: 'Messages that one replica takes.',
    }),
    activation('activationMessageCount'),
    text('namespace', 'Service Bus namespace', { help: 'Needed where a managed identity asks.' }),
    text('connectionFromEnv', 'Connection string in variable', { placeholder: 'SERVICEBUS_CONNECTION' }),
    flag('useRegex', 'The name is a pattern'),
    oneOf('operation', 'Of several', ['sum', 'max', 'avg']),
    figure('maxRetries', 'Retries', { placeholder: '0' }),
    oneOf('cloud', 'Cloud', [
      'AzurePublicCloud',
      'AzureUSGovernmentCloud',
      'AzureChinaCloud',
      'AzureGermanCloud',
      'Private',
    ]),
    text('endpointSuffix', 'Endpoint suffix', { help: 'Needed for the cloud Private.' }),
  ],
  fromEnvironment: ['connection'],
  fromAuthentication: ['connection'],
  alternatives: [
    { oneOf: [['queueName'], ['topicName', 'subscriptionName']], isExclusive: true },
    { oneOf: [['endpointSuffix']], when: ({ cloud }) => cloud === 'Private' },
  ],
  authentications: [
    {
      ...podIdentity('azure-workload'),
      help: 'The managed identity of KEDA may read it. The trigger must name the Service Bus namespace.',
    },
    {
      id: 'connection',
      label: 'Connection string',
      help: 'A shared access policy with the right to manage.',
      secretKeys: [
        {
          parameter: 'connection',
          key: 'connection',
          help: 'The connection string of the namespace.',
          example:
            'Endpoint=sb://shop-bus.servicebus.windows.net/;SharedAccessKeyName=keda;SharedAccessKey=…',
        },
      ],
    },
  ],
  say: (metadata, how) => {
    const queue = readText(metadata, 'queueName');
    const topic = readText(metadata, 'topicName');
    if (queue === undefined && topic === undefined) return undefined;
    const count = perEach(setting(metadata, 'messageCount', '5'), 'messages', how);
    const place = queue === undefined ? naming(metadata, 'topicName', 'topic') : `, queue ${queue}`;
    return `${count}${place}${queue === undefined ? naming(metadata, 'subscriptionName', 'subscription') : ''}`;
  },
};
