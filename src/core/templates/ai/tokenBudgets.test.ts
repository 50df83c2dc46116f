import { describe, expect, it } from 'vitest';
import { ai, chat, chatRole, chatWithProvider } from '../testing/chatRoute.ts';
import { madeBy, refusedBy } from '../testing/madeBy.property.ts';

describe('limits by tokens', () => {
  it('charge each user what an answer has cost, under the key that the route has', () => {
    const costs = '  llmRequestCosts:\n    - { metadataKey: all_of_it, type: TotalToken }\n';
    const made = madeBy('token-limit', {
      text: chat('- name: main', costs),
      roles: chatRole,
      answers: { tokens: 5000, per: 'Day', header: 'x-team' },
    });
    expect(made.spec('BackendTrafficPolicy/chat', 'rateLimit')).toEqual({
      type: 'Global',
      global: {
        rules: [
          {
            clientSelectors: [{ headers: [{ name: 'x-team', type: 'Distinct' }] }],
            limit: { requests: 5000, unit: 'Day' },
            cost: {
              request: { from: 'Number', number: 0 },
              response: {
                from: 'Metadata',
                metadata: { namespace: 'io.envoy.ai_gateway', key: 'all_of_it' },
              },
            },
          },
        ],
      },
    });
    expect(made.spec('AIGatewayRoute/chat', 'llmRequestCosts')).toHaveLength(1);
  });

  it('make the route note what it does not note yet', () => {
    const answers = { counted: 'OutputToken', model: 'house-model' };
    const made = madeBy('token-limit', { text: chat('- name: main'), roles: chatRole, answers });
    expect(made.spec('AIGatewayRoute/chat', 'llmRequestCosts')).toEqual([
      { metadataKey: 'llm_output_token', type: 'OutputToken' },
    ]);
    expect(made.spec('BackendTrafficPolicy/chat', 'rateLimit', 'global', 'rules')).toMatchObject([
      { clientSelectors: [{ headers: [{}, { name: 'x-ai-eg-model', value: 'house-model' }] }] },
    ]);
  });

  it('tell a controller where to count without taking AI Gateway away from it', () => {
    const made = madeBy('token-limit', { answers: { redis: 'redis.example:6379' } });
    const config = made.value('ConfigMap/envoy-gateway-system/envoy-gateway-config');
    expect(JSON.stringify(config)).toMatch(/ai-gateway-controller.*url: redis\.example:6379/);
    expect(made.names).not.toContain('Deployment/redis-system/redis');
    expect(madeBy('token-limit').names).toContain('Deployment/redis-system/redis');
  });
});

describe('a quota', () => {
  it('is there when everything is made anew', () => {
    const made = madeBy('model-quota');
    expect(made.spec('QuotaPolicy/openai-quota', 'perModelQuotas')).toMatchObject([
      { quota: { defaultBucket: { limit: 1_000_000, duration: '1d' } } },
    ]);
  });

  const roles = { service: `${ai}/AIServiceBackend/default/main` };
  it('is for the model that a route asks the provider for, by the field that it is counted by', () => {
    const made = madeBy('model-quota', {
      text: chatWithProvider,
      roles,
      answers: { tokens: 9, per: '1h', output: 4 },
    });
    expect(made.spec('AIGatewayRoute/chat', 'rules')).toMatchObject([
      { backendRefs: [{ name: 'main', modelNameOverride: 'house-model' }] },
    ]);
    expect(made.spec('QuotaPolicy/main-quota', 'perModelQuotas')).toEqual([
      {
        modelName: 'house-model',
        quota: {
          costExpression: 'input_tokens + output_tokens * 4u',
          defaultBucket: { limit: 9, duration: '1h' },
        },
      },
    ]);
    expect(made.texts['a.yaml']).toContain('# ours');
  });

  it('leaves rules for other models alone', () => {
    const more = `    - matches:
        - headers: [{ name: x-ai-eg-model, value: small-model }]
      backendRefs: [{ name: main }]
`;
    const text = chatWithProvider.replace('---\n', `${more}---\n`);
    const made = madeBy('model-quota', { text, roles, answers: { model: 'small-model' } });
    expect(made.spec('AIGatewayRoute/chat', 'rules')).toMatchObject([
      { backendRefs: [{ name: 'main' }] },
      { backendRefs: [{ name: 'main', modelNameOverride: 'small-model' }] },
    ]);
    expect(JSON.stringify(made.spec('AIGatewayRoute/chat')).match(/modelNameOverride/g)).toHaveLength(1);
  });

  it('is refused for a model that no route asks for, since it would count nothing', () => {
    const asked = { text: chatWithProvider, roles, answers: { model: 'other' } };
    expect(refusedBy('model-quota', asked)).toMatch(/No route asks main for model other/);
  });

  it('wants the model where the route does not say one', () => {
    const text = chatWithProvider.replace(/ {4}- matches:\n.*\n.*\n {6}backendRefs/, '    - backendRefs');
    expect(refusedBy('model-quota', { text, roles })).toMatch(/does not say which model/);
  });
});
