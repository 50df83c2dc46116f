import { readList, readText } from '../../kinds/reading.ts';
import { modelHeader } from '../../kinds/summaries/modelWords.ts';
import { gateway } from '../../kinds/targets.ts';
import { aiGatewayRoute } from '../blocks/aiKinds.ts';
import { userHeader } from '../blocks/askForKeys.ts';
import { ensureAiLimitService } from '../blocks/ensureAiLimitService.ts';
import { ensureModelRoute } from '../blocks/ensureModelRoute.ts';
import { govern } from '../blocks/govern.ts';
import { generatedRoute } from '../blocks/modelRoute.ts';
import { backendTrafficPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { choice, number, text } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { aiHostname, keyProvider } from './aiParameters.ts';

export const tokenLimit = definePattern({
  id: 'token-limit',
  title: 'Token rate limit per user',
  purpose: 'Each user may spend so many tokens of language models in a while',
  group: 'ai',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/traffic/usage-based-ratelimiting/',
  roles: {
    route: { label: 'Route', kinds: [aiGatewayRoute], help: 'Without one, a route to a provider is made.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    tokens: number('Allowed', 100_000, { min: 1, max: 1_000_000_000, unit: 'tokens' }),
    per: choice('In each', [
      { value: 'Hour', label: 'Hour' },
      { value: 'Minute', label: 'Minute' },
      { value: 'Day', label: 'Day' },
      { value: 'Month', label: 'Month' },
    ]),
    counted: choice('Counted', [
      { value: 'TotalToken', label: 'All tokens' },
      { value: 'OutputToken', label: 'Tokens of answers', help: 'They cost the most.' },
      { value: 'InputToken', label: 'Tokens of requests' },
    ]),
    header: text('Header with the user', userHeader, {
      type: 'header',
      help: 'Let a key or a token set it, since a client can write what it likes.',
    }),
    model: text('Only for model', '', {
      required: false,
      placeholder: 'gpt-5',
      help: 'Empty: for all together.',
    }),
    redis: text('Redis', '', {
      required: false,
      type: 'address',
      placeholder: 'redis.redis-system.svc.cluster.local:6379',
      help: 'Global limits are counted there, by the rate limit service of Envoy Gateway. Without one, a Redis is made.',
    }),
    provider: { ...keyProvider('Provider'), help: 'Of a new route.' },
    hostname: aiHostname,
  },
  write(desk, { tokens, per, counted, header, model, redis, provider, hostname }, given) {
    const route = ensureModelRoute(desk, given, { provider, model, hostname });
    const key = ensureCost(desk, route, counted);
    ensureAiLimitService(desk, redis);
    govern(desk, backendTrafficPolicy, generatedRoute(route), {
      rateLimit: yaml`
        # Only the rate limit service sees answers, and so tokens: a local limit cannot count them.
        type: Global
        global:
          rules:
            # One budget for each value of the header.
            - clientSelectors:
                - headers:
                    - name: ${header}
                      type: Distinct
                    ${model !== '' && modelSelector(model)}
              limit:
                # These are tokens, by the cost below.
                requests: ${tokens}
                unit: ${per}
              cost:
                # A request only asks whether there is something left.
                request:
                  from: Number
                  number: 0
                # Its answer takes off what it has cost.
                response:
                  from: Metadata
                  metadata:
                    namespace: io.envoy.ai_gateway
                    key: ${key}
      `,
    });
  },
});

function modelSelector(model: string) {
  return yaml`
    - name: ${modelHeader}
      value: ${model}
  `;
}

const metadataKeys = {
  TotalToken: 'llm_total_token',
  OutputToken: 'llm_output_token',
  InputToken: 'llm_input_token',
} as const;

/** The key under which a route notes the tokens of a type; it is made to do so where it does not. */
function ensureCost(desk: PatternDesk, route: PatternTarget, type: keyof typeof metadataKeys): string {
  const costs = readList(desk.read(route, ['spec']), 'llmRequestCosts');
  const known = readText(
    costs.find((each) => readText(each, 'type') === type),
    'metadataKey',
  );
  if (known !== undefined) return known;
  const metadataKey = metadataKeys[type];
  desk.insert(route, ['spec', 'llmRequestCosts'], { metadataKey, type });
  return metadataKey;
}
