import { asText, isSet, readFlag, readText, readTexts } from '../reading.ts';
import type { Feature } from './features.ts';
import { listing } from './rows.ts';

/** What an EnvoyProxy sets beyond how many proxies there are. */
export const proxyFeatures: readonly Feature[] = [
  {
    path: ['telemetry', 'accessLog'],
    chip: (value) => (readFlag(value, 'disable') ? 'no access log' : 'access log'),
  },
  { path: ['telemetry', 'metrics'], chip: 'metrics' },
  {
    path: ['telemetry', 'tracing'],
    chip: 'tracing',
    detail: (value) => readText(value, 'provider', 'type') ?? 'OpenTelemetry',
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

function clientCertificate(value: unknown): string | undefined {
  return isSet(value, 'clientCertificateRef') ? 'shows a certificate to backends' : undefined;
}

/** `warn` is the default and not worth a chip. */
function logWords(value: unknown): string | undefined {
  const level = readText(value, 'level', 'default');
  if (level !== undefined) return level === 'warn' ? undefined : `log ${level}`;
  return isSet(value, 'level') ? 'log levels' : undefined;
}
