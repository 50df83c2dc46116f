import type { FormSection } from '../../form.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';

/** Failures on purpose. */
export const faultInjectionSection: FormSection = {
  title: 'Fault injection',
  help: 'Delays or fails some requests on purpose, to see how clients take it.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/fault-injection/',
  say: (value) => sayFeatures(value, backendTrafficFeatures, 'faultInjection'),
  fields: [
    {
      type: 'duration',
      path: 'spec.faultInjection.delay.fixedDelay',
      label: 'Delay',
      placeholder: '2s',
    },
    {
      type: 'number',
      path: 'spec.faultInjection.delay.percentage',
      label: 'Delayed, %',
      help: 'Every request when empty.',
    },
    {
      type: 'choice',
      path: 'spec.faultInjection.abort',
      label: 'Failure',
      members: [
        {
          label: 'HTTP status',
          key: 'httpStatus',
          newValue: () => 503,
          fields: [{ type: 'number', path: 'httpStatus', label: 'HTTP status', placeholder: '503' }],
        },
        {
          label: 'gRPC status',
          key: 'grpcStatus',
          newValue: () => 14,
          fields: [{ type: 'number', path: 'grpcStatus', label: 'gRPC status', help: '14 is UNAVAILABLE.' }],
        },
      ],
    },
    {
      type: 'number',
      path: 'spec.faultInjection.abort.percentage',
      label: 'Failed, %',
      help: 'Every request when empty.',
    },
  ],
};
