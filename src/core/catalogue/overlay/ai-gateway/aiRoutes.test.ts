import { type SpecCase, testSpecCases } from '../../../../../scripts/testing/specCases.ts';

const ofVersion = (version: string): SpecCase[] => {
  const of =
    (kind: string) =>
    (name: string, spec: object, places: readonly string[] = []): SpecCase => ({
      name,
      kind: `aigateway.envoyproxy.io/${version}/${kind}`,
      spec,
      places,
    });
  const route = of('AIGatewayRoute');
  const backend = of('AIServiceBackend');
  const config = of('GatewayConfig');
  const rule = (name: string, only: object, places: readonly string[] = []) =>
    route(name, { rules: [only] }, places);
  const backendRef = { name: 'models', kind: 'Backend', group: 'gateway.envoyproxy.io' };
  const schema = { name: 'OpenAI' };
  const container = (more: object) => ({ extProc: { kubernetes: more } });
  const pool = { name: 'pool', group: 'inference.networking.k8s.io', kind: 'InferencePool' };
  const model = { headers: [{ name: 'x-ai-eg-model', value: 'gpt' }] };
  return [
    route('no rules', { rules: [] }),
    route('without rules', {}, ['']),
    route('on a Gateway', { parentRefs: [{ name: 'a' }, { name: 'a', kind: 'Gateway' }], rules: [] }),
    route('on a Service', { parentRefs: [{ name: 'a' }, { name: 'b', kind: 'Service' }], rules: [] }, [
      'parentRefs.1.kind',
    ]),
    route('rules of one name', { rules: [{ name: 'a' }, {}, { name: 'b' }, {}, { name: 'a' }] }, [
      'rules.4.name',
    ]),
    route('sixteen rules', { rules: Array.from({ length: 16 }, () => ({})) }, ['rules']),
    rule(
      'the name that is taken',
      { name: 'route-not-found' },
      ['name'].map((it) => `rules.0.${it}`),
    ),
    rule('a name like it', { name: 'route-not-found-here' }),
    rule('AIServiceBackends', {
      matches: [model],
      backendRefs: [{ name: 'a' }, { name: 'b', weight: 0, priority: 1 }],
    }),
    rule('no backends', { backendRefs: [] }),
    rule('an InferencePool', { backendRefs: [pool] }),
    rule('two InferencePools', { backendRefs: [pool, { ...pool, name: 'other' }] }, [
      'rules.0.backendRefs.1',
    ]),
    rule('an InferencePool among others', { backendRefs: [{ name: 'a' }, pool] }, ['rules.0.backendRefs.1']),
    rule('a kind without a group', { backendRefs: [{ name: 'a', kind: 'InferencePool' }] }, [
      'rules.0.backendRefs.0',
    ]),
    rule('a group without a kind', { backendRefs: [{ name: 'a', group: 'inference.networking.k8s.io' }] }, [
      'rules.0.backendRefs.0',
    ]),
    rule('another kind', { backendRefs: [{ ...pool, kind: 'Service', group: '' }] }, [
      'rules.0.backendRefs.0.group',
      'rules.0.backendRefs.0.kind',
    ]),
    rule('an AIServiceBackend with its kind', { backendRefs: [{ name: 'a', kind: 'AIServiceBackend' }] }, [
      'rules.0.backendRefs.0.kind',
    ]),
    rule(
      'AIServiceBackends with group and kind',
      {
        backendRefs: ['a', 'b'].map((name) => ({
          name,
          group: 'aigateway.envoyproxy.io',
          kind: 'AIServiceBackend',
        })),
      },
      ['0.group', '0.kind', '1.group', '1.kind'].map((it) => `rules.0.backendRefs.${it}`),
    ),
    rule('an empty kind', { backendRefs: [{ ...pool, kind: '' }] }, ['rules.0.backendRefs.0.kind']),
    rule('a negative weight', { backendRefs: [{ name: 'a', weight: -1 }] }, ['rules.0.backendRefs.0.weight']),
    rule('a header twice', { matches: [{ headers: [...model.headers, ...model.headers] }] }, [
      'rules.0.matches.0.headers.1',
    ]),
    rule('timeouts', { timeouts: { request: '10s', backendRequest: '10s' }, streamIdleTimeout: '5s' }),
    rule('no limit in all', { timeouts: { request: '0s', backendRequest: '10s' } }),
    rule('a try longer than all', { timeouts: { request: '1m', backendRequest: '61s' } }, [
      'rules.0.timeouts.backendRequest',
    ]),
    rule('changes', {
      backendRefs: [
        {
          name: 'a',
          headerMutation: { set: [{ name: 'a', value: 'b' }], remove: ['c'] },
          bodyMutation: { set: [{ path: 'a', value: '1' }], remove: ['b'] },
        },
      ],
    }),
    rule(
      'changes twice',
      {
        backendRefs: [
          {
            name: 'a',
            headerMutation: {
              set: [
                { name: 'a', value: 'b' },
                { name: 'a', value: 'c' },
              ],
              remove: ['c', 'c'],
            },
            bodyMutation: {
              set: [
                { path: 'a', value: '1' },
                { path: 'a', value: '1' },
              ],
              remove: ['b', 'b'],
            },
          },
        ],
      },
      ['headerMutation.remove.1', 'headerMutation.set.1', 'bodyMutation.remove.1', 'bodyMutation.set.1'].map(
        (it) => `rules.0.backendRefs.0.${it}`,
      ),
    ),
    rule('when models were made', { modelsCreatedAt: '2026-01-31T10:00:00Z' }),
    rule('when models were made, not a time', { modelsCreatedAt: 'May' }, ['rules.0.modelsCreatedAt']),
    route('costs', { rules: [], llmRequestCosts: [{ metadataKey: 'a', type: 'CEL', cel: '1' }] }),
    route('unknown costs', { rules: [], llmRequestCosts: [{ metadataKey: 'a', type: 'Tokens' }] }, [
      'llmRequestCosts.0.type',
    ]),

    backend('a Backend', { schema, backendRef }),
    backend('a Backend by halves', { schema, backendRef: { ...backendRef, group: '' } }, [
      'backendRef.group',
    ]),
    backend('a Service', { schema, backendRef: { name: 'a', port: 80 } }, ['backendRef', 'backendRef']),
    backend('an unknown API', { schema: { name: 'openai' }, backendRef }, ['schema.name']),

    config('a container', container({ image: 'filter:1', env: [{ name: 'A', value: 'b' }] })),
    config('two images', container({ image: 'filter:1', imageRepository: 'filter' }), [
      'extProc.kubernetes.imageRepository',
    ]),
    config('an image that is none', container({ image: 'filter 1' }), ['extProc.kubernetes.image']),
    config('a repository with a tag', container({ imageRepository: 'filter:v1:2' }), [
      'extProc.kubernetes.imageRepository',
    ]),
    config(
      'costs of one key',
      {
        globalLLMRequestCosts: [
          { metadataKey: 'a', type: 'InputToken' },
          { metadataKey: 'a', type: 'TotalToken' },
        ],
      },
      ['globalLLMRequestCosts.1'],
    ),
    config('a proxy without an address', { forwardProxy: { address: '' } }, ['forwardProxy.address']),
  ];
};

const quota = (name: string, spec: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'aigateway.envoyproxy.io/v1alpha1/QuotaPolicy',
  spec,
  places,
});
const target = { group: 'aigateway.envoyproxy.io', kind: 'AIServiceBackend', name: 'a' };
const value = { limit: 100, duration: '1h' };
const bucket = (selectors: object[]) => ({
  perModelQuotas: [
    { modelName: 'gpt', quota: { bucketRules: [{ clientSelectors: selectors, quota: value }] } },
  ],
});
const header = { name: 'x-user', type: 'Distinct' };

testSpecCases(
  [
    ...ofVersion('v1beta1'),
    ...ofVersion('v1alpha1'),
    quota('on an AIServiceBackend', { targetRefs: [target], serviceQuota: { quota: value } }),
    quota(
      'on something else',
      { targetRefs: [target, { ...target, kind: 'Backend' }, { ...target, group: '' }] },
      ['targetRefs.1.kind', 'targetRefs.2.group'],
    ),
    quota('for a week', { serviceQuota: { quota: { ...value, duration: '1w' } } }, [
      'serviceQuota.quota.duration',
    ]),
    quota('for clients by header', bucket([{ headers: [header] }])),
    quota('for clients without a sign', bucket([{}]), [
      'perModelQuotas.0.quota.bucketRules.0.clientSelectors.0',
    ]),
    quota('for clients by 65 headers', bucket([{ headers: Array.from({ length: 65 }, () => header) }]), [
      'perModelQuotas.0.quota.bucketRules.0.clientSelectors.0.headers',
    ]),
    quota('in another mode', { perModelQuotas: [{ modelName: 'gpt', quota: { mode: 'Own' } }] }, [
      'perModelQuotas.0.quota.mode',
    ]),
  ],
  'ai-gateway-v1.1.0',
);
