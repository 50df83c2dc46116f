import { conditions, int32, integer, listOf, of, record, resource, text } from '../fields.ts';
import type { TypeOverlay } from '../overlay.ts';
import { portOrName } from './portOrName.ts';

const port = {
  port: int32('The port of the Service, by number. Either this or `portName`.'),
  portName: text('The port of the Service, by name. Either this or `port`.'),
};
const targetValue = (sentence: string) => integer(sentence, { default: 100 });

/** HTTPScaledObject: hosts and paths, the Service behind them, and how many replicas it gets. */
export const httpScaledObject: Readonly<Record<string, TypeOverlay>> = {
  'http.keda.sh/v1alpha1.HTTPScaledObject': resource(
    'Routes requests by host and path to a Service, and scales the workload behind it, down to zero.',
    'http.keda.sh/v1alpha1.HTTPScaledObjectSpec',
    'http.keda.sh/v1alpha1.HTTPScaledObjectStatus',
  ),
  'http.keda.sh/v1alpha1.HTTPScaledObjectSpec': record('What is routed where, and how it scales.', {
    hosts: listOf({ type: 'string' }, 'Requests for any of these hosts belong here.'),
    pathPrefixes: listOf(
      { type: 'string' },
      'Of those, only paths that begin with one of these; all when absent.',
    ),
    headers: listOf(
      { ref: 'http.keda.sh/v1alpha1.Header' },
      'Of those, only requests with all of these headers. The object with the most headers that fit wins.',
      { listType: 'map', listKeys: ['name'] },
    ),
    'scaleTargetRef!': of(
      'http.keda.sh/v1alpha1.ScaleTargetRef',
      'The workload to scale and the Service before it.',
    ),
    coldStartTimeoutFailoverRef: of(
      'http.keda.sh/v1alpha1.ColdStartTimeoutFailoverRef',
      'A Service that answers when the workload does not start in time.',
    ),
    replicas: of('http.keda.sh/v1alpha1.ReplicaStruct', 'The fewest and the most replicas.'),
    scalingMetric: of(
      'http.keda.sh/v1alpha1.ScalingMetricSpec',
      'What is measured, and how much of it one replica takes.',
    ),
    targetPendingRequests: int32('Requests that wait per replica. Written as `scalingMetric` now.', {
      deprecated: true,
    }),
    scaledownPeriod: int32('Seconds without requests before it is scaled to zero.'),
    initialCooldownPeriod: int32('Seconds after its creation in which it is not scaled to zero.'),
    timeouts: of(
      'http.keda.sh/v1alpha1.HTTPScaledObjectTimeoutsSpec',
      "Takes the place of the interceptor's timeouts.",
    ),
  }),
  'http.keda.sh/v1alpha1.Header': record('A header that a request must have.', {
    'name!': text('The name of the header.', { minLength: 1 }),
    value: text('What it must say; any value when absent.'),
  }),
  'http.keda.sh/v1alpha1.ScaleTargetRef': record(
    'The workload to scale and the Service before it.',
    {
      name: text('The name of the workload.'),
      apiVersion: text('The apiVersion of the workload; `apps/v1` when absent.'),
      kind: text('The kind of the workload; `Deployment` when absent.'),
      'service!': text('The Service that gets the requests.'),
      ...port,
    },
    [portOrName],
  ),
  'http.keda.sh/v1alpha1.ColdStartTimeoutFailoverRef': record(
    'A Service that answers in the meantime.',
    {
      'service!': text('The Service that gets the requests then.'),
      timeoutSeconds: int32('Seconds to wait for the workload first.', { default: 30 }),
      ...port,
    },
    [portOrName],
  ),
  'http.keda.sh/v1alpha1.ReplicaStruct': record('How many replicas there may be.', {
    min: int32('The fewest replicas; 0 when absent.'),
    max: int32('The most replicas; 100 when absent.'),
  }),
  'http.keda.sh/v1alpha1.ScalingMetricSpec': record('What is measured.', {
    concurrency: of(
      'http.keda.sh/v1alpha1.ConcurrencyMetricSpec',
      'Scales by the requests that are open at once.',
    ),
    requestRate: of(
      'http.keda.sh/v1alpha1.RateMetricSpec',
      'Scales by the requests per second over a while.',
    ),
  }),
  'http.keda.sh/v1alpha1.ConcurrencyMetricSpec': record('Requests that are open at once.', {
    targetValue: targetValue('How many of them one replica takes.'),
  }),
  'http.keda.sh/v1alpha1.RateMetricSpec': record('Requests per second.', {
    targetValue: targetValue('How many per second one replica takes.'),
    window: text('Over how long the rate is taken, as a duration: `1m`.', { default: '1m' }),
    granularity: text('In what steps the window moves, as a duration: `1s`.', { default: '1s' }),
  }),
  'http.keda.sh/v1alpha1.HTTPScaledObjectTimeoutsSpec': record(
    "Takes the place of the interceptor's timeouts.",
    {
      conditionWait: text('How long a request waits for the first replica, as a duration: `20s`.'),
      responseHeader: text('How long to wait for the headers of the answer, as a duration: `500ms`.'),
    },
  ),
  'http.keda.sh/v1alpha1.HTTPScaledObjectStatus': record('What was last seen of this HTTPScaledObject.', {
    targetService: text('The Service that is routed to.'),
    targetWorkload: text('The workload that is scaled.'),
    conditions: conditions({ listType: 'map', listKeys: ['type'] }),
  }),
};
