import { int32, listOf, of, record, text } from '../fields.ts';
import { all, any, assert, forbiddenWhen, has, is, matches, not, some } from '../rules.ts';
import { eg, envoyTypes } from './envoyType.ts';

const isFailure = is('', 'Failure', 'FailureSeriesStart');
const isSuccess = is('', 'Success', 'HealthyTransition');

/** How Envoy finds out which endpoints of a backend are well, and what it writes down about it. */
export const healthCheck = envoyTypes({
  ActiveHealthCheck: {
    fields: {
      healthyThreshold: { default: 1 },
      unhealthyThreshold: { default: 3 },
      interval: { default: '3s' },
      timeout: { default: '1s' },
      overrides: of(eg('HealthCheckOverrides'), 'What is different for the checks than for requests.'),
      healthCheckLog: of(
        eg('ProxyHealthCheckLog'),
        'Which results are written down, and where. Goes before telemetry.healthCheckLog of the EnvoyProxy.',
      ),
    },
    rules: [
      {
        rule: 'union',
        tag: 'type',
        members: { HTTP: 'http', TCP: 'tcp', GRPC: 'grpc' },
        optional: ['GRPC'],
      },
    ],
  },
  HealthCheckOverrides: record('What is different for the checks of an endpoint.', {
    port: int32('The port that is checked; that of the endpoint when absent.', {
      minimum: 1,
      maximum: 65_535,
    }),
  }),
  HTTPActiveHealthChecker: {
    fields: {
      method: { maxLength: 16 },
      requestBody: of(
        eg('ActiveHealthCheckPayload'),
        'What is sent with the request, when its method is POST or PUT.',
      ),
      retriableStatuses: listOf(
        { ref: eg('HTTPStatus') },
        'Status codes that count as failures only when they come as often as unhealthyThreshold says.',
      ),
    },
    rules: [
      forbiddenWhen(
        'requestBody',
        all(has('requestBody'), not(matches('method', '^([Pp][Oo][Ss][Tt]|[Pp][Uu][Tt])$'))),
        { message: 'Only POST and PUT carry a body. Set method to POST or PUT, or remove requestBody.' },
      ),
    ],
  },
  ActiveHealthCheckPayload: {
    rules: [{ rule: 'union', tag: 'type', members: { Text: 'text', Binary: 'binary' } }],
  },
  PassiveHealthCheck: {
    fields: {
      alwaysEjectOneEndpoint: {
        type: 'boolean',
        default: false,
        doc: 'Takes out at least one failing endpoint, whatever maxEjectionPercent allows.',
      },
      baseEjectionTime: { default: '30s' },
      consecutive5XxErrors: { default: 5 },
      consecutiveLocalOriginFailures: { default: 5 },
      interval: { default: '3s' },
      maxEjectionPercent: { default: 10, minimum: 0, maximum: 100 },
      splitExternalLocalOriginErrors: { default: false },
    },
  },
  ProxyHealthCheckLog: record('What is written down about health checks.', {
    matches: listOf(
      { type: 'string', enum: ['Failure', 'FailureSeriesStart', 'Success', 'HealthyTransition'] },
      'Which results are written down; all when absent. Failures and successes are named together.',
      {
        maxItems: 4,
        listType: 'set',
        rules: [
          assert(
            any(
              all(some('', isFailure), some('', isSuccess)),
              all(not(some('', isFailure)), not(some('', isSuccess))),
            ),
            '',
            'Results are picked in pairs. Beside Failure or FailureSeriesStart name Success or HealthyTransition, and the reverse.',
          ),
        ],
      },
    ),
    sinks: listOf(
      { ref: eg('ProxyHealthCheckLogSink') },
      'Where it is written; to /dev/stdout when absent.',
      {
        maxItems: 1,
      },
    ),
  }),
  ProxyHealthCheckLogSink: record(
    'Where results of health checks are written.',
    {
      'type!': text('There is one way: to a file.', { enum: ['File'] }),
      file: of(eg('ProxyHealthCheckLogFile'), 'The file, for the type File.'),
    },
    [{ rule: 'union', tag: 'type', members: { File: 'file' } }],
  ),
  ProxyHealthCheckLogFile: record('The file that results of health checks are written to.', {
    'path!': text('Its path; /dev/stdout for the output of the proxy.', { minLength: 1 }),
  }),
});
