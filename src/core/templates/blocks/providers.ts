/**
 * Where models are bought, as data: what the API of a provider speaks, where it is, how a key is shown to it and a
 * model to begin with. https://aigateway.envoyproxy.io/docs/capabilities/llm-integrations/supported-providers
 */
export interface Provider {
  /** How AIServiceBackend calls its API. */
  readonly schema: string;
  /** Where the API does not stand below `/v1`. */
  readonly prefix?: string;
  /** Only Azure OpenAI looks at it. */
  readonly version?: string;
  /** Empty: it has to be asked for. */
  readonly hostname: string;
  readonly model: string;
  readonly credentials: Credentials;
}

/** A type of BackendSecurityPolicy, its field, and the key of the Secret that AI Gateway reads. */
export interface Credentials {
  readonly type: 'APIKey' | 'AnthropicAPIKey' | 'AzureAPIKey' | 'AWSCredentials';
  readonly field: 'apiKey' | 'anthropicAPIKey' | 'azureAPIKey' | 'awsCredentials';
  readonly secretKey: string;
}

const bearer: Credentials = { type: 'APIKey', field: 'apiKey', secretKey: 'apiKey' };

/** Providers that take a key at an address which is the same for everybody, and those that speak like OpenAI. */
export const keyProviderOptions = [
  { value: 'openai', label: 'OpenAI' },
  { value: 'anthropic', label: 'Anthropic' },
  { value: 'gemini', label: 'Google Gemini', help: 'By its OpenAI-compatible API.' },
  { value: 'mistral', label: 'Mistral', help: 'By its OpenAI-compatible API.' },
] as const;

export const otherProviderOptions = [
  { value: 'azure', label: 'Azure OpenAI' },
  { value: 'bedrock', label: 'AWS Bedrock' },
  { value: 'other', label: 'Another with an OpenAI-compatible API' },
] as const;

export type KeyProvider = (typeof keyProviderOptions)[number]['value'];
type OtherProvider = (typeof otherProviderOptions)[number]['value'];
export type ProviderId = KeyProvider | OtherProvider;

interface ProviderOfTwo extends Provider {
  /** The smaller sibling of the model, which costs less. */
  readonly smallModel: string;
}

export const providers: Readonly<Record<KeyProvider, ProviderOfTwo> & Record<OtherProvider, Provider>> = {
  openai: {
    schema: 'OpenAI',
    hostname: 'api.openai.com',
    model: 'gpt-5',
    smallModel: 'gpt-5-mini',
    credentials: bearer,
  },
  anthropic: {
    schema: 'Anthropic',
    hostname: 'api.anthropic.com',
    model: 'claude-sonnet-4-5',
    smallModel: 'claude-haiku-4-5',
    credentials: { type: 'AnthropicAPIKey', field: 'anthropicAPIKey', secretKey: 'apiKey' },
  },
  gemini: {
    schema: 'OpenAI',
    prefix: '/v1beta/openai',
    hostname: 'generativelanguage.googleapis.com',
    model: 'gemini-2.5-flash',
    smallModel: 'gemini-2.5-flash-lite',
    credentials: bearer,
  },
  mistral: {
    schema: 'OpenAI',
    hostname: 'api.mistral.ai',
    model: 'mistral-medium-latest',
    smallModel: 'mistral-small-latest',
    credentials: bearer,
  },
  azure: {
    schema: 'AzureOpenAI',
    version: '2025-01-01-preview',
    hostname: '',
    model: 'gpt-5',
    credentials: { type: 'AzureAPIKey', field: 'azureAPIKey', secretKey: 'apiKey' },
  },
  bedrock: {
    schema: 'AWSBedrock',
    hostname: '',
    model: 'us.amazon.nova-pro-v1:0',
    credentials: { type: 'AWSCredentials', field: 'awsCredentials', secretKey: 'credentials' },
  },
  other: { schema: 'OpenAI', hostname: '', model: 'default', credentials: bearer },
};
