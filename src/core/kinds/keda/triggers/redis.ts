import { readText } from '../../reading.ts';
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
import { perEach, setting } from './triggerSentences.ts';

export const redis: TriggerDefinition = {
  type: 'redis',
  label: 'Redis list',
  purpose: 'How long a list in Redis is',
  docs: kedaPage('redis-lists'),
  newMetadata: () => ({ address: 'redis.default:6379', listName: 'jobs', listLength: '10' }),
  fields: [
    text('listName', 'List', { required: true, placeholder: 'jobs' }),
    figure('listLength', 'Target length', { placeholder: '5', help: 'Items that one replica takes.' }),
    activation('activationListLength'),
    ...redisFields,
  ],
  alternatives: redisAlternatives,
  fromEnvironment: redisFromEnvironment,
  fromAuthentication: redisFromAuthentication,
  authentications: redisAuthentications,
  say: (metadata, how) => {
    const list = readText(metadata, 'listName');
    if (list === undefined) return undefined;
    return `${perEach(setting(metadata, 'listLength', '5'), 'items', how)}, list ${list}`;
  },
};
