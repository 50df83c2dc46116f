import { isSet, readText } from '../../kinds/reading.ts';
import { repair } from '../../schema/repairs/step.ts';
import { backendTrafficPolicy, isOf } from '../facts/kinds.ts';
import type { Guardrail } from '../types.ts';

/** Circuit breaking without anything that finds out which endpoints are broken. */
export const circuitBreakerAlone: Guardrail = {
  code: 'TS206',
  name: 'circuit-breaker-alone',
  reason:
    'A circuit breaker limits what waits for a backend as a whole. It does not leave out the one endpoint that fails; a health check does.',
  docs: 'https://gateway.envoyproxy.io/docs/api/extension_types/#healthcheck',
  scope: 'resource',
  run(policy) {
    if (!isOf(policy, backendTrafficPolicy) || !isSet(policy.value, 'spec', 'circuitBreaker')) return [];
    const isChecked = ['active', 'passive'].some((type) => isSet(policy.value, 'spec', 'healthCheck', type));
    // What it is merged with may check.
    if (isChecked || readText(policy.value, 'spec', 'mergeType') !== undefined) return [];
    const passive = { consecutive5XxErrors: 5, baseEjectionTime: '30s', maxEjectionPercent: 50 };
    const step = isSet(policy.value, 'spec', 'healthCheck')
      ? { path: ['spec', 'healthCheck', 'passive'], value: passive }
      : { path: ['spec', 'healthCheck'], value: { passive } };
    return [
      {
        severity: 'info',
        message:
          'The circuit breaker limits all endpoints together, and no health check takes out the one that fails: it keeps its share of the requests. Add an active or passive health check.',
        path: ['spec', 'circuitBreaker'],
        mark: 'key',
        repairs: [
          repair('Take out endpoints that fail (passive health check)', [{ step: 'insert', ...step }]),
        ],
      },
    ];
  },
};
