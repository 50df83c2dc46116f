import { isSet, readText } from '../../reading.ts';
import {
  redisAlternatives,
  redisAuthentications,
  redisFields,
  redisFromAuthentication,
  redisFromEnvironment,
} from './redisConnection.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { naming, perEach, setting } from './triggerSentences.ts';

/** Counted for a consumer group; without one KEDA takes the length of the whole stream. */
const groupCounts = ['pendingEntriesCount', 'lagCount'];

export const redisStreams: TriggerDefinition = {
  type: 'redis-streams',
  label: 'Redis stream',
  purpose: 'What a consumer group of a Redis stream has not dealt with',
  docs: kedaPage('redis-streams'),
  newMetadata: () => ({
    address: 'redis.default:6379',
    stream: 'orders',
    consumerGroup: 'orders',
    lagCount: '10',
    activationLagCount: '0',
  }),
  fields: [
    text('stream', 'Stream', { required: true, placeholder: 'orders' }),
    text('consumerGroup', 'Consumer group', {
      help: 'Without one the length of the whole stream counts.',
    }),
    {
      type: 'choice',
      path: '',
      label: 'Counts',
      members: [
        {
          label: 'Entries that were not delivered yet',
          help: 'Wakes from zero. Redis 7 or newer.',
          key: 'lagCount',
          newValue: () => '10',
          fields: [figure('lagCount', 'Target lag', { placeholder: '5' }), activation('activationLagCount')],
        },
        {
          label: 'Entries that were delivered and not acknowledged',
          help: 'Cannot wake from zero, since nothing is delivered then.',
          key: 'pendingEntriesCount',
          newValue: () => '10',
          fields: [figure('pendingEntriesCount', 'Target of pending entries', { placeholder: '5' })],
        },
        {
          label: 'All entries of the stream',
          key: 'streamLength',
          newValue: () => '50',
          fields: [figure('streamLength', 'Target length', { placeholder: '5' })],
        },
      ],
    },
    ...redisFields,
  ],
  alternatives: redisAlternatives,
  fromEnvironment: redisFromEnvironment,
  fromAuthentication: redisFromAuthentication,
  authentications: redisAuthentications,
  problems: (metadata) =>
    isSet(metadata, 'consumerGroup')
      ? []
      : groupCounts
          .filter((key) => isSet(metadata, key))
          .map((key) => ({
            key,
            severity: 'warning',
            message: `Without consumerGroup the length of the whole stream counts, not ${key}. Name the group, or use streamLength.`,
          })),
  say: (metadata, how) => {
    const stream = readText(metadata, 'stream');
    if (stream === undefined) return undefined;
    const place = `, stream ${stream}${naming(metadata, 'consumerGroup', 'group')}`;
    if (!isSet(metadata, 'consumerGroup'))
      return `${perEach(setting(metadata, 'streamLength', '5'), 'entries', how)}${place}`;
    const lag = readText(metadata, 'lagCount');
    if (lag !== undefined) return `${perEach(lag, 'entries behind', how)}${place}`;
    return `${perEach(setting(metadata, 'pendingEntriesCount', '5'), 'pending entries', how)}${place}`;
  },
};
