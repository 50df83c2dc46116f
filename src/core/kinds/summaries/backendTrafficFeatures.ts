import { asText, isSet, readAt, readFlag, readNumber, readPairs, readText, readTexts } from '../reading.ts';
import type { CardRow } from '../types.ts';
import { percent } from './backendSummary.ts';
import { connectionWords, keepaliveWords } from './connectionWords.ts';
import type { Feature } from './features.ts';
import { overrideWords } from './overrideWords.ts';
import { clientWords, limitWords } from './rateLimitWords.ts';
import { count, fieldRow, listing, listRows, words } from './rows.ts';

/** What a BackendTrafficPolicy does, in the order in which a person asks for it. */
export const backendTrafficFeatures: readonly Feature[] = [
  {
    path: ['rateLimit'],
    chip: 'rate limit',
    rows: (value, path) => [
      ...limitRows(value, [...path, 'global'], 'global'),
      ...limitRows(value, [...path, 'local'], 'local'),
    ],
  },
  { path: ['bandwidthLimit'], chip: 'bandwidth limit', detail: bandwidthWords },
  { path: ['retry'], chip: 'retry', rows: (value, path) => [retryRow(value, path)] },
  { path: ['timeout'], chip: 'timeout', rows: timeoutRows },
  { path: ['circuitBreaker'], chip: 'circuit breaker', rows: (value, path) => [breakerRow(value, path)] },
  { path: ['healthCheck'], chip: 'health check', rows: healthRows },
  {
    path: ['loadBalancer'],
    chip: 'load balancer',
    detail: (value) => readText(value, 'type'),
    rows: (value, path) => [balancerRow(value, path)],
  },
  { path: ['faultInjection'], chip: 'fault', rows: faultRows },
  { path: ['admissionControl'], chip: 'admission control', detail: admissionWords },
  { path: ['compression'], chip: 'compression', detail: typesOf },
  { path: ['compressor'], chip: 'compression', detail: typesOf },
  { path: ['responseOverride'], chip: 'response override', detail: overridesOf },
  { path: ['requestBuffer'], chip: 'request buffer', detail: (value) => readText(value, 'limit') },
  { path: ['httpUpgrade'], chip: 'upgrade', detail: typesOf },
  { path: ['connection'], chip: 'connection', detail: connectionWords },
  { path: ['proxyProtocol'], chip: 'proxy protocol', detail: (value) => readText(value, 'version') },
  { path: ['tcpKeepalive'], chip: 'keepalive', detail: keepaliveWords },
  { path: ['http2'], chip: 'HTTP/2' },
  { path: ['dns'], chip: 'DNS', detail: (value) => readText(value, 'lookupFamily') },
  { path: ['telemetry'], chip: 'telemetry' },
  {
    path: ['useClientProtocol'],
    chip: 'client protocol',
    detail: () => 'speaks to backends as the client does',
  },
  { path: ['routingType'], chip: 'routing', detail: asText },
  { path: ['mergeType'], chip: 'merged', detail: () => 'merged with the policies of its parents' },
];

function limitRows(value: unknown, path: readonly string[], scope: string): readonly CardRow[] {
  return listRows(value, [...path, 'rules'], (rule) => ({
    label: limitWords(rule),
    parts: [scope, clientWords(rule)],
    chips: [readFlag(rule, 'shadowMode') ? { text: 'shadow', detail: 'counted, not enforced' } : undefined],
  })).map((row) => ({ ...row, id: `rateLimit/${scope}/${row.path.at(-1)}` }));
}

function retryRow(value: unknown, path: readonly string[]): CardRow {
  const retry = readAt(value, ...path);
  const number = readNumber(retry, 'numRetries') ?? 2;
  const on = [
    ...readTexts(retry, 'retryOn', 'triggers'),
    ...readTexts(retry, 'retryOn', 'httpStatusCodes'),
  ].filter((each) => each !== 'retriable-status-codes');
  const each = readText(retry, 'perRetry', 'timeout');
  return fieldRow(path, {
    label: `${count(number, 'retry', 'retries')}${on.length === 0 ? '' : ` on ${listing(on)}`}`,
    parts: [each === undefined ? undefined : `${each} each`],
  });
}

const timeoutNames: readonly (readonly [protocol: string, field: string, words: string])[] = [
  ['http', 'requestTimeout', 'request timeout'],
  ['http', 'connectionIdleTimeout', 'idle timeout'],
  ['http', 'streamIdleTimeout', 'stream idle timeout'],
  ['http', 'maxConnectionDuration', 'longest connection'],
  ['http', 'maxStreamDuration', 'longest stream'],
  ['tcp', 'connectTimeout', 'connect timeout'],
];

function timeoutRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  return timeoutNames.flatMap(([protocol, field, name]) => {
    const duration = readText(value, ...path, protocol, field);
    return duration === undefined
      ? []
      : [fieldRow([...path, protocol, field], { label: `${duration} ${name}` })];
  });
}

function breakerRow(value: unknown, path: readonly string[]): CardRow {
  const breaker = readAt(value, ...path);
  const figure = (field: string, name: string) => {
    const number = readNumber(breaker, field);
    return number === undefined ? undefined : `${number} ${name}`;
  };
  const figures = [
    figure('maxConnections', 'connections'),
    figure('maxParallelRequests', 'parallel requests'),
    figure('maxPendingRequests', 'pending requests'),
    figure('maxParallelRetries', 'parallel retries'),
  ].filter((each) => each !== undefined);
  const [first = 'default limits', ...rest] = figures;
  return fieldRow(path, { label: figures.length === 0 ? first : `at most ${first}`, parts: rest });
}

function healthRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  const active = readAt(value, ...path, 'active');
  const passive = readAt(value, ...path, 'passive');
  const rows: CardRow[] = [];
  if (isSet(active)) {
    rows.push(
      fieldRow([...path, 'active'], {
        label: words('checks', readText(active, 'type'), readText(active, 'http', 'path')) ?? 'checks',
        parts: [`every ${readText(active, 'interval') ?? '3s'}`],
      }),
    );
  }
  if (isSet(passive)) {
    const errors = readNumber(passive, 'consecutive5XxErrors') ?? 5;
    rows.push(
      fieldRow([...path, 'passive'], {
        label: `ejects after ${errors} × 5xx`,
        parts: [`for ${readText(passive, 'baseEjectionTime') ?? '30s'}`],
      }),
    );
  }
  return rows;
}

function balancerRow(value: unknown, path: readonly string[]): CardRow {
  const balancer = readAt(value, ...path);
  const hash = isSet(balancer, 'consistentHash')
    ? words('by', readText(balancer, 'consistentHash', 'type'), hashKey(balancer))
    : undefined;
  const slowStart = readText(balancer, 'slowStart', 'window');
  return fieldRow(path, {
    label: readText(balancer, 'type') ?? 'load balancer',
    parts: [hash, slowStart === undefined ? undefined : `slow start ${slowStart}`],
    chips: [isSet(balancer, 'zoneAware') ? { text: 'zone aware' } : undefined],
  });
}

function hashKey(balancer: unknown): string | undefined {
  return (
    readText(balancer, 'consistentHash', 'header', 'name') ??
    readText(balancer, 'consistentHash', 'cookie', 'name')
  );
}

function faultRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  const share = (field: string) => percent(readNumber(value, ...path, field, 'percentage') ?? 100, 100);
  const rows: CardRow[] = [];
  if (isSet(value, ...path, 'delay')) {
    const delay = readText(value, ...path, 'delay', 'fixedDelay') ?? '';
    rows.push(
      fieldRow([...path, 'delay'], {
        label: words('delay', delay) ?? 'delay',
        parts: [`${share('delay')} of requests`],
      }),
    );
  }
  if (isSet(value, ...path, 'abort')) {
    const http = readNumber(value, ...path, 'abort', 'httpStatus');
    const grpc = readNumber(value, ...path, 'abort', 'grpcStatus');
    const status = http ?? (grpc === undefined ? undefined : `gRPC ${grpc}`);
    rows.push(
      fieldRow([...path, 'abort'], {
        label: words('abort', status) ?? 'abort',
        parts: [`${share('abort')} of requests`],
      }),
    );
  }
  return rows;
}

function typesOf(value: unknown): string | undefined {
  const list = Array.isArray(value) ? value : [];
  return listing(list.flatMap((item) => readText(item, 'type') ?? readPairs(item).map(([key]) => key)));
}

function bandwidthWords(value: unknown): string | undefined {
  const side = (field: string, name: string) => {
    const bytes = readText(value, field, 'limit', 'value');
    const unit = (readText(value, field, 'limit', 'unit') ?? 'Second').toLowerCase();
    return bytes === undefined ? [] : [`${bytes} per ${unit} ${name}`];
  };
  return listing([...side('request', 'to backends'), ...side('response', 'from backends')]);
}

function admissionWords(value: unknown): string {
  return `refuses some when under ${readNumber(value, 'minSuccessRate') ?? 95} % succeed`;
}

function overridesOf(value: unknown): string | undefined {
  return listing(
    (Array.isArray(value) ? value.slice(0, 8) : []).flatMap((item) => overrideWords(item) ?? []),
  );
}
