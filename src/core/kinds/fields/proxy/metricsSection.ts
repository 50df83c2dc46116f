import type { FieldDeclaration, FormSection } from '../../form.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { proxyFeatures, sinkWords } from '../../summaries/proxyFeatures.ts';
import { sentence } from '../../summaries/sentences.ts';
import { stringMatchesField } from '../stringMatchFields.ts';
import { collector, receiverFields } from './receiverFields.ts';

const metricFields: readonly FieldDeclaration[] = [
  {
    type: 'boolean',
    path: 'spec.telemetry.metrics.prometheus.disable',
    label: 'No Prometheus endpoint',
    help: 'The proxies offer metrics at /stats/prometheus on port 19001 otherwise.',
  },
  {
    type: 'list',
    path: 'spec.telemetry.metrics.sinks',
    label: 'Sent to',
    item: 'sink',
    newItem: () => ({ type: 'OpenTelemetry', openTelemetry: collector() }),
    say: (sink) => sentence(sinkWords(sink)),
    fields: [
      ...receiverFields('openTelemetry', 'metrics openTelemetry backendRef'),
      {
        type: 'boolean',
        path: 'openTelemetry.reportCountersAsDeltas',
        label: 'Counters as deltas',
      },
    ],
  },
  stringMatchesField({
    path: 'spec.telemetry.metrics.matches',
    label: 'Metrics besides the usual',
    item: 'metric',
    value: 'envoy_cluster_upstream_cx_total',
    help: 'By name.',
  }),
  { type: 'boolean', path: 'spec.telemetry.metrics.enableVirtualHostStats', label: 'By virtual host' },
  { type: 'boolean', path: 'spec.telemetry.metrics.enablePerEndpointStats', label: 'By endpoint' },
  {
    type: 'boolean',
    path: 'spec.telemetry.metrics.enableRequestResponseSizesStats',
    label: 'Sizes of requests and answers',
  },
];

/** The figures of the proxies. */
export const metricsSection: FormSection = {
  title: 'Metrics',
  help: 'Figures for Prometheus and OpenTelemetry.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/observability/proxy-metric/',
  say: (value) => sayFeatures(value, proxyFeatures, 'telemetry.metrics'),
  fields: metricFields,
};
