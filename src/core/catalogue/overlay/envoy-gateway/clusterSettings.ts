import { int32, of, record } from '../fields.ts';
import { all, compare, forbiddenWhen, has, is, not } from '../rules.ts';
import { duration, eg, envoyTypes, fraction } from './envoyType.ts';

/** Balancers that choose the next endpoint before the request is there, so that connections can be opened ahead. */
const foreseeing = ['Random', 'RoundRobin'];

const preconnectRule = forbiddenWhen(
  'connection.preconnect.predictivePercent',
  all(has('connection.preconnect.predictivePercent'), not(is('loadBalancer.type', ...foreseeing))),
  {
    message:
      'Connections can be opened ahead of requests only where the next endpoint is known. Set loadBalancer.type to RoundRobin or Random, or remove predictivePercent.',
  },
);

const threshold = { default: 1024 };

/** How Envoy treats the connections and requests to a backend: BackendTrafficPolicy has it, and every backend of a policy. */
export const clusterSettings = envoyTypes({
  ClusterSettings: { rules: [preconnectRule] },
  CircuitBreaker: {
    fields: {
      maxConnections: threshold,
      maxParallelRequests: threshold,
      maxParallelRetries: threshold,
      maxPendingRequests: threshold,
      retryBudget: of(
        eg('RetryBudget'),
        'How many of the requests under way may be retries. Goes before maxParallelRetries.',
      ),
    },
  },
  PerEndpointCircuitBreakers: { fields: { maxConnections: threshold } },
  RetryBudget: record('A limit of retries, as a share of the requests under way.', {
    'percent!': fraction('The share of active and pending requests that may be retries.'),
    minRetryConcurrency: int32(
      'How many retries are allowed at any time, however few requests there are; 3 when absent.',
    ),
  }),
  HTTP2Settings: {
    fields: {
      connectionKeepalive: of(
        eg('HTTP2ConnectionKeepalive'),
        'Pings on HTTP/2 connections, so that dead ones are noticed.',
      ),
    },
  },
  HTTP2ConnectionKeepalive: record(
    'Pings on HTTP/2 connections.',
    {
      idleInterval: duration('How long a connection must have been idle for a ping before the next request.'),
      interval: duration('How often pings are sent.'),
      intervalJitter: int32('Varies the interval at random, in percent of it.', { minimum: 0, maximum: 100 }),
      timeout: duration('How long an answer to a ping may take before the connection is closed.'),
    },
    [
      compare('timeout', '<', 'interval', {
        as: 'duration',
        message: 'A ping must time out before the next is sent: make timeout shorter than interval.',
      }),
    ],
  ),
  HTTPTimeout: {
    fields: { streamIdleTimeout: duration('How long a stream may stand idle before it is closed.') },
  },
  Retry: { fields: { numRetries: { default: 2 } } },
});
