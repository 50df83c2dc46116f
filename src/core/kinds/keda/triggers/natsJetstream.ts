import { readText } from '../../reading.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { activation, figure, flag, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';
import { naming, perEach, setting } from './triggerSentences.ts';

export const natsJetstream: TriggerDefinition = {
  type: 'nats-jetstream',
  label: 'NATS JetStream',
  purpose: 'How many messages a JetStream consumer lags behind',
  docs: kedaPage('nats-jetstream'),
  newMetadata: () => ({
    natsServerMonitoringEndpoint: 'nats.default.svc.cluster.local:8222',
    account: '$G',
    stream: 'orders',
    consumer: 'orders',
    lagThreshold: '10',
  }),
  fields: [
    text('natsServerMonitoringEndpoint', 'Monitoring endpoint', {
      required: true,
      placeholder: 'nats.default.svc.cluster.local:8222',
      help: 'The port where NATS tells about itself, not the one for clients.',
    }),
    text('account', 'Account', {
      placeholder: '$G',
      help: '$G is the one account of a server without accounts.',
    }),
    text('accountID', 'ID of the account', { help: 'Where it is not told by its name.' }),
    text('stream', 'Stream', { required: true }),
    text('consumer', 'Consumer', { required: true }),
    figure('lagThreshold', 'Target lag', { placeholder: '10' }),
    activation('activationLagThreshold'),
    flag('useHttps', 'The endpoint speaks HTTPS'),
  ],
  fromAuthentication: ['natsServerMonitoringEndpoint', 'account', 'accountID'],
  alternatives: [{ oneOf: [['account'], ['accountID']] }],
  authentications: [
    {
      id: 'endpoint',
      label: 'Endpoint and account from a Secret',
      help: 'JetStream asks nobody for a password; this keeps the address out of the trigger.',
      secretKeys: [
        {
          parameter: 'natsServerMonitoringEndpoint',
          key: 'natsServerMonitoringEndpoint',
          help: 'The monitoring endpoint.',
          example: 'nats.default.svc.cluster.local:8222',
        },
        { parameter: 'account', key: 'account', help: 'The account.', example: '$G' },
      ],
    },
  ],
  say: (metadata, how) => {
    if (readText(metadata, 'stream') === undefined) return undefined;
    const lag = perEach(setting(metadata, 'lagThreshold', '10'), 'messages behind', how);
    return `${lag}${naming(metadata, 'stream', 'stream')}${naming(metadata, 'consumer', 'consumer')}`;
  },
};
