import type { PatternDesk, PatternTarget } from '../types.ts';
import { ensureApp, upstreamOf } from './ensureApp.ts';
import { ensureRoute } from './ensureRoute.ts';
import type { Upstream } from './referTo.ts';
import { type BackendPlace, firstBackend, rulesSendingTo } from './routeRules.ts';

interface GivenVersions {
  readonly route: PatternTarget | undefined;
  /** Where a new route attaches. */
  readonly gateway: PatternTarget | undefined;
  /** What gets the requests now; else the first backend of the route. */
  readonly present: PatternTarget | undefined;
  /** What comes beside it; else a new app. */
  readonly other: PatternTarget | undefined;
}

interface Versions {
  readonly route: PatternTarget;
  readonly present: Upstream;
  readonly other: Upstream;
  /** Where the route sends to the present one. */
  readonly places: readonly BackendPlace[];
}

/**
 * A route, the backend that it sends to, and another version of that beside it. Undefined where that is refused: the
 * route has no such backend. `word` tells the other one apart: `shop-canary`.
 */
export function ensureVersions(
  desk: PatternDesk,
  given: GivenVersions,
  { word, hostname }: { readonly word: string; readonly hostname: string },
): Versions | undefined {
  const route = ensureRoute(desk, { ...given, service: given.present }, { base: 'shop', hostname });
  const present = given.present ? upstreamOf(desk, given.present) : firstBackend(desk, route);
  if (present === undefined) return undefined;
  const places = rulesSendingTo(desk, route, present);
  if (places.length === 0) return undefined;
  const { name, namespace } = present.target;
  const other = ensureApp(desk, given.other, { base: `${name}-${word}`, version: word, namespace });
  desk.grant(route, other.target);
  return { route, present, other, places };
}
