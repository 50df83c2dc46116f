import { gateway, grpcRoute, httpRoute } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { ensureRoute } from './ensureRoute.ts';

/** The role of what a policy governs. */
export const governed = {
  label: 'Route or gateway',
  kinds: [httpRoute, grpcRoute, gateway],
  help: 'What it holds for. Without one, a small app behind a new Gateway is made.',
} as const;

/** What a policy is to govern: as given, else a new route. `isSecret`: what is sent must not be read on the way. */
export function ensureTarget(
  desk: PatternDesk,
  given: PatternTarget | undefined,
  wish: { readonly base: string; readonly hostname: string; readonly isSecret?: boolean },
): PatternTarget {
  const protocol = wish.isSecret === true ? 'HTTPS' : 'web';
  return ensureRoute(desk, { route: given }, { base: wish.base, hostname: wish.hostname, protocol });
}
