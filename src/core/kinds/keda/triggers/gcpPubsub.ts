import { readText } from '../../reading.ts';
import { podIdentity } from './credentials.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, special, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { naming, perEach, setting } from './triggerSentences.ts';

export const gcpPubsub: TriggerDefinition = {
  type: 'gcp-pubsub',
  label: 'Google Pub/Sub',
  purpose: 'What waits in a Pub/Sub subscription; KEDA no longer develops this trigger',
  docs: kedaPage('gcp-pub-sub'),
  newMetadata: () => ({ subscriptionName: 'orders', mode: 'SubscriptionSize', value: '10' }),
  fields: [
    {
      type: 'choice',
      path: '',
      label: 'Reads',
      required: true,
      members: [
        {
          label: 'A subscription',
          key: 'subscriptionName',
          newValue: () => 'orders',
          fields: [
            text('subscriptionName', 'Subscription', {
              placeholder: 'projects/shop/subscriptions/orders',
              help: 'Its name, or its whole path for one of another project.',
            }),
          ],
        },
        {
          label: 'A topic',
          key: 'topicName',
          newValue: () => 'orders',
          fields: [text('topicName', 'Topic', { placeholder: 'projects/shop/topics/orders' })],
        },
      ],
    },
    text('mode', 'Counts', {
      placeholder: 'SubscriptionSize',
      help: 'A metric of Pub/Sub with capitals: OldestUnackedMessageAge. The messages that wait when empty.',
    }),
    figure('value', 'Target', { placeholder: '10' }),
    activation('activationValue'),
    text('aggregation', 'Aggregation', {
      placeholder: 'sum',
      help: 'Needed for metrics that are distributions: mean, sum, percentile99.',
    }),
    special('duration', 'timeHorizon', 'Over', { placeholder: '2m' }),
    figure('valueIfNull', 'Value without an answer'),
    text('credentialsFromEnv', 'Key in variable', { placeholder: 'GOOGLE_APPLICATION_CREDENTIALS_JSON' }),
  ],
  fromEnvironment: ['subscriptionName', 'topicName', 'credentials'],
  alternatives: [{ oneOf: [['subscriptionName'], ['topicName']], isExclusive: true }],
  authentications: [
    podIdentity('gcp'),
    {
      id: 'service-account-key',
      label: 'Key of a service account',
      help: 'A service account that may read metrics.',
      secretKeys: [
        {
          parameter: 'GoogleApplicationCredentials',
          key: 'GOOGLE_APPLICATION_CREDENTIALS_JSON',
          help: 'The key file, as JSON.',
        },
      ],
    },
  ],
  say: (metadata, how) => {
    const place =
      naming(metadata, 'subscriptionName', 'subscription') || naming(metadata, 'topicName', 'topic');
    if (place === '') return undefined;
    const mode = readText(metadata, 'mode') ?? 'SubscriptionSize';
    const things = mode === 'SubscriptionSize' ? 'messages' : mode;
    return `${perEach(setting(metadata, 'value', '10'), things, how)}${place}`;
  },
};
