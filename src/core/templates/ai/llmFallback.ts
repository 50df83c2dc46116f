import { readNumber, readText } from '../../kinds/reading.ts';
import { aiServiceBackend, gateway } from '../../kinds/targets.ts';
import { aiGatewayRoute } from '../blocks/aiKinds.ts';
import { askForKeys } from '../blocks/askForKeys.ts';
import { ensureAiGateway } from '../blocks/ensureAiGateway.ts';
import { ensureProvider } from '../blocks/ensureProvider.ts';
import { govern } from '../blocks/govern.ts';
import {
  addModelRoute,
  generatedRoute,
  type ModelBackend,
  modelBackendRef,
  modelRule,
  modelRulesOf,
} from '../blocks/modelRoute.ts';
import { backendTrafficPolicy } from '../blocks/policyKinds.ts';
import { type KeyProvider, providers } from '../blocks/providers.ts';
import { definePattern } from '../definePattern.ts';
import { duration, number } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { aiHostname, clients, keyProvider, providerModel } from './aiParameters.ts';

export const llmFallback = definePattern({
  id: 'llm-fallback',
  title: 'LLM provider fallback',
  purpose: 'When the first provider fails, a second one answers, and clients do not notice',
  group: 'ai',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/traffic/provider-fallback/',
  roles: {
    route: { label: 'Route', kinds: [aiGatewayRoute], help: 'Its first rule gets one more provider.' },
    second: { label: 'Second provider', kinds: [aiServiceBackend], onlySelected: true },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    first: keyProvider('First provider'),
    model: providerModel('Model that clients ask for'),
    // Anthropic and OpenAI seldom fail together.
    fallback: { ...keyProvider('Provider that takes over'), default: 'anthropic' },
    fallbackModel: providerModel('Model there'),
    retries: number('Retries', 3, {
      min: 1,
      max: 10,
      help: 'In all; each provider is asked once before the next.',
    }),
    perTry: duration('Time for each try', '30s', { help: 'Answers that are streamed have to begin in it.' }),
    clients,
    hostname: aiHostname,
  },
  write(desk, answers, given) {
    const { first, model, fallback, fallbackModel, retries, perTry, clients, hostname } = answers;
    const entrance = given.route ? undefined : ensureAiGateway(desk, given.gateway, { hostname });
    const namespace = given.route?.namespace ?? entrance?.gateway.namespace ?? desk.namespace;
    const ensureNext = (): ModelBackend => ({
      target: given.second ?? ensureProvider(desk, { id: fallback, namespace }),
      model: fallbackModel !== '' ? fallbackModel : modelThere(fallback, first, given),
    });
    if (given.route !== undefined) {
      addFallback(desk, given.route, ensureNext());
      retryElsewhere(desk, given.route, retries, perTry);
    } else if (entrance !== undefined) {
      const asked = model === '' ? providers[first].model : model;
      const start = { target: ensureProvider(desk, { id: first, namespace }), priority: 0 };
      const next = { ...ensureNext(), priority: 1 };
      const rules = [modelRule(asked, [start, next], namespace)];
      const route = addModelRoute(desk, { base: 'models', entrance, hostname, rules });
      desk.grant(route, next.target);
      retryElsewhere(desk, route, retries, perTry);
      if (clients === 'keys') askForKeys(desk, route);
    }
  },
});

/**
 * What the second provider calls the model: a smaller one where it is the first one too. One that is there already is
 * taken to call it as clients do.
 */
function modelThere(
  fallback: KeyProvider,
  first: KeyProvider,
  given: { readonly route: PatternTarget | undefined; readonly second: PatternTarget | undefined },
): string | undefined {
  if (given.second !== undefined) return undefined;
  const isSame = given.route === undefined && fallback === first;
  return isSame ? providers[fallback].smallModel : providers[fallback].model;
}

/** Puts a backend behind all others of the first rule. */
function addFallback(desk: PatternDesk, route: PatternTarget, next: ModelBackend): void {
  const [rule] = modelRulesOf(desk, route);
  const isPool = rule?.backends.some((each) => readText(each, 'kind') === 'InferencePool');
  if (rule === undefined || rule.backends.length === 0 || isPool === true) {
    desk.refuse(
      isPool === true
        ? `The first rule of AIGatewayRoute ${route.name} sends to an InferencePool, which stands alone in a rule. Choose another route.`
        : `AIGatewayRoute ${route.name} sends to no provider yet. Give its first rule one.`,
    );
    return;
  }
  const last = Math.max(...rule.backends.map((each) => readNumber(each, 'priority') ?? 0));
  desk.insert(
    route,
    ['spec', 'rules', rule.index, 'backendRefs'],
    yaml`
      # Asked when those before it fail.
      ${modelBackendRef({ ...next, priority: last + 1 }, route.namespace)}
    `,
  );
  desk.grant(route, next.target);
}

/** Without retries the next priority is asked only once every endpoint of the one before has been found unhealthy. */
function retryElsewhere(desk: PatternDesk, route: PatternTarget, retries: number, perTry: string): void {
  govern(desk, backendTrafficPolicy, generatedRoute(route), {
    retry: yaml`
      numRetries: ${retries}
      # After one try the next priority is asked.
      numAttemptsPerPriority: 1
      perRetry:
        timeout: ${perTry}
        backOff:
          baseInterval: 100ms
          maxInterval: 10s
      retryOn:
        triggers:
          - connect-failure
          - reset
          - retriable-status-codes
        # Too many requests for the provider, or trouble of its own.
        httpStatusCodes:
          - 429
          - 500
          - 502
          - 503
          - 504
    `,
  });
}
