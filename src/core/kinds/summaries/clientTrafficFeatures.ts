import { isSet, readAt, readFlag, readNumber, readText, readTexts } from '../reading.ts';
import type { CardRow } from '../types.ts';
import { keepaliveWords } from './connectionWords.ts';
import type { Feature } from './features.ts';
import { count, fieldRow, listing, words } from './rows.ts';

/** What a ClientTrafficPolicy does, in the order in which a person asks for it. */
export const clientTrafficFeatures: readonly Feature[] = [
  {
    path: ['tls'],
    chip: (value) => (isSet(value, 'clientValidation') ? 'mTLS' : 'TLS'),
    rows: (value, path) => [tlsRow(value, path)],
  },
  { path: ['timeout'], chip: 'timeout', rows: timeoutRows },
  {
    path: ['connection'],
    chip: (value) => (isSet(value, 'connectionLimit', 'value') ? 'connection limit' : 'connection'),
    rows: connectionRows,
  },
  { path: ['clientIPDetection'], chip: 'client IP', detail: detectionWords },
  { path: ['headers'], chip: 'headers', detail: headerWords },
  { path: ['path'], chip: 'path', detail: (value) => readText(value, 'escapedSlashesAction') },
  {
    path: ['http1'],
    chip: 'HTTP/1',
    detail: (value) => (isSet(value, 'http10') ? 'with HTTP/1.0' : undefined),
  },
  { path: ['http2'], chip: 'HTTP/2' },
  { path: ['http3'], chip: 'HTTP/3' },
  { path: ['grpc'], chip: (value) => (readFlag(value, 'enableWeb') ? 'gRPC-Web' : 'gRPC') },
  {
    path: ['proxyProtocol'],
    chip: 'proxy protocol',
    detail: (value) => (readFlag(value, 'optional') ? 'where it is sent' : 'on every connection'),
  },
  { path: ['enableProxyProtocol'], chip: 'proxy protocol' },
  { path: ['tcpKeepalive'], chip: 'keepalive', detail: keepaliveWords },
  { path: ['healthCheck'], chip: 'health check', detail: (value) => readText(value, 'path') },
  { path: ['scheme'], chip: 'scheme', detail: (value) => (typeof value === 'string' ? value : undefined) },
];

function tlsRow(value: unknown, path: readonly string[]): CardRow {
  const tls = readAt(value, ...path);
  const from = readText(tls, 'minVersion');
  const to = readText(tls, 'maxVersion');
  const range =
    from === undefined && to === undefined ? undefined : `${from ?? 'oldest'} to ${to ?? 'newest'}`;
  return fieldRow(path, {
    label: words('TLS', range) ?? 'TLS',
    parts: [isSet(tls, 'clientValidation') ? 'clients show a certificate' : undefined],
  });
}

const timeoutNames: readonly (readonly [protocol: string, field: string, words: string])[] = [
  ['http', 'requestReceivedTimeout', 'to receive a request'],
  ['http', 'requestHeadersReceivedTimeout', 'to receive the headers'],
  ['http', 'idleTimeout', 'idle timeout'],
  ['http', 'streamIdleTimeout', 'stream idle timeout'],
  ['tcp', 'idleTimeout', 'TCP idle timeout'],
  ['tcp', 'tlsHandshakeTimeout', 'for the TLS handshake'],
];

function timeoutRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  return timeoutNames.flatMap(([protocol, field, name]) => {
    const duration = readText(value, ...path, protocol, field);
    return duration === undefined
      ? []
      : [fieldRow([...path, protocol, field], { label: `${duration} ${name}` })];
  });
}

function connectionRows(value: unknown, path: readonly string[]): readonly CardRow[] {
  const limit = readNumber(value, ...path, 'connectionLimit', 'value');
  const buffer = readText(value, ...path, 'bufferLimit');
  return [
    ...(limit === undefined
      ? []
      : [fieldRow([...path, 'connectionLimit'], { label: `at most ${count(limit, 'connection')}` })]),
    ...(buffer === undefined ? [] : [fieldRow([...path, 'bufferLimit'], { label: `${buffer} buffer` })]),
  ];
}

function headerWords(value: unknown): string | undefined {
  const changed = (field: string) =>
    ['set', 'add', 'addIfAbsent', 'remove', 'removeOnMatch'].some((verb) => isSet(value, field, verb));
  return listing([
    ...(changed('earlyRequestHeaders') ? ['changes those of requests'] : []),
    ...(changed('lateResponseHeaders') ? ['changes those of responses'] : []),
    ...(readFlag(value, 'disableRateLimitHeaders') ? ['hides rate limits'] : []),
    ...(isSet(value, 'xForwardedClientCert') ? ['passes client certificates on'] : []),
  ]);
}

function detectionWords(value: unknown): string | undefined {
  const hops = readNumber(value, 'xForwardedFor', 'numTrustedHops');
  if (hops !== undefined) return `X-Forwarded-For, ${count(hops, 'trusted hop')}`;
  const trusted = listing(readTexts(value, 'xForwardedFor', 'trustedCIDRs'), 2);
  if (isSet(value, 'xForwardedFor'))
    return words('X-Forwarded-For', trusted === undefined ? undefined : `from ${trusted}`);
  return (
    readText(value, 'customHeader', 'name') ??
    (isSet(value, 'directSourceIP') ? 'the connection itself' : undefined)
  );
}
