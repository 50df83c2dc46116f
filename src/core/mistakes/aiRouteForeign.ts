import type { Repair } from '../schema/fault.ts';
import { insertStep, removeStep, repair } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { textOf } from './plainText.ts';
import { aiKinds } from './projectKinds.ts';
import type { Mistake, Recognised } from './types.ts';

const kinds = aiKinds('AIGatewayRoute');

/** A mistake that is any of some fields under `spec`. */
function ofSpec(
  about: Pick<Mistake, 'code' | 'name' | 'reason'>,
  fields: readonly string[],
  say: (field: string, resource: unknown) => Recognised,
): Mistake {
  return {
    ...about,
    kinds,
    recognise(fault, resource) {
      const isMeant = fault.fault === 'unknown-field' && fault.path.length === 2 && fault.path[0] === 'spec';
      return isMeant && fields.includes(fault.field) ? say(fault.field, resource) : undefined;
    },
  };
}

const removal = (field: string): Repair => repair(`Remove ${field}`, [removeStep(['spec', field])]);

const tokenCosts: Plain = [{ metadataKey: 'llm_total_token', type: 'TotalToken' }];

/** Fields that write-ups invent for an AIGatewayRoute; what they want is said in other resources, or nowhere. */
export const aiRouteForeign: readonly Mistake[] = [
  ofSpec(
    {
      code: 'TS152',
      name: 'ai-route-token-limit',
      reason:
        'An AIGatewayRoute counts tokens (llmRequestCosts); a BackendTrafficPolicy limits them (rateLimit with cost.response from Metadata).',
    },
    ['rateLimit', 'tokenBudget', 'tokenRateLimit', 'userTiers', 'userIdentification', 'costControl'],
    (field, resource) => {
      const hasCosts = valueAt(resource, ['spec', 'llmRequestCosts']) !== undefined;
      return {
        message: `An AIGatewayRoute has no ${field}. It counts tokens in llmRequestCosts; how many a user may have is a rateLimit of a BackendTrafficPolicy, whose rules take cost.response from that metadata. Write the limits there.`,
        repairs: hasCosts
          ? [removal(field)]
          : [
              repair(`Count tokens in llmRequestCosts instead of ${field}`, [
                insertStep(['spec', 'llmRequestCosts'], tokenCosts),
                removeStep(['spec', field]),
              ]),
              removal(field),
            ],
      };
    },
  ),
  ofSpec(
    {
      code: 'TS153',
      name: 'ai-route-model-costs',
      reason:
        'What a model costs is an expression of llmRequestCosts: type CEL, which reads model and the tokens.',
    },
    ['modelCosts'],
    (field, resource) => {
      const cel = expressionOf(valueAt(resource, ['spec', field]));
      const costs = valueAt(resource, ['spec', 'llmRequestCosts']);
      const list = Array.isArray(costs) ? (costs as readonly Plain[]) : [];
      const isFree = !list.some((each) => isRecord(each) && each.metadataKey === 'llm_model_cost');
      const cost = { metadataKey: 'llm_model_cost', type: 'CEL', cel: cel ?? '' };
      return {
        message:
          'An AIGatewayRoute has no modelCosts: what a model costs is an expression among llmRequestCosts, type CEL, which reads model and the numbers of tokens.',
        repairs: [
          ...(cel === undefined || !isFree
            ? []
            : [
                repair(
                  'Write it as a cost with an expression',
                  [
                    list.length === 0
                      ? insertStep(['spec', 'llmRequestCosts'], [cost])
                      : {
                          step: 'insert',
                          path: ['spec', 'llmRequestCosts'],
                          index: list.length,
                          value: cost,
                        },
                    removeStep(['spec', field]),
                  ],
                  true,
                ),
              ]),
          removal(field),
        ],
      };
    },
  ),
  ofSpec(
    {
      code: 'TS154',
      name: 'ai-route-failover',
      reason:
        'The order of providers is the priority of backendRefs; when the next one is asked is the retry of a BackendTrafficPolicy.',
    },
    ['failover', 'fallback', 'retry', 'retries'],
    (field) => ({
      message: `An AIGatewayRoute has no ${field}. The order of providers is the priority of its backendRefs, and when the next one is asked is the retry of a BackendTrafficPolicy on this route. Write the conditions there.`,
      repairs: [removal(field)],
    }),
  ),
  ofSpec(
    {
      code: 'TS155',
      name: 'ai-route-no-such-feature',
      reason: 'AI Gateway does not cache, merge or inspect prompts; an extension in front of it can.',
    },
    ['caching', 'cache', 'deduplication', 'security', 'guardrails', 'promptValidation'],
    (field) => ({
      message: `An AIGatewayRoute has no ${field}, and AI Gateway does nothing of the sort itself: it takes an extension (EnvoyExtensionPolicy) or a service of its own. Remove it.`,
      repairs: [removal(field)],
    }),
  ),
];

/** `[{model, multiplier}]` as one expression over the model's name. */
function expressionOf(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const terms = value.map((each: unknown) => {
    if (!isRecord(each) || !Number.isInteger(each.multiplier)) return undefined;
    const model = textOf(each.model);
    return model === undefined || Number(each.multiplier) < 0
      ? undefined
      : `model == ${JSON.stringify(model)} ? total_tokens * ${Number(each.multiplier)}u`;
  });
  return terms.includes(undefined) ? undefined : `${terms.join(' : ')} : total_tokens`;
}
