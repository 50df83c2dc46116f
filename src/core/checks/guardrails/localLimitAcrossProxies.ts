import { isSet, readText } from '../../kinds/reading.ts';
import type { RepairStep } from '../../schema/fault.ts';
import { repair } from '../../schema/repairs/step.ts';
import { backendTrafficPolicy, isOf } from '../facts/kinds.ts';
import { proxiesOf } from '../facts/proxies.ts';
import { gatewaysOf, limitRulesOf } from '../facts/rateLimits.ts';
import type { Guardrail } from '../types.ts';

/** A local rate limit where several proxies count, each for itself. */
export const localLimitAcrossProxies: Guardrail = {
  code: 'TS207',
  name: 'local-limit-across-proxies',
  reason:
    'A local limit is counted by each proxy for itself, so clients get it as often as there are proxies. Where the number matters, a global limit counts for all of them.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/local-rate-limit/',
  scope: 'resource',
  run(policy, facts) {
    if (!isOf(policy, backendTrafficPolicy)) return [];
    const rules = limitRulesOf(policy, 'local');
    const rule = rules.find(({ isPerClient }) => isPerClient) ?? rules[0];
    if (rule === undefined) return [];
    const counts = gatewaysOf(policy, facts).flatMap((gateway) => proxiesOf(gateway, facts) ?? []);
    const most = Math.max(0, ...counts.map((each) => each.most));
    if (most < 2) return [];
    const who = rule.isPerClient ? 'each client' : 'all clients together';
    const unit = rule.unit.toLowerCase();
    const figures = Number.isFinite(most)
      ? `${counts.some(({ least }) => least < most) ? 'Up to ' : ''}${most} proxies count for themselves: ${who} may make up to ${most * rule.requests} requests a ${unit}, not ${rule.requests}.`
      : `A proxy on every node counts for itself: ${who} may make ${rule.requests} requests a ${unit} on each of them.`;
    const hasType = readText(policy.value, 'spec', 'rateLimit', 'type') === 'Local';
    const steps: readonly RepairStep[] = [
      { step: 'rename', path: ['spec', 'rateLimit', 'local'], to: 'global' },
      ...(hasType ? [{ step: 'set' as const, path: ['spec', 'rateLimit', 'type'], value: 'Global' }] : []),
    ];
    return [
      {
        severity: 'info',
        message: `${figures} Use a global limit where the number matters, or set the share of one proxy.`,
        path: ['spec', 'rateLimit', 'local'],
        mark: 'key',
        repairs: isSet(policy.value, 'spec', 'rateLimit', 'global')
          ? []
          : [repair('Count for all proxies together (needs the rate limit service)', steps)],
      },
    ];
  },
};
