import type { AnalysedResource } from '../../analysis.ts';
import { isSet, readList, readText } from '../../kinds/reading.ts';
import { aiServiceBackend, envoyGateway, httpRoute } from '../../kinds/targets.ts';
import { scalar } from '../../kinds/templates/manifest.ts';
import type { Repair } from '../../schema/fault.ts';
import { providerOf } from '../facts/aiBackends.ts';
import { aiGatewayRoute, backendTrafficPolicy, isOf, quotaPolicy } from '../facts/kinds.ts';
import { policiesOn } from '../facts/policies.ts';
import { governedId } from '../facts/routes.ts';
import { newDocument } from '../newDocument.ts';
import type { Facts, Guardrail } from '../types.ts';

/** A route to a provider that bills by the token, without a bound. */
export const noTokenBudget: Guardrail = {
  code: 'TS220',
  name: 'no-token-budget',
  reason:
    'Providers bill tokens, and one client in a loop can spend a month of them in an hour. A limit that counts tokens, or a quota, bounds the bill.',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/traffic/usage-based-ratelimiting/',
  scope: 'resource',
  run(route, facts) {
    if (!isOf(route, aiGatewayRoute)) return [];
    const services = servicesOf(route, facts);
    const billed = services.find((service) => providerOf(service, facts) !== undefined);
    if (billed === undefined || isLimited(route, facts)) return [];
    if (services.some((service) => policiesOn(service.id, quotaPolicy, facts).length > 0)) return [];
    return [
      {
        severity: 'info',
        message: `Nothing bounds the tokens that clients spend through AIGatewayRoute ${route.name}. Add a rate limit that counts them, or a QuotaPolicy.`,
        path: ['metadata', 'name'],
        repairs: wayOut(route, facts),
      },
    ];
  },
};

function servicesOf(route: AnalysedResource, facts: Facts): readonly AnalysedResource[] {
  return facts.edgesFrom(route.id).flatMap(({ role, to }) => {
    const target = role === 'sends-to' ? facts.resource(to) : undefined;
    return target !== undefined && isOf(target, aiServiceBackend) ? [target] : [];
  });
}

/** True when a rate limit is for the route or for a Gateway above it. */
function isLimited(route: AnalysedResource, facts: Facts): boolean {
  const parents = facts.edgesFrom(route.id).flatMap(({ role, to }) => (role === 'attaches-to' ? [to] : []));
  return [governedId(route), ...parents].some((id) =>
    policiesOn(id, backendTrafficPolicy, facts).some(({ policy }) =>
      isSet(policy.value, 'spec', 'rateLimit'),
    ),
  );
}

/** The tokens of each answer are noted, and counted down for each user. A policy that is there is left to its owner. */
function wayOut(route: AnalysedResource, facts: Facts): readonly Repair[] {
  if (policiesOn(governedId(route), backendTrafficPolicy, facts).length > 0) return [];
  const costs = readList(route.value, 'spec', 'llmRequestCosts');
  const known = costs.find((cost) => readText(cost, 'type') === 'TotalToken');
  const key = readText(known, 'metadataKey') ?? 'llm_total_token';
  const cost = { metadataKey: key, type: 'TotalToken' };
  const path = ['spec', 'llmRequestCosts'];
  const counts =
    costs.length === 0
      ? { step: 'insert' as const, path, value: [cost] }
      : { step: 'insert' as const, path, index: costs.length, value: cost };
  const { namespace, name } = route;
  const policy = newDocument(
    `${envoyGateway}/v1alpha1`,
    backendTrafficPolicy.kind,
    { namespace, name: `${name}-tokens` },
    [
      'spec:',
      '  targetRefs:',
      '    # The HTTPRoute that AI Gateway makes of the AIGatewayRoute.',
      `    - group: ${httpRoute.group}`,
      `      kind: ${httpRoute.kind}`,
      `      name: ${scalar(name)}`,
      '  rateLimit:',
      '    global:',
      '      rules:',
      '        # Tokens an hour for each user; the request itself costs nothing.',
      '        - clientSelectors:',
      '            - headers:',
      '                - name: x-user-id',
      '                  type: Distinct',
      '          limit:',
      '            requests: 100000',
      '            unit: Hour',
      '          cost:',
      '            request:',
      '              from: Number',
      '              number: 0',
      '            response:',
      '              from: Metadata',
      '              metadata:',
      '                namespace: io.envoy.ai_gateway',
      `                key: ${scalar(key)}`,
    ],
  );
  return [
    { label: 'Limit tokens for each user', steps: known === undefined ? [counts] : [], documents: [policy] },
  ];
}
