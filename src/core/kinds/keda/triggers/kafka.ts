import { readAt, readText } from '../../reading.ts';
import { kafkaAuthentications, saslModes } from './kafkaAuthentications.ts';
import type { TriggerDefinition, TriggerProblem } from './triggerDefinition.ts';
import { activation, figure, flag, oneOf, text, unsafeSsl } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { naming, perEach, setting } from './triggerSentences.ts';

export const kafka: TriggerDefinition = {
  type: 'kafka',
  label: 'Apache Kafka',
  purpose: 'How many messages a consumer group lags behind',
  docs: kedaPage('apache-kafka'),
  newMetadata: () => ({
    bootstrapServers: 'kafka.default:9092',
    consumerGroup: 'orders',
    topic: 'orders',
    lagThreshold: '50',
  }),
  fields: [
    text('bootstrapServers', 'Brokers', {
      required: true,
      placeholder: 'kafka.default:9092',
      help: 'Host and port of each, with commas between them, as the pods of KEDA reach them.',
    }),
    text('consumerGroup', 'Consumer group', {
      required: true,
      help: 'The group that the workload consumes with.',
    }),
    text('topic', 'Topic', { help: 'All topics of the group when empty.' }),
    figure('lagThreshold', 'Target lag', {
      placeholder: '10',
      help: 'Messages behind that one replica catches up with.',
    }),
    activation('activationLagThreshold'),
    oneOf(
      'offsetResetPolicy',
      'Without an offset',
      ['latest', 'earliest'],
      'Where the consumers begin; the same as in their own settings.',
    ),
    flag('allowIdleConsumers', 'More replicas than partitions', 'They would have nothing to consume.'),
    flag('limitToPartitionsWithLag', 'Only as many as partitions that lag', 'Needs a topic.'),
    flag('excludePersistentLag', 'Leave out partitions that stand still'),
    flag('ensureEvenDistributionOfPartitions', 'As many partitions for each replica'),
    flag('scaleToZeroOnInvalidOffset', 'To zero without a valid offset', 'Otherwise one replica stays.'),
    text('partitionLimitation', 'Only partitions', { placeholder: '1,2,10-20' }),
    text('version', 'Version of the brokers', { placeholder: '1.0.0' }),
    oneOf(
      'sasl',
      'SASL',
      ['none', ...saslModes],
      'How KEDA proves who it is; the user and password come from authentication.',
    ),
    oneOf('saslTokenProvider', 'Token for OAUTHBEARER', ['bearer', 'aws_msk_iam']),
    oneOf('tls', 'TLS', ['disable', 'enable']),
    unsafeSsl(),
    text('awsRegion', 'AWS region', { help: 'For IAM of Amazon MSK.' }),
  ],
  fromEnvironment: ['bootstrapServers', 'consumerGroup', 'topic'],
  fromAuthentication: ['sasl', 'saslTokenProvider', 'tls'],
  alternatives: [
    { oneOf: [['awsRegion']], when: (metadata) => metadata.saslTokenProvider === 'aws_msk_iam' },
  ],
  provedBy: ['sasl'],
  authentications: kafkaAuthentications,
  problems: partitionProblems,
  say: (metadata, how) => {
    const group = readText(metadata, 'consumerGroup') ?? readText(metadata, 'consumerGroupFromEnv');
    if (group === undefined) return undefined;
    const lag = perEach(setting(metadata, 'lagThreshold', '10'), 'messages behind', how);
    return `${lag}${naming(metadata, 'topic', 'topic')}${naming(metadata, 'consumerGroup', 'group')}`;
  },
};

/** What KEDA refuses of `limitToPartitionsWithLag`. */
function partitionProblems(metadata: unknown): readonly TriggerProblem[] {
  if (readText(metadata, 'limitToPartitionsWithLag') !== 'true') return [];
  const key = 'limitToPartitionsWithLag';
  const hasTopic = readAt(metadata, 'topic') !== undefined || readAt(metadata, 'topicFromEnv') !== undefined;
  return [
    ...(hasTopic
      ? []
      : [
          {
            key,
            message:
              'Only the partitions of one topic can be counted for their lag. Name the topic, or remove limitToPartitionsWithLag.',
          },
        ]),
    ...(readText(metadata, 'allowIdleConsumers') === 'true'
      ? [
          {
            key,
            message:
              'limitToPartitionsWithLag allows fewer replicas than partitions and allowIdleConsumers more. Remove one of the two.',
          },
        ]
      : []),
  ];
}
