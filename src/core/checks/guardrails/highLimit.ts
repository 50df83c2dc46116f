import { isSet, readFlag } from '../../kinds/reading.ts';
import { repair } from '../../schema/repairs/step.ts';
import { backendTrafficPolicy, isOf } from '../facts/kinds.ts';
import { type LimitRule, limitRulesOf, secondsOf } from '../facts/rateLimits.ts';
import type { Guardrail } from '../types.ts';

/** Requests a second beyond which a limit hardly limits: of one client, of all together. */
const sensible = { client: 100, all: 10_000 };

/** A limit that nobody reaches. */
export const highLimit: Guardrail = {
  code: 'TS208',
  name: 'high-limit',
  reason:
    'A limit far above what clients need protects nothing when it is needed. It is easier to raise a strict one by what is measured than to lower a wide one.',
  docs: 'https://gateway.envoyproxy.io/docs/concepts/rate-limiting/',
  scope: 'resource',
  run(policy) {
    if (!isOf(policy, backendTrafficPolicy)) return [];
    const rules = [...limitRulesOf(policy, 'local'), ...limitRulesOf(policy, 'global')];
    return rules.flatMap((rule) => {
      const most = mostOf(rule);
      if (most === undefined || rule.requests <= most) return [];
      const unit = rule.unit.toLowerCase();
      return [
        {
          severity: 'info' as const,
          message: `${rule.requests} requests a ${unit}${rule.isPerClient ? ' for each client' : ''} is a limit that is hardly ever reached. Begin strict, watch the answers with 429, and raise it from there.`,
          path: [...rule.path, 'limit', 'requests'],
          repairs: [
            repair(`Begin with ${most} a ${unit}`, [
              { step: 'set', path: [...rule.path, 'limit', 'requests'], value: most },
            ]),
          ],
        },
      ];
    });
  },
};

/** What is sensible in the rule's unit. Undefined where no requests are counted, or nothing is held back. */
function mostOf({ value, unit, isPerClient }: LimitRule): number | undefined {
  const seconds = Object.hasOwn(secondsOf, unit) ? secondsOf[unit] : undefined;
  const isCost =
    isSet(value, 'cost') || isSet(value, 'limit', 'fromMetadata') || readFlag(value, 'shadowMode');
  return seconds === undefined || isCost
    ? undefined
    : seconds * (isPerClient ? sensible.client : sensible.all);
}
