import { conditions, int32, listOf, of, record, resource, text, textMap } from '../fields.ts';
import type { TypeOverlay } from '../overlay.ts';
import { atLeastOneOf, atMostOneOf } from '../rules.ts';
import { portOrName } from './portOrName.ts';

const port = {
  port: int32('The port of the Service, by number. Either this or `portName`.', {
    minimum: 1,
    maximum: 65535,
  }),
  portName: text('The port of the Service, by name. Either this or `port`.', { minLength: 1 }),
};
const perReplica = (sentence: string) => int32(sentence, { minimum: 1 });

/** InterceptorRoute: which requests belong to a Service, what it answers while it starts, and how it scales. */
export const interceptorRoute: Readonly<Record<string, TypeOverlay>> = {
  'http.keda.sh/v1beta1.InterceptorRoute': resource(
    'Routes requests to a Service that may be scaled to zero, and says how it scales.',
    'http.keda.sh/v1beta1.InterceptorRouteSpec',
    'http.keda.sh/v1beta1.InterceptorRouteStatus',
    { require: ['spec'] },
  ),
  'http.keda.sh/v1beta1.InterceptorRouteSpec': record('Which requests go where, and how that scales.', {
    'target!': of('http.keda.sh/v1beta1.TargetRef', 'The Service that gets the requests.'),
    rules: listOf(
      { ref: 'http.keda.sh/v1beta1.RoutingRule' },
      'Which requests belong here; one rule that fits is enough.',
      {
        listType: 'atomic',
      },
    ),
    'scalingMetric!': of(
      'http.keda.sh/v1beta1.ScalingMetricSpec',
      'What is measured, and how much one replica takes.',
    ),
    coldStart: of('http.keda.sh/v1beta1.ColdStartSpec', 'What is answered while nothing is ready.'),
    timeouts: of(
      'http.keda.sh/v1beta1.InterceptorRouteTimeouts',
      "Takes the place of the interceptor's timeouts.",
    ),
  }),
  'http.keda.sh/v1beta1.TargetRef': record(
    'A port of a Service.',
    { 'service!': text('The name of the Service.', { minLength: 1 }), ...port },
    [portOrName],
  ),
  'http.keda.sh/v1beta1.RoutingRule': record('What a request must be; all that is written must fit.', {
    hosts: listOf(
      { type: 'string' },
      'Any of these hosts. `*.example.com` stands for every host below it and `*` for all; the closest wins.',
      { listType: 'set' },
    ),
    paths: listOf(
      { ref: 'http.keda.sh/v1beta1.PathMatch' },
      'Any of these beginnings of the path; the longest wins.',
      {
        listType: 'atomic',
      },
    ),
    headers: listOf({ ref: 'http.keda.sh/v1beta1.HeaderMatch' }, 'All of these headers.', {
      listType: 'map',
      listKeys: ['name'],
    }),
  }),
  'http.keda.sh/v1beta1.PathMatch': record('How a path begins.', {
    'value!': text('The beginning of the path.', { minLength: 1 }),
  }),
  'http.keda.sh/v1beta1.HeaderMatch': record('A header that a request must have.', {
    'name!': text('The name of the header.', { minLength: 1 }),
    value: text('What it must say, exactly; any value when absent.'),
  }),
  'http.keda.sh/v1beta1.ScalingMetricSpec': record(
    'What is measured.',
    {
      concurrency: of(
        'http.keda.sh/v1beta1.ConcurrencyTargetSpec',
        'Scales by the requests that are open at once.',
      ),
      requestRate: of('http.keda.sh/v1beta1.RequestRateTargetSpec', 'Scales by the requests per second.'),
    },
    [
      atLeastOneOf(['concurrency', 'requestRate'], {
        message: 'Nothing is measured, so nothing scales: write concurrency or requestRate, or both.',
      }),
    ],
  ),
  'http.keda.sh/v1beta1.ConcurrencyTargetSpec': record('Requests that are open at once.', {
    'targetValue!': perReplica('How many of them one replica takes.'),
  }),
  'http.keda.sh/v1beta1.RequestRateTargetSpec': record('Requests per second.', {
    'targetValue!': perReplica('How many per second one replica takes.'),
    window: text('Over how long the rate is taken, as a duration: `1m`.', { default: '1m' }),
    granularity: text('In what steps the window moves, as a duration: `1s`.', { default: '1s' }),
  }),
  'http.keda.sh/v1beta1.ColdStartSpec': record(
    'What is answered while nothing is ready.',
    {
      fallback: of(
        'http.keda.sh/v1beta1.ColdStartFallback',
        'Where requests go when nothing is ready in time.',
      ),
      placeholder: of(
        'http.keda.sh/v1beta1.ColdStartPlaceholder',
        'What is answered at once instead of waiting.',
      ),
    },
    [
      atLeastOneOf(['fallback', 'placeholder'], {
        message:
          'A cold start without an answer says nothing: write fallback or placeholder, or remove coldStart.',
      }),
    ],
  ),
  'http.keda.sh/v1beta1.ColdStartFallback': record('Where requests go in the meantime.', {
    'service!': of('http.keda.sh/v1beta1.ServiceRef', 'The Service that gets them.'),
  }),
  'http.keda.sh/v1beta1.ServiceRef': record(
    'A port of a Service.',
    { 'name!': text('The name of the Service.', { minLength: 1 }), ...port },
    [portOrName],
  ),
  'http.keda.sh/v1beta1.ColdStartPlaceholder': record('What is answered in the meantime.', {
    'response!': of('http.keda.sh/v1beta1.StaticResponse', 'The answer.'),
  }),
  'http.keda.sh/v1beta1.StaticResponse': record(
    'An answer that is always the same.',
    {
      statusCode: int32('The status of the answer.', { default: 503, minimum: 100, maximum: 599 }),
      headers: textMap('Headers of the answer.'),
      body: text('The body of the answer.', { maxLength: 32768 }),
      bodyFromConfigMap: of('http.keda.sh/v1beta1.ConfigMapBodyRef', 'A ConfigMap that has the body.'),
    },
    [
      atMostOneOf(['body', 'bodyFromConfigMap'], {
        message: 'An answer has one body: keep either body or bodyFromConfigMap.',
      }),
    ],
  ),
  'http.keda.sh/v1beta1.ConfigMapBodyRef': record('A body in a ConfigMap.', {
    'name!': text(
      'The ConfigMap, in the same namespace, with the label `http.keda.sh/response-body: "true"`.',
      {
        minLength: 1,
      },
    ),
    key: text(
      "The key in it; when absent, the request's path without its first slash, `index.html` for `/`.",
    ),
  }),
  'http.keda.sh/v1beta1.InterceptorRouteTimeouts': record("Takes the place of the interceptor's timeouts.", {
    request: text('How long the whole request may take, as a duration; `0s` for no limit.'),
    readiness: text(
      'How long a request waits for a ready replica, as a duration; `0s` for as long as the request may take.',
    ),
    responseHeader: text(
      'How long to wait for the headers of the answer once the request is sent; `0s` for no limit.',
    ),
  }),
  'http.keda.sh/v1beta1.InterceptorRouteStatus': record('What was last seen of this InterceptorRoute.', {
    conditions: conditions({ listType: 'map', listKeys: ['type'] }),
  }),
};
