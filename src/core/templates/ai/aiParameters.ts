import { keyProviderOptions, otherProviderOptions } from '../blocks/providers.ts';
import { choice, host, hostname, name, number, text } from '../parameters.ts';

/** Where a new route is reached. */
export const aiHostname = hostname('Host name', 'ai.example.com', { help: 'Of a new route.' });

/** A provider that only takes a key. */
export const keyProvider = (label: string) => choice(label, keyProviderOptions);

/** Any provider, and what some of them ask besides. */
export const anyProvider = {
  provider: choice('Provider', [...keyProviderOptions, ...otherProviderOptions]),
  azureHost: host('Address of your resource', 'my-resource.openai.azure.com', {
    shownWhen: { parameter: 'provider', is: 'azure' },
  }),
  region: name('Region', 'us-east-1', { shownWhen: { parameter: 'provider', is: 'bedrock' } }),
  otherHost: host('Address of the provider', 'llm.example.net', {
    help: 'It has to speak HTTPS, and the API of OpenAI below /v1.',
    shownWhen: { parameter: 'provider', is: 'other' },
  }),
} as const;

/** A model by the name that a provider has for it; empty for a usual one. */
export const providerModel = (label: string) =>
  text(label, '', {
    required: false,
    placeholder: 'gpt-5-mini',
    help: 'Empty: a usual one of the provider.',
  });

/** Who may call the models through a new route. */
export const clients = choice('Who may call', [
  { value: 'keys', label: 'Clients with a key of ours', help: 'They never see that of the provider.' },
  {
    value: 'all',
    label: 'Whoever reaches the Gateway',
    help: 'Where something before it asks who they are.',
  },
]);

/** A model that is served by pods of one's own. */
export const modelServer = {
  name: name('Model', 'qwen3-8b', { help: 'As clients ask for it.' }),
  weights: text('Weights', 'Qwen/Qwen3-8B', { help: 'Where vLLM fetches them; some want an account.' }),
  replicas: number('Pods', 2, { min: 1, max: 100, help: 'Each takes a GPU.' }),
} as const;
