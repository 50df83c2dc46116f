import type { PatternDesk, PatternTarget } from '../types.ts';
import { askForKeys } from './askForKeys.ts';
import { ensureAiGateway } from './ensureAiGateway.ts';
import { ensureProvider } from './ensureProvider.ts';
import { addModelRoute, type ModelBackend, modelRule } from './modelRoute.ts';
import { type KeyProvider, providers } from './providers.ts';

interface GivenParts {
  readonly route?: PatternTarget | undefined;
  readonly service?: PatternTarget | undefined;
  readonly gateway?: PatternTarget | undefined;
}

interface ModelRouteWish {
  readonly provider: KeyProvider;
  /** Empty: a usual one of the provider. */
  readonly model: string;
  readonly hostname: string;
  /** True where the provider is told the name of the model although it is the one that clients ask for. */
  readonly isNamed?: boolean;
}

/** The given AIGatewayRoute, else a new one for a model of a provider, for clients that have a key. */
export function ensureModelRoute(desk: PatternDesk, given: GivenParts, wish: ModelRouteWish): PatternTarget {
  if (given.route !== undefined) return given.route;
  const { provider, hostname, isNamed = false } = wish;
  const model = wish.model === '' ? providers[provider].model : wish.model;
  const entrance = ensureAiGateway(desk, given.gateway, { hostname });
  const { namespace } = entrance.gateway;
  const target = given.service ?? ensureProvider(desk, { id: provider, namespace });
  const backend: ModelBackend = { target, model: isNamed ? model : undefined };
  const rules = [modelRule(model, [backend], namespace)];
  const route = addModelRoute(desk, { base: 'models', entrance, hostname, rules });
  desk.grant(route, target);
  askForKeys(desk, route);
  return route;
}
