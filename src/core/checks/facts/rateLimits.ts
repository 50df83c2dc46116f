import type { AnalysedResource } from '../../analysis.ts';
import { type Body, isMap, isSet, readList, readNumber, readText } from '../../kinds/reading.ts';
import type { Path } from '../../yaml/path.ts';
import type { Facts } from '../types.ts';
import { gatewayOf, hasListeners } from './listeners.ts';

/** One rule of a rate limit. */
export interface LimitRule {
  readonly path: Path;
  readonly value: Body;
  readonly requests: number;
  readonly unit: string;
  /** True when each client has a count of its own. */
  readonly isPerClient: boolean;
}

/** How many seconds a unit is. */
export const secondsOf: Readonly<Record<string, number>> = {
  Second: 1,
  Minute: 60,
  Hour: 3600,
  Day: 86_400,
  Week: 604_800,
  Month: 2_592_000,
  Year: 31_536_000,
};

/** The rules of a policy's local or global limit; what is not readable is left out. */
export function limitRulesOf({ value }: AnalysedResource, scope: 'local' | 'global'): readonly LimitRule[] {
  return readList(value, 'spec', 'rateLimit', scope, 'rules').flatMap((rule, index) => {
    const requests = readNumber(rule, 'limit', 'requests');
    const unit = readText(rule, 'limit', 'unit');
    if (!isMap(rule) || requests === undefined || unit === undefined) return [];
    const path = ['spec', 'rateLimit', scope, 'rules', index];
    return [{ path, value: rule, requests, unit, isPerClient: isPerClient(rule) }];
  });
}

function isPerClient(rule: Body): boolean {
  const isDistinct = (match: unknown) => readText(match, 'type') === 'Distinct';
  return readList(rule, 'clientSelectors').some(
    (selector) =>
      readList(selector, 'headers').some(isDistinct) ||
      readList(selector, 'queryParams').some(isDistinct) ||
      (isSet(selector, 'sourceCIDR') && isDistinct((selector as Body).sourceCIDR)),
  );
}

/** The Gateways whose proxies a policy reaches, as far as they are in the workspace. */
export function gatewaysOf(policy: AnalysedResource, facts: Facts): readonly AnalysedResource[] {
  const targets = facts
    .edgesFrom(policy.id)
    .flatMap(({ role, to }) => (role === 'governs' ? (facts.resource(to) ?? []) : []));
  const holders = targets.flatMap((target) =>
    hasListeners(target)
      ? [target]
      : facts
          .edgesFrom(target.id)
          .flatMap(({ role, to }) => (role === 'attaches-to' ? (facts.resource(to) ?? []) : [])),
  );
  return [...new Set(holders.flatMap((holder) => gatewayOf(holder, facts) ?? []))];
}
