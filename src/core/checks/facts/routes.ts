import type { AnalysedResource } from '../../analysis.ts';
import { type Body, isMap, readList, readText } from '../../kinds/reading.ts';
import { grpcRoute, httpRoute } from '../../kinds/targets.ts';
import { type GroupKind, type ResourceId, resourceId } from '../../workspace/types.ts';
import type { Path } from '../../yaml/path.ts';
import { aiGatewayRoute, isOf } from './kinds.ts';

/** What one rule of a route does. */
export interface RouteRule {
  readonly path: Path;
  readonly name: string | undefined;
  readonly value: Body;
  /** True when it sends requests to backends. */
  readonly isForwarding: boolean;
  /** True when it sends clients to HTTPS. */
  readonly isRedirect: boolean;
}

/** True for routes of single requests, whose clients can be told apart and redirected. */
export function isRequestRoute(route: GroupKind): boolean {
  return [httpRoute, grpcRoute, aiGatewayRoute].some((kind) => isOf(route, kind));
}

const rules = new WeakMap<object, readonly RouteRule[]>();

/** The rules of any route, memoised by its value. */
export function rulesOf({ value }: AnalysedResource): readonly RouteRule[] {
  let known = rules.get(value);
  if (known === undefined) {
    known = readList(value, 'spec', 'rules').flatMap((rule, index) =>
      isMap(rule) ? [readRule(rule, ['spec', 'rules', index])] : [],
    );
    rules.set(value, known);
  }
  return known;
}

function readRule(value: Body, path: Path): RouteRule {
  return {
    path,
    name: readText(value, 'name'),
    value,
    isForwarding: readList(value, 'backendRefs').length > 0,
    isRedirect: readList(value, 'filters').some(
      (filter) =>
        readText(filter, 'type') === 'RequestRedirect' &&
        readText(filter, 'requestRedirect', 'scheme')?.toLowerCase() === 'https',
    ),
  };
}

/** True when a route sends anything to backends, apart from what proves a host to a certificate authority. */
export function isForwarding(route: AnalysedResource): boolean {
  return rulesOf(route).some((rule) => rule.isForwarding && !isChallenge(rule));
}

/** A rule for ACME's HTTP-01 challenges and nothing else: these must be answered without TLS and without a login. */
function isChallenge({ value }: RouteRule): boolean {
  const matches = readList(value, 'matches');
  return (
    matches.length > 0 &&
    matches.every((match) => readText(match, 'path', 'value')?.startsWith('/.well-known/acme-challenge'))
  );
}

/** What policies name to govern a route: for a route of AI Gateway the HTTPRoute that its controller makes of it. */
export function governedId(route: AnalysedResource): ResourceId {
  return isOf(route, aiGatewayRoute)
    ? resourceId(httpRoute.group, httpRoute.kind, route.namespace, route.name)
    : route.id;
}
