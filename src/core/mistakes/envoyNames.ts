import { movedField } from './movedField.ts';
import { connectionKinds, envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

const policies = envoyKinds('BackendTrafficPolicy');

/** Fields of Envoy's own configuration (and of other gateways) that Envoy Gateway has elsewhere. */
export const envoyNames: readonly Mistake[] = [
  movedField({
    code: 'TS122',
    name: 'per-retry-timeout',
    reason: "Envoy's per_try_timeout is retry.perRetry.timeout in Envoy Gateway.",
    kinds: connectionKinds,
    from: ['retry', 'perRetryTimeout'],
    to: ['perRetry', 'timeout'],
  }),
  movedField({
    code: 'TS123',
    name: 'retry-backoff',
    reason: "Envoy's retry_back_off is retry.perRetry.backOff in Envoy Gateway.",
    kinds: connectionKinds,
    from: ['retry', 'backoff'],
    to: ['perRetry', 'backOff'],
  }),
  movedField({
    code: 'TS124',
    name: 'circuit-breaker-max-requests',
    reason: "Envoy's max_requests threshold is circuitBreaker.maxParallelRequests in Envoy Gateway.",
    kinds: connectionKinds,
    from: ['circuitBreaker', 'maxRequests'],
    to: ['maxParallelRequests'],
  }),
  movedField({
    code: 'TS125',
    name: 'circuit-breaker-max-retries',
    reason: "Envoy's max_retries threshold is circuitBreaker.maxParallelRetries in Envoy Gateway.",
    kinds: connectionKinds,
    from: ['circuitBreaker', 'maxRetries'],
    to: ['maxParallelRetries'],
  }),
  movedField({
    code: 'TS127',
    name: 'per-try-timeout',
    reason: "Istio's perTryTimeout is retry.perRetry.timeout in Envoy Gateway.",
    kinds: connectionKinds,
    from: ['retry', 'perTryTimeout'],
    to: ['perRetry', 'timeout'],
  }),
  movedField({
    code: 'TS128',
    name: 'retry-back-off-level',
    reason: 'The pause between tries belongs to each try: retry.perRetry.backOff.',
    kinds: connectionKinds,
    from: ['retry', 'backOff'],
    to: ['perRetry', 'backOff'],
  }),
  movedField({
    code: 'TS129',
    name: 'retry-attempts',
    reason:
      'Other gateways count attempts. Envoy Gateway counts the tries after the first one, in retry.numRetries.',
    kinds: connectionKinds,
    from: ['retry', 'attempts'],
    to: ['numRetries'],
  }),
  movedField({
    code: 'TS131',
    name: 'outlier-detection',
    reason: "Envoy's outlier_detection is the passive health check, healthCheck.passive, in Envoy Gateway.",
    kinds: policies,
    from: ['spec', 'outlierDetection'],
    to: ['healthCheck', 'passive'],
  }),
  movedField({
    code: 'TS132',
    name: 'consecutive-errors',
    reason: "Istio's consecutiveErrors is consecutive5XxErrors of the passive health check.",
    kinds: connectionKinds,
    from: ['passive', 'consecutiveErrors'],
    to: ['consecutive5XxErrors'],
  }),
];
