import type { AnalysedResource } from '../../analysis.ts';
import { isSet, readList, readText } from '../../kinds/reading.ts';
import { kindOf } from '../../kinds/registry.ts';
import { grpcRoute, httpRoute } from '../../kinds/targets.ts';
import type { Repair } from '../../schema/fault.ts';
import type { GroupKind } from '../../workspace/types.ts';
import { clientTrafficPolicy, isOf, securityPolicy } from '../facts/kinds.ts';
import { gatewayOf, hasListeners, type Listener, listenersOf } from '../facts/listeners.ts';
import { policiesFor, policiesOn } from '../facts/policies.ts';
import { governedId, isForwarding, isRequestRoute, rulesOf } from '../facts/routes.ts';
import type { Facts, Guardrail, Remark } from '../types.ts';

/** A route behind which nobody has to say who they are: no policy asks, from its rules up to its Gateway. */
export const noAuthentication: Guardrail = {
  code: 'TS203',
  name: 'no-authentication',
  reason:
    'Everybody who reaches the Gateway may call what is behind the route. Services that check for themselves, and public pages, are a reason to switch this off there.',
  docs: 'https://gateway.envoyproxy.io/docs/concepts/gateway_api_extensions/security-policy/',
  scope: 'resource',
  run(route, facts) {
    if (!isRequestRoute(route) || !isForwarding(route) || asksByItself(route)) return [];
    const entries = entriesOf(route, facts)?.filter(({ isMutual }) => !isMutual) ?? [];
    const own = policiesOn(governedId(route), securityPolicy, facts);
    // Who writes a policy for some rules has thought of the others.
    if (entries.length === 0 || own.some(({ policy }) => authenticates(policy))) return [];
    const [present] = policiesFor(own, undefined);
    if (entries.some(({ guard }) => guard === undefined)) return [openTo(route, present)];
    const [{ guard } = {}] = entries;
    const isMerged = present === undefined || readText(present.value, 'spec', 'mergeType') !== undefined;
    return isMerged || guard === undefined ? [] : [hidden(route, present, guard, facts)];
  },
};

function openTo(route: AnalysedResource, present: AnalysedResource | undefined): Remark {
  return {
    severity: 'info',
    message: `Everybody may call ${route.kind} ${route.name}: no SecurityPolicy asks for a token, a key or a login, neither on it nor on its Gateway. Add one, or say why it is open.`,
    path: ['metadata', 'name'],
    repairs: askForToken(route, present),
  };
}

/** The nearest policy counts alone unless it asks to be merged: one for CORS takes the login of the Gateway away. */
function hidden(
  route: AnalysedResource,
  by: AnalysedResource,
  guard: AnalysedResource,
  facts: Facts,
): Remark {
  return {
    severity: 'warning',
    message: `SecurityPolicy ${by.name} takes the place of SecurityPolicy ${guard.name} for this ${route.kind}, so nobody has to log in here. Let the two be merged, or authenticate in both.`,
    path: ['metadata', 'name'],
    repairs: merge(by, facts),
  };
}

/** True when a SecurityPolicy lets in only whom it knows. */
function authenticates({ value }: AnalysedResource): boolean {
  return ['jwt', 'oidc', 'basicAuth', 'apiKeyAuth', 'extAuth', 'authorization'].some((feature) =>
    isSet(value, 'spec', feature),
  );
}

/** True when the filters of each rule ask an authorization service. */
function asksByItself(route: AnalysedResource): boolean {
  return rulesOf(route).every(({ value }) =>
    readList(value, 'filters').some((filter) => readText(filter, 'type') === 'ExternalAuth'),
  );
}

/** A listener by which requests come to a route. */
interface Entry {
  /** The SecurityPolicy there that asks who comes in. */
  readonly guard: AnalysedResource | undefined;
  /** True when clients show a certificate. */
  readonly isMutual: boolean;
}

/** Undefined where a parent is not in the workspace: it may ask. */
function entriesOf(route: AnalysedResource, facts: Facts): readonly Entry[] | undefined {
  const parents = facts.edgesFrom(route.id).filter(({ role }) => role === 'attaches-to');
  const entries: Entry[] = [];
  for (const { to, target } of parents) {
    const holder = facts.resource(to);
    const gateway = holder && hasListeners(holder) ? gatewayOf(holder, facts) : undefined;
    if (holder === undefined || gateway === undefined) return undefined;
    for (const listener of listenersOf(holder)) {
      const isMeant = target.sectionName === undefined || target.sectionName === listener.name;
      if (isMeant && (target.port === undefined || target.port === listener.port))
        entries.push(entryAt(listener, gateway, facts));
    }
  }
  return entries;
}

function entryAt({ holder, name }: Listener, gateway: AnalysedResource, facts: Facts): Entry {
  const nearest = (kind: GroupKind) => {
    const own = policiesFor(policiesOn(holder.id, kind, facts), name);
    return own.length > 0 || holder === gateway
      ? own
      : policiesFor(policiesOn(gateway.id, kind, facts), undefined);
  };
  return {
    guard: nearest(securityPolicy).find(authenticates),
    isMutual:
      isSet(gateway.value, 'spec', 'tls', 'frontend') ||
      nearest(clientTrafficPolicy).some(({ value }) => isSet(value, 'spec', 'tls', 'clientValidation')),
  };
}

/** The policy keeps its say and inherits the login. Only routes may be merged into what is above them. */
function merge(policy: AnalysedResource, facts: Facts): readonly Repair[] {
  const targets = facts.edgesFrom(policy.id).filter(({ role }) => role === 'governs');
  if (targets.some(({ target }) => !isRequestRoute(target))) return [];
  const steps = [{ step: 'set' as const, path: ['spec', 'mergeType'], value: 'StrategicMerge' }];
  return [{ label: `Merge ${policy.name} with it`, steps: [], elsewhere: [{ resource: policy.id, steps }] }];
}

const exampleIssuer = 'https://auth.example.com';

/** A route takes one SecurityPolicy: what is there gets the login; else a new one comes, as the palette makes it. */
function askForToken(route: AnalysedResource, present: AnalysedResource | undefined): readonly Repair[] {
  const label = 'Ask for a token (JWT)';
  if (present !== undefined) {
    const provider = {
      name: 'example',
      issuer: exampleIssuer,
      remoteJWKS: { uri: `${exampleIssuer}/.well-known/jwks.json` },
    };
    const steps = [{ step: 'insert' as const, path: ['spec', 'jwt'], value: { providers: [provider] } }];
    return [{ label, steps: [], elsewhere: [{ resource: present.id, steps }] }];
  }
  const definition = kindOf(securityPolicy.group, securityPolicy.kind);
  if (definition === undefined) return [];
  const { namespace, name } = route;
  // Of a route of AI Gateway its controller makes an HTTPRoute.
  const { group, kind } = isOf(route, grpcRoute) ? grpcRoute : httpRoute;
  const identity = { namespace, name: `${name}-${definition.baseName}` };
  const text = definition.template({ ...identity, pick: () => ({ group, kind, namespace, name }) });
  return [{ label, steps: [], documents: [{ ...securityPolicy, ...identity, text }] }];
}
