import type { PatternDesk, PatternTarget } from '../types.ts';
import { addRoute, type RouteWish } from './addRoute.ts';
import { ensureApp } from './ensureApp.ts';
import { pathRule } from './routeRules.ts';

interface GivenParts {
  readonly route?: PatternTarget | undefined;
  readonly gateway?: PatternTarget | undefined;
  readonly service?: PatternTarget | undefined;
}

/** The given route as it is, else a new HTTPRoute to an app, with the Gateway and the Service that it needs. */
export function ensureRoute(
  desk: PatternDesk,
  given: GivenParts,
  wish: Omit<RouteWish, 'gateway' | 'kind'>,
): PatternTarget {
  if (given.route !== undefined) return given.route;
  return addRoute(desk, { ...wish, gateway: given.gateway }, (namespace) => [
    pathRule('/', ensureApp(desk, given.service, { base: wish.base }), namespace),
  ]);
}
