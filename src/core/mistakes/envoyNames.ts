import { movedField } from './movedField.ts';
import type { Mistake } from './types.ts';

/** Fields of Envoy's own configuration (and of other gateways) that Envoy Gateway has elsewhere. */
export const envoyNames: readonly Mistake[] = [
  movedField({
    code: 'TS122',
    name: 'per-retry-timeout',
    reason: "Envoy's per_try_timeout is retry.perRetry.timeout in Envoy Gateway.",
    from: ['retry', 'perRetryTimeout'],
    to: ['perRetry', 'timeout'],
  }),
  movedField({
    code: 'TS123',
    name: 'retry-backoff',
    reason: "Envoy's retry_back_off is retry.perRetry.backOff in Envoy Gateway.",
    from: ['retry', 'backoff'],
    to: ['perRetry', 'backOff'],
  }),
  movedField({
    code: 'TS124',
    name: 'circuit-breaker-max-requests',
    reason: "Envoy's max_requests threshold is circuitBreaker.maxParallelRequests in Envoy Gateway.",
    from: ['circuitBreaker', 'maxRequests'],
    to: ['maxParallelRequests'],
  }),
  movedField({
    code: 'TS125',
    name: 'circuit-breaker-max-retries',
    reason: "Envoy's max_retries threshold is circuitBreaker.maxParallelRetries in Envoy Gateway.",
    from: ['circuitBreaker', 'maxRetries'],
    to: ['maxParallelRetries'],
  }),
];
