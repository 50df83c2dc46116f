import type { FormSection } from '../../form.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';

const triggers = [
  'connect-failure',
  'refused-stream',
  'reset',
  'reset-before-request',
  'gateway-error',
  '5xx',
  'retriable-4xx',
  'retriable-status-codes',
  'cancelled',
  'deadline-exceeded',
  'internal',
  'resource-exhausted',
  'unavailable',
];

/** Sends a request again when it fails. */
export const retrySection: FormSection = {
  title: 'Retry',
  help: 'Sends a request again when it fails in one of these ways.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/retry/',
  say: (value) => sayFeatures(value, backendTrafficFeatures, 'retry'),
  fields: [
    { type: 'number', path: 'spec.retry.numRetries', label: 'Retries', help: '2 when empty.' },
    {
      type: 'texts',
      path: 'spec.retry.retryOn.triggers',
      label: 'Retry on',
      options: triggers,
      help: 'connect-failure and refused-stream happen before the backend has begun, so nothing is done twice.',
    },
    {
      type: 'texts',
      path: 'spec.retry.retryOn.httpStatusCodes',
      label: 'Status codes',
      of: 'number',
      placeholder: '503',
      help: 'Read with retriable-status-codes.',
    },
    {
      type: 'duration',
      path: 'spec.retry.perRetry.timeout',
      label: 'Timeout of a try',
      placeholder: '250ms',
    },
    {
      type: 'duration',
      path: 'spec.retry.perRetry.backOff.baseInterval',
      label: 'First wait',
      placeholder: '100ms',
      help: 'Doubles with every try, with some chance in it.',
    },
    {
      type: 'duration',
      path: 'spec.retry.perRetry.backOff.maxInterval',
      label: 'Longest wait',
      placeholder: '10s',
    },
    {
      type: 'number',
      path: 'spec.retry.numAttemptsPerPriority',
      label: 'Tries before a fallback',
      help: 'How often a backend is tried before one of the next priority.',
    },
  ],
};
