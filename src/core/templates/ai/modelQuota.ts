import { readText } from '../../kinds/reading.ts';
import { aiServiceBackend, gateway } from '../../kinds/targets.ts';
import { aiGatewayRoute, quotaPolicy } from '../blocks/aiKinds.ts';
import { ensureModelRoute } from '../blocks/ensureModelRoute.ts';
import { modelRulesOf } from '../blocks/modelRoute.ts';
import { isKind } from '../blocks/policyKinds.ts';
import { targetRef } from '../blocks/referTo.ts';
import { definePattern } from '../definePattern.ts';
import { choice, number, text } from '../parameters.ts';
import type { PatternDesk, PatternReference, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { aiHostname, keyProvider } from './aiParameters.ts';

export const modelQuota = definePattern({
  id: 'model-quota',
  title: 'Quota of a model',
  purpose: 'A model of a provider may be used for so many tokens, by all together',
  group: 'ai',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/traffic/quota-policy/',
  roles: {
    service: { label: 'Provider', kinds: [aiServiceBackend], help: 'Without one, a route to one is made.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    model: text('Model', '', {
      required: false,
      placeholder: 'gpt-5-mini',
      help: 'As the provider calls it. Empty: the one that the routes ask it for.',
    }),
    tokens: number('Allowed', 1_000_000, { min: 1, max: 1_000_000_000_000, unit: 'tokens' }),
    per: choice('In each', [
      { value: '1d', label: 'Day' },
      { value: '1h', label: 'Hour' },
      { value: '1m', label: 'Minute' },
    ]),
    output: number('A token of an answer counts as', 1, {
      min: 1,
      max: 100,
      unit: 'tokens',
      help: 'Providers charge more for answers than for requests.',
    }),
    provider: { ...keyProvider('Provider'), help: 'Of a new route.' },
    hostname: aiHostname,
  },
  write(desk, { model, tokens, per, output, provider, hostname }, given) {
    const sending = given.service === undefined ? [] : routesTo(desk, given.service);
    if (sending.length === 0) {
      const made = { service: given.service, gateway: given.gateway };
      const route = ensureModelRoute(desk, made, { provider, model, hostname, isNamed: true });
      sending.push(...desk.references(route).filter(({ target }) => isService(target)));
    }
    const [first] = sending;
    if (first?.target === undefined) return;
    const asked = model === '' ? modelAt(desk, first) : model;
    if (asked === undefined)
      return desk.refuse(
        `AIGatewayRoute ${first.holder.name} does not say which model it asks ${first.target.name} for. Name the model.`,
      );
    for (const each of sending) nameModel(desk, each, asked);
    if (!sending.some((each) => overrideAt(desk, each) === asked))
      return desk.refuse(
        `No route asks ${first.target.name} for model ${asked}, so nothing would be counted. Name a model that one asks for.`,
      );
    addQuota(desk, first.target, { model: asked, tokens, per, output });
  },
});

function isService(target: PatternTarget | undefined): boolean {
  return target !== undefined && isKind(target, aiServiceBackend);
}

/** Where AIGatewayRoutes send to a provider. */
function routesTo(desk: PatternDesk, service: PatternTarget): PatternReference[] {
  return desk
    .referrers(service)
    .filter(({ holder, reference }) => isKind(holder, aiGatewayRoute) && reference === 'backendRef');
}

/** The model that a route asks a provider for, as far as it says one. */
function modelAt(desk: PatternDesk, at: PatternReference): string | undefined {
  const rule = modelRulesOf(desk, at.holder).find(({ index }) => index === at.path[2]);
  const [only, ...others] = rule?.models ?? [];
  return overrideAt(desk, at) ?? (others.length === 0 ? only : undefined);
}

function overrideAt(desk: PatternDesk, { holder, path }: PatternReference): string | undefined {
  return readText(desk.read(holder, path), 'modelNameOverride');
}

/** A quota counts only what a route asks for by this very field; rules for other models stay as they are. */
function nameModel(desk: PatternDesk, at: PatternReference, model: string): void {
  if (overrideAt(desk, at) !== undefined || modelAt(desk, at) !== model) return;
  const keys = ['group', 'kind', 'name', 'namespace'];
  desk.set(at.holder, [...at.path, 'modelNameOverride'], model, keys);
}

interface Quota {
  readonly model: string;
  readonly tokens: number;
  readonly per: string;
  readonly output: number;
}

function addQuota(desk: PatternDesk, service: PatternTarget, { model, tokens, per, output }: Quota): void {
  desk.add(
    quotaPolicy,
    `${service.name}-quota`,
    yaml`
      spec:
        # Counted by the rate limiter of AI Gateway with a Redis: its chart has to have it enabled.
        targetRefs:
          - ${targetRef(service)}
        perModelQuotas:
          # Holds for requests that a route asks for with this modelNameOverride.
          - modelName: ${model}
            quota:
              ${output > 1 && yaml`costExpression: ${`input_tokens + output_tokens * ${output}u`}`}
              # Beyond it the answer is 429, until the time is over.
              defaultBucket:
                limit: ${tokens}
                duration: ${per}
    `,
    { namespace: service.namespace },
  );
}
