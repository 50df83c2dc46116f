import { isSet, readFlag, readText } from '../../kinds/reading.ts';
import type { RepairStep } from '../../schema/fault.ts';
import { repair } from '../../schema/repairs/step.ts';
import { backendTrafficPolicy, isOf } from '../facts/kinds.ts';
import { proxiesOf } from '../facts/proxies.ts';
import { gatewaysOf, limitRulesOf } from '../facts/rateLimits.ts';
import type { Guardrail } from '../types.ts';

/** The most rules that a local limit takes. */
const mostLocalRules = 16;

/** A global rate limit, with its service and its Redis, where there is one proxy. */
export const globalLimitOneProxy: Guardrail = {
  code: 'TS221',
  name: 'global-limit-one-proxy',
  reason:
    'A global limit costs a call to the rate limit service, and its Redis, for every request. With a single proxy a local limit counts the same.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/local-rate-limit/',
  scope: 'resource',
  run(policy, facts) {
    if (!isOf(policy, backendTrafficPolicy) || isSet(policy.value, 'spec', 'rateLimit', 'local')) return [];
    const rules = limitRulesOf(policy, 'global');
    const canBeLocal = rules.every(
      ({ value }) =>
        !isSet(value, 'cost', 'response') &&
        !isSet(value, 'limit', 'fromMetadata') &&
        !readFlag(value, 'shared'),
    );
    if (rules.length === 0 || rules.length > mostLocalRules || !canBeLocal) return [];
    const gateways = gatewaysOf(policy, facts);
    const counts = gateways.flatMap((gateway) => proxiesOf(gateway, facts) ?? []);
    const [first] = counts;
    if (first === undefined || counts.length < gateways.length || counts.some(({ most }) => most > 1))
      return [];
    const hasType = readText(policy.value, 'spec', 'rateLimit', 'type') === 'Global';
    const steps: readonly RepairStep[] = [
      { step: 'rename', path: ['spec', 'rateLimit', 'global'], to: 'local' },
      ...(hasType ? [{ step: 'set' as const, path: ['spec', 'rateLimit', 'type'], value: 'Local' }] : []),
    ];
    return [
      {
        severity: 'info',
        message: `EnvoyProxy ${first.by.name} runs one proxy, so a local limit would count the same without the rate limit service and its Redis. Make it local, unless more proxies are to come.`,
        path: ['spec', 'rateLimit', 'global'],
        mark: 'key',
        repairs: [repair('Count in the proxy', steps)],
      },
    ];
  },
};
