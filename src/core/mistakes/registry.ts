import type { Fault } from '../schema/fault.ts';
import { aiRouteForeign } from './aiRouteForeign.ts';
import { aiRouteBackends, aiRouteGroup } from './aiRouteGroup.ts';
import { apiKeyAuth } from './apiKeyAuth.ts';
import { authorization } from './authorization.ts';
import { certManagerNames } from './certManagerNames.ts';
import { clientTraffic } from './clientTraffic.ts';
import { corsOrigin } from './corsOrigin.ts';
import { envoyNames } from './envoyNames.ts';
import { envoyProxyNames } from './envoyProxyNames.ts';
import { gatewayLeftovers } from './gatewayLeftovers.ts';
import { ingressBackend, ingressPathType } from './ingressBackend.ts';
import { kedaNames } from './kedaNames.ts';
import { policyTargetAiRoute } from './policyTargetAiRoute.ts';
import { rateLimitCost } from './rateLimitCost.ts';
import { requestCosts } from './requestCosts.ts';
import { retriableStatusCodes } from './retriableStatusCodes.ts';
import { retryOnList } from './retryOnList.ts';
import { securityNames } from './securityNames.ts';
import type { Mistake, Recognised } from './types.ts';

/** Every mistake we know; the first that recognises a fault speaks for it. */
export const mistakes: readonly Mistake[] = [
  retryOnList,
  retriableStatusCodes,
  ...envoyNames,
  rateLimitCost,
  ...clientTraffic,
  ...securityNames,
  ...apiKeyAuth,
  ...authorization,
  corsOrigin,
  ...envoyProxyNames,
  aiRouteGroup,
  aiRouteBackends,
  requestCosts,
  ...aiRouteForeign,
  policyTargetAiRoute,
  ...kedaNames,
  ...certManagerNames,
  ...gatewayLeftovers,
  ingressBackend,
  ingressPathType,
];

/** The mistake behind a fault of a resource, if it is a known one. */
export function recogniseMistake(
  fault: Fault,
  resource: {
    readonly group: string;
    readonly kind: string;
    readonly value: Readonly<Record<string, unknown>>;
  },
): (Recognised & { readonly mistake: Mistake }) | undefined {
  for (const mistake of mistakes) {
    const isAbout = mistake.kinds.some(
      ({ group, kind }) => group === resource.group && kind === resource.kind,
    );
    const recognised = isAbout ? mistake.recognise(fault, resource.value) : undefined;
    if (recognised !== undefined) return { ...recognised, mistake };
  }
  return undefined;
}
