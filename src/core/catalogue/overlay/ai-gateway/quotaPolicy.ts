import { eg, gw } from '../envoy-gateway/envoyType.ts';
import { flag, integer, listOf, of, record, text } from '../fields.ts';
import { each, oneOfValues } from '../rules.ts';
import { ai, aiResource, aiTypes, type TypeTable } from './aiType.ts';

const version = 'v1alpha1';
const onlyBackends =
  'A quota is set on AIServiceBackends: write group aigateway.envoyproxy.io and kind AIServiceBackend.';
const costExpression = text(
  'A CEL expression over token counts for what a request uses up; `total_tokens` when absent.',
);

/** QuotaPolicy: how many tokens may be used in a while. */
export const quotaPolicy: TypeTable = aiTypes(version, {
  ...aiResource(
    version,
    'QuotaPolicy',
    'How much of AIServiceBackends may be used in a while; beyond it, 429 is answered.',
    {
      deprecated: false,
    },
  ),
  QuotaPolicySpec: record('On which backends, and how much.', {
    targetRefs: listOf({ ref: gw('LocalPolicyTargetReference') }, 'The AIServiceBackends it is set on.', {
      maxItems: 16,
      rules: [
        each('', [
          oneOfValues('group', ['aigateway.envoyproxy.io'], { message: onlyBackends }),
          oneOfValues('kind', ['AIServiceBackend'], { message: onlyBackends }),
        ]),
      ],
    }),
    serviceQuota: of(ai(version, 'ServiceQuotaDefinition'), 'How much of all models together.'),
    perModelQuotas: listOf({ ref: ai(version, 'PerModelQuota') }, 'How much of single models.', {
      maxItems: 128,
    }),
  }),
  ServiceQuotaDefinition: record('How much of all models together.', {
    costExpression,
    'quota!': of(ai(version, 'QuotaValue'), 'How much in which time.'),
  }),
  PerModelQuota: record('How much of one model.', {
    'modelName!': text('The model, as `modelNameOverride` of the route names it.', { minLength: 1 }),
    'quota!': of(ai(version, 'QuotaDefinition'), 'How its use is counted and limited.'),
  }),
  QuotaDefinition: record('How use is counted and limited.', {
    mode: text(
      '`Shared`: a request counts for every bucket that fits, and goes on while one has something left.',
      {
        enum: ['Shared'],
        default: 'Shared',
      },
    ),
    costExpression,
    defaultBucket: of(ai(version, 'QuotaValue'), 'How much for all clients together.'),
    bucketRules: listOf({ ref: ai(version, 'QuotaRule') }, 'How much for some clients.'),
  }),
  QuotaRule: record('How much for some clients.', {
    clientSelectors: listOf(
      { ref: eg('RateLimitSelectCondition') },
      'Which clients; all of these must fit.',
      {
        maxItems: 8,
      },
    ),
    'quota!': of(ai(version, 'QuotaValue'), 'How much in which time.'),
    shadowMode: flag('Only counts, and lets everything pass.'),
  }),
  QuotaValue: record('How much in which time.', {
    'limit!': integer('How much.'),
    'duration!': text('In which time: a second, minute, hour or day.', { enum: ['1s', '1m', '1h', '1d'] }),
  }),
});
