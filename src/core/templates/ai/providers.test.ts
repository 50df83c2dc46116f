import { describe, expect, it } from 'vitest';
import { ai, chat, chatRole, chatWithProvider } from '../testing/chatRoute.ts';
import { madeBy, refusedBy } from '../testing/madeBy.property.ts';

describe('a provider', () => {
  it('comes with its address, TLS for that name, and a key that only the gateway shows', () => {
    const made = madeBy('llm-provider', { answers: { provider: 'anthropic' } });
    expect(made.spec('Backend/anthropic', 'endpoints')).toEqual([
      { fqdn: { hostname: 'api.anthropic.com', port: 443 } },
    ]);
    expect(made.spec('BackendTLSPolicy/anthropic-tls', 'validation')).toEqual({
      hostname: 'api.anthropic.com',
      wellKnownCACertificates: 'System',
    });
    expect(made.spec('AIServiceBackend/anthropic', 'schema', 'name')).toBe('Anthropic');
    expect(made.spec('BackendSecurityPolicy/anthropic-key')).toMatchObject({
      targetRefs: [{ group: ai, kind: 'AIServiceBackend', name: 'anthropic' }],
      type: 'AnthropicAPIKey',
      anthropicAPIKey: { secretRef: { name: 'anthropic-key' } },
    });
    expect(made.value('Secret/anthropic-key')).toMatchObject({ stringData: { apiKey: 'replace-me' } });
    expect(made.spec('ClientTrafficPolicy/ai-buffers', 'connection')).toEqual({ bufferLimit: '50Mi' });
  });

  it('asks for what a cloud wants besides', () => {
    const made = madeBy('llm-provider', { answers: { provider: 'bedrock', region: 'eu-west-1' } });
    const hostname = 'bedrock-runtime.eu-west-1.amazonaws.com';
    expect(made.spec('Backend/bedrock', 'endpoints')).toEqual([{ fqdn: { hostname, port: 443 } }]);
    expect(made.spec('BackendSecurityPolicy/bedrock-key', 'awsCredentials')).toEqual({
      region: 'eu-west-1',
      credentialsFile: { secretRef: { name: 'bedrock-key' } },
    });
    expect(made.value('Secret/bedrock-key')).toMatchObject({ stringData: { credentials: '[default]' } });
  });

  it('is not made a second time, so that its credentials stay the only ones', () => {
    const made = madeBy('llm-provider', {
      text: chatWithProvider,
      roles: chatRole,
      answers: { model: 'gpt-5' },
    });
    expect(made.names.filter((name) => name.startsWith('AIServiceBackend'))).toEqual([
      'AIServiceBackend/main',
    ]);
    expect(made.names).not.toContain('BackendSecurityPolicy/main-key');
    expect(made.spec('AIGatewayRoute/chat', 'rules')).toMatchObject([
      { matches: [{ headers: [{ value: 'gpt-5' }] }], backendRefs: [{ name: 'main' }] },
      { matches: [{ headers: [{ value: 'house-model' }] }] },
    ]);
  });

  it('is refused for a model that has a rule, since only the first one counts', () => {
    const asked = { text: chatWithProvider, roles: chatRole, answers: { model: 'house-model' } };
    expect(refusedBy('llm-provider', asked)).toMatch(/has a rule for house-model already/);
  });

  it('lets clients in by keys of their own, told apart by a header', () => {
    const made = madeBy('llm-provider');
    expect(made.spec('SecurityPolicy/models')).toMatchObject({
      targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'models' }],
      apiKeyAuth: { forwardClientIDHeader: 'x-user-id', sanitize: true },
    });
    const open = madeBy('llm-provider', { answers: { clients: 'all' } });
    expect(open.names.filter((name) => name.startsWith('SecurityPolicy'))).toEqual([]);
  });

  it('gives its route a name that no HTTPRoute has, since one of that name is made of it', () => {
    const text = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: models, namespace: default }
spec:
  rules: []
`;
    const made = madeBy('llm-provider', { text });
    expect(made.names).toContain('AIGatewayRoute/models-2');
    expect(made.spec('SecurityPolicy/models-2', 'targetRefs')).toMatchObject([{ name: 'models-2' }]);
  });
});

const gateway = (policies: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: default }
spec:
  gatewayClassName: eg
  listeners:
    - { name: https, protocol: HTTPS, port: 443, tls: { certificateRefs: [{ name: edge-tls }] } }
${policies}`;

const clients = (name: string, more: string) => `---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: ClientTrafficPolicy
metadata: { name: ${name}, namespace: default }
spec:
  targetRefs:
    - { group: gateway.networking.k8s.io, kind: Gateway, name: edge${more} }
  timeout: { http: { requestReceivedTimeout: 10s } }
`;

describe('a gateway of models', () => {
  const roles = { gateway: 'gateway.networking.k8s.io/Gateway/default/edge' };

  it('keeps its policy for clients, which gets room for prompts', () => {
    const made = madeBy('llm-provider', { text: gateway(clients('edge', '')), roles });
    expect(made.names.filter((name) => name.startsWith('ClientTrafficPolicy'))).toEqual([
      'ClientTrafficPolicy/edge',
    ]);
    expect(made.spec('ClientTrafficPolicy/edge')).toMatchObject({
      timeout: { http: { requestReceivedTimeout: '10s' } },
      connection: { bufferLimit: '50Mi' },
    });
  });

  it('has room at every listener, also where one has a policy of its own', () => {
    const made = madeBy('llm-provider', { text: gateway(clients('secure', ', sectionName: https')), roles });
    for (const name of ['ClientTrafficPolicy/secure', 'ClientTrafficPolicy/edge-buffers'])
      expect(made.spec(name, 'connection', 'bufferLimit')).toBe('50Mi');
  });
});

describe('fallback', () => {
  it('puts the next provider behind all others, and asks it after one try', () => {
    const text = chat('- { name: main, priority: 0 }\n        - { name: spare, priority: 1 }');
    const made = madeBy('llm-fallback', { text, roles: chatRole });
    expect(made.spec('AIGatewayRoute/chat', 'rules')).toMatchObject([
      {
        backendRefs: [
          { name: 'main' },
          { name: 'spare' },
          { name: 'anthropic', modelNameOverride: 'claude-sonnet-4-5', priority: 2 },
        ],
      },
    ]);
    expect(made.spec('BackendTrafficPolicy/chat')).toMatchObject({
      targetRefs: [{ kind: 'HTTPRoute', name: 'chat' }],
      retry: { numAttemptsPerPriority: 1, numRetries: 3 },
    });
    expect(made.texts['a.yaml']).toContain('# the only one');
  });

  it('asks a smaller model where both providers are the same', () => {
    const made = madeBy('llm-fallback', { answers: { fallback: 'openai' } });
    expect(made.spec('AIGatewayRoute/models', 'rules')).toMatchObject([
      {
        backendRefs: [
          { name: 'openai', priority: 0 },
          { name: 'openai', modelNameOverride: 'gpt-5-mini', priority: 1 },
        ],
      },
    ]);
  });

  it('is refused where a rule cannot have a second backend, or none is there', () => {
    const pool = '- { group: inference.networking.k8s.io, kind: InferencePool, name: pool }';
    expect(refusedBy('llm-fallback', { text: chat(pool), roles: chatRole })).toMatch(/InferencePool/);
    expect(refusedBy('llm-fallback', { text: chat('[]'), roles: chatRole })).toMatch(/sends to no provider/);
  });

  it('is refused where retries are set already', () => {
    const policy = `---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: { name: house, namespace: default }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, name: chat }]
  retry: { numRetries: 1 }
`;
    const text = `${chat('- name: main')}${policy}`.replace(
      'name: chat\n',
      'name: chat\n  namespace: default\n',
    );
    expect(refusedBy('llm-fallback', { text, roles: chatRole })).toMatch(/house sets retry/);
  });
});

describe('model virtualisation', () => {
  it('shares one name out over models of two providers', () => {
    const made = madeBy('model-virtualisation', { answers: { name: 'helper', share: 30 } });
    expect(made.spec('AIGatewayRoute/models', 'rules')).toMatchObject([
      {
        matches: [{ headers: [{ name: 'x-ai-eg-model', value: 'helper' }] }],
        backendRefs: [
          { name: 'openai', modelNameOverride: 'gpt-5', weight: 70 },
          { name: 'gemini', modelNameOverride: 'gemini-2.5-flash', weight: 30 },
        ],
      },
    ]);
  });

  it('takes two models of one provider, and refuses one of one', () => {
    const made = madeBy('model-virtualisation', { answers: { secondProvider: 'openai' } });
    expect(made.spec('AIGatewayRoute/models', 'rules')).toMatchObject([
      { backendRefs: [{ modelNameOverride: 'gpt-5' }, { name: 'openai', modelNameOverride: 'gpt-5-mini' }] },
    ]);
    const answers = { secondProvider: 'openai', firstModel: 'gpt-5', secondModel: 'gpt-5' };
    expect(refusedBy('model-virtualisation', { answers })).toMatch(/Both shares go to gpt-5/);
  });
});
