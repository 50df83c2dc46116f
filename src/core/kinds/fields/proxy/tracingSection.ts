import type { FieldDeclaration, FormSection } from '../../form.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { proxyFeatures } from '../../summaries/proxyFeatures.ts';
import { collector } from './receiverFields.ts';

const tracingFields: readonly FieldDeclaration[] = [
  {
    type: 'choice',
    path: 'tracing.provider',
    label: 'Format',
    by: 'type',
    required: true,
    members: [
      { label: 'OpenTelemetry', word: 'OpenTelemetry', key: 'openTelemetry', fields: [] },
      {
        label: 'Zipkin',
        word: 'Zipkin',
        key: 'zipkin',
        fields: [
          { type: 'boolean', path: 'zipkin.enable128BitTraceId', label: 'Trace ids of 128 bits' },
          { type: 'boolean', path: 'zipkin.disableSharedSpanContext', label: 'A span of its own' },
        ],
      },
      { label: 'Datadog', word: 'Datadog', fields: [] },
    ],
  },
  {
    type: 'reference',
    path: 'tracing.provider.backendRefs',
    label: 'Sent to',
    reference: 'tracing provider backendRef',
  },
  { type: 'text', path: 'tracing.provider.serviceName', label: 'Service name' },
  {
    type: 'choice',
    path: 'tracing',
    label: 'Share',
    help: 'Every request when not chosen.',
    members: [
      {
        label: 'Percent',
        key: 'samplingRate',
        newValue: () => 10,
        fields: [{ type: 'number', path: 'samplingRate', label: 'Traced, %' }],
      },
      {
        label: 'Fraction',
        key: 'samplingFraction',
        newValue: () => ({ numerator: 1, denominator: 1000 }),
        fields: [
          { type: 'number', path: 'samplingFraction.numerator', label: 'Traced', required: true },
          { type: 'number', path: 'samplingFraction.denominator', label: 'Out of', help: '100 when empty.' },
        ],
      },
    ],
  },
  {
    type: 'map',
    path: 'tracing.tags',
    label: 'Tags of spans',
    help: 'Values may hold Envoy operators such as %REQ(x-user-id)%.',
  },
];

/** Traces need to go somewhere, so a receiver comes with them. */
const tracingField: FieldDeclaration = {
  type: 'choice',
  path: 'spec.telemetry',
  label: 'Traces',
  members: [
    {
      label: 'Sent',
      key: 'tracing',
      newValue: () => ({ provider: { type: 'OpenTelemetry', ...collector() } }),
      fields: tracingFields,
    },
  ],
};

/** Where the proxies send spans. */
export const tracingSection: FormSection = {
  title: 'Tracing',
  help: 'Follows requests through all services.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/observability/proxy-trace/',
  say: (value) => sayFeatures(value, proxyFeatures, 'telemetry.tracing'),
  fields: [tracingField],
};
