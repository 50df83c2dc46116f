import { asText, isSet, readFlag, readList, readMap, readNumber, readText, readTexts } from '../reading.ts';
import type { Feature } from './features.ts';
import { listing, words } from './rows.ts';

/** What an EnvoyProxy sets beyond how many proxies there are. */
export const proxyFeatures: readonly Feature[] = [
  {
    path: ['telemetry', 'accessLog'],
    chip: (value) => (readFlag(value, 'disable') ? 'no access log' : 'access log'),
    detail: (value) => listing(readList(value, 'settings').slice(0, 8).flatMap(accessLogWords)),
  },
  { path: ['telemetry', 'metrics'], chip: 'metrics', detail: metricWords },
  {
    path: ['telemetry', 'tracing'],
    chip: 'tracing',
    detail: tracingWords,
  },
  { path: ['telemetry', 'healthCheckLog'], chip: 'health check log' },
  { path: ['telemetry', 'requestID'], chip: 'request id' },
  { path: ['backendTLS'], chip: 'backend TLS', detail: clientCertificate },
  { path: ['mergeGateways'], chip: 'merged', detail: () => 'Gateways of the class share their proxies' },
  {
    path: ['mergeBackends'],
    chip: 'merged backends',
    detail: () => 'routes to one backend share its connections',
  },
  { path: ['provider', 'kubernetes', 'envoyPDB'], chip: 'PDB', detail: () => 'has a disruption budget' },
  { path: ['shutdown'], chip: 'shutdown', detail: (value) => readText(value, 'drainTimeout') },
  { path: ['bootstrap'], chip: 'bootstrap', detail: () => 'changes the bootstrap of the proxies' },
  { path: ['filterOrder'], chip: 'filter order' },
  { path: ['geoIP'], chip: 'GeoIP' },
  { path: ['dynamicModules'], chip: 'modules' },
  { path: ['luaValidation'], chip: 'Lua', detail: asText },
  { path: ['logging'], chip: logWords },
  { path: ['concurrency'], chip: 'concurrency', detail: asText },
  { path: ['extraArgs'], chip: 'extra args', detail: (value) => listing(readTexts({ value }, 'value')) },
  { path: ['ipFamily'], chip: 'IP family', detail: asText },
  { path: ['routingType'], chip: 'routing', detail: asText },
  {
    path: ['preserveRouteOrder'],
    chip: 'route order',
    detail: () => 'rules are tried in the order they are written',
  },
  { path: ['mergeType'], chip: 'merge', detail: asText },
];

/** Where one setting of the access log writes: `file /dev/stdout`, `OpenTelemetry to collector`. */
export function accessLogWords(setting: unknown): readonly string[] {
  return readList(setting, 'sinks')
    .slice(0, 8)
    .flatMap((sink) => sinkWords(sink) ?? []);
}

/** A sink of access logs or metrics: `file /dev/stdout`, `OpenTelemetry to collector`. */
export function sinkWords(sink: unknown): string | undefined {
  const file = readText(sink, 'file', 'path');
  if (file !== undefined) return `file ${file}`;
  const type = readText(sink, 'type');
  const receiver = receiverOf(readMap(sink, type === 'ALS' ? 'als' : 'openTelemetry'));
  return words(type, receiver === undefined ? undefined : `to ${receiver}`);
}

function receiverOf(holder: unknown): string | undefined {
  const names = readList(holder, 'backendRefs').flatMap((ref) => readText(ref, 'name') ?? []);
  return listing(names, 2) ?? readText(holder, 'host');
}

function metricWords(value: unknown): string | undefined {
  const sinks = readList(value, 'sinks')
    .slice(0, 8)
    .flatMap((sink) => sinkWords(sink) ?? []);
  return listing([...(readFlag(value, 'prometheus', 'disable') ? ['no Prometheus endpoint'] : []), ...sinks]);
}

function tracingWords(value: unknown): string | undefined {
  const receiver = receiverOf(readMap(value, 'provider'));
  const rate = readNumber(value, 'samplingRate');
  return listing([
    words(
      readText(value, 'provider', 'type') ?? 'OpenTelemetry',
      receiver === undefined ? undefined : `to ${receiver}`,
    ) ?? '',
    ...(rate === undefined ? [] : [`${rate} % of requests`]),
  ]);
}

function clientCertificate(value: unknown): string | undefined {
  return isSet(value, 'clientCertificateRef') ? 'shows a certificate to backends' : undefined;
}

/** `warn` is the default and not worth a chip. */
function logWords(value: unknown): string | undefined {
  const level = readText(value, 'level', 'default');
  if (level !== undefined) return level === 'warn' ? undefined : `log ${level}`;
  return isSet(value, 'level') ? 'log levels' : undefined;
}
