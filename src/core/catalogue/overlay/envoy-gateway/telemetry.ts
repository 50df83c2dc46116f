import { flag, of, record, text } from '../fields.ts';
import { assert, atLeastOneOf, atMostOneOf, forbiddenWhen, has, is, not } from '../rules.ts';
import { noSingularBackend, someBackend, telemetryBackends } from './backendRefs.ts';
import { eg, envoyTypes, fraction } from './envoyType.ts';

const otlpPort = { default: 4317 };

/** What proxies report: access logs, metrics, traces, results of health checks. */
export const telemetry = envoyTypes({
  ProxyTelemetry: {
    fields: {
      healthCheckLog: of(
        eg('ProxyHealthCheckLog'),
        'What is written down about the health checks of backends of routes.',
      ),
    },
  },
  ProxyAccessLogSetting: { fields: { type: { enum: ['Listener', 'Route', 'Upstream'] } } },
  ProxyAccessLogFormat: {
    rules: [
      { rule: 'union', tag: 'type', members: { Text: 'text', JSON: 'json' }, when: has('type') },
      atLeastOneOf(['text', 'json'], {
        when: not(has('type')),
        message: 'A format is written as text or as json. Add one of them.',
      }),
    ],
  },
  ProxyAccessLogSink: {
    rules: [
      {
        rule: 'required',
        field: 'type',
        message: 'A sink says what it is. Set type to ALS, File or OpenTelemetry.',
      },
      { rule: 'union', tag: 'type', members: { ALS: 'als', File: 'file', OpenTelemetry: 'openTelemetry' } },
    ],
  },
  ALSEnvoyProxyAccessLog: {
    rules: [
      forbiddenWhen('http', not(is('type', 'HTTP')), {
        message: 'http says which headers of HTTP requests are logged. Set type to HTTP, or remove http.',
      }),
      noSingularBackend,
      {
        rule: 'required',
        field: 'backendRefs',
        filled: true,
        message: 'Nothing says where logs are sent. Add backendRefs with a Service or Backend.',
      },
      telemetryBackends,
    ],
  },
  OpenTelemetryEnvoyProxyAccessLog: {
    fields: { port: otlpPort },
    rules: [
      someBackend('host'),
      noSingularBackend,
      telemetryBackends,
      atMostOneOf(['resources', 'resourceAttributes'], {
        message:
          'resourceAttributes takes the place of resources. Move what resources says there and remove it.',
      }),
    ],
  },
  ProxyMetrics: {
    fields: {
      enableGRPCStats: flag('Counts calls of gRPC. On for GRPCRoutes, off for HTTPRoutes when absent.'),
    },
  },
  ProxyMetricSink: {
    fields: { type: { default: 'OpenTelemetry' } },
    rules: [{ rule: 'union', tag: 'type', members: { OpenTelemetry: 'openTelemetry' } }],
  },
  ProxyOpenTelemetrySink: {
    fields: { port: otlpPort },
    rules: [someBackend('host'), noSingularBackend, telemetryBackends],
  },
  CustomTag: { fields: { type: { default: 'Literal' } } },
  ProxyTracing: {
    rules: [
      atMostOneOf(['samplingRate', 'samplingFraction'], {
        message:
          'Sampling is given in percent or as a fraction. Keep one of samplingRate and samplingFraction.',
      }),
    ],
  },
  TracingProviderType: { enum: ['OpenTelemetry', 'Zipkin', 'Datadog'] },
  TracingProvider: {
    fields: {
      type: { default: 'OpenTelemetry' },
      port: otlpPort,
      serviceName: {
        rules: [
          assert(not(is('', '')), '', 'An empty serviceName names nothing. Remove it to use the default.'),
        ],
      },
    },
    rules: [
      someBackend('host'),
      noSingularBackend,
      telemetryBackends,
      forbiddenWhen('openTelemetry', not(is('type', 'OpenTelemetry')), {
        message: 'openTelemetry is for the type OpenTelemetry. Change type, or remove openTelemetry.',
      }),
    ],
  },
  OpenTelemetryTracingProvider: {
    fields: { sampler: of(eg('OpenTelemetrySampler'), 'Which spans are sent on.') },
  },
  OpenTelemetrySampler: record(
    'Which spans are sent on.',
    {
      'type!': text('How it is decided, by itself or by what the parent of a span says.', {
        enum: [
          'AlwaysOn',
          'AlwaysOff',
          'TraceIdRatio',
          'ParentBasedAlwaysOn',
          'ParentBasedAlwaysOff',
          'ParentBasedTraceIdRatio',
        ],
        default: 'AlwaysOn',
      }),
      samplingPercentage: fraction(
        'How many traces are sent on, for the types with a ratio; all when absent.',
      ),
    },
    [
      forbiddenWhen('samplingPercentage', not(is('type', 'TraceIdRatio', 'ParentBasedTraceIdRatio')), {
        message:
          'Only TraceIdRatio and ParentBasedTraceIdRatio have a percentage. Set type to one of them, or remove samplingPercentage.',
      }),
    ],
  ),
});
