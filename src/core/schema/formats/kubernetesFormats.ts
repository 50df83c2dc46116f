import { readAddress, readRange } from './address.ts';
import { isCron } from './cron.ts';
import { isLooseDuration, readDuration } from './duration.ts';
import { isDnsLabel, isDnsSubdomain, nameFormats, type TextFormat } from './names.ts';
import { isDate, isDateTime, isEmail, isHostname, isMac, isRequestUri, isUuid } from './openApiTexts.ts';
import { readQuantity } from './quantity.ts';

const ip: TextFormat = {
  test: (text) => readAddress(text) !== undefined,
  reason: 'an IPv4 or IPv6 address',
  example: '10.0.0.7',
};

const cidr: TextFormat = {
  test: (text) => readRange(text) !== undefined,
  reason: 'an address range: an address, a slash and the number of leading bits',
  example: '10.0.0.0/8',
};

const accepted: TextFormat = { test: () => true, reason: 'any text', example: 'text' };

/**
 * The formats that the server checks in a CRD's schema; others it ignores.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
 */
export const serverFormats: Readonly<Record<string, TextFormat>> = {
  date: { test: isDate, reason: 'a date as year, month and day', example: '2026-01-31' },
  'date-time': {
    test: isDateTime,
    reason: 'a date and time as RFC 3339 writes it, with a zone',
    example: '2026-01-31T12:00:00Z',
  },
  datetime: {
    test: isDateTime,
    reason: 'a date and time as RFC 3339 writes it, with a zone',
    example: '2026-01-31T12:00:00Z',
  },
  byte: {
    test: isBase64,
    reason: 'base64 on one line, padded with equals signs',
    example: 'aGVsbG8=',
  },
  uri: {
    test: isRequestUri,
    reason: 'an absolute URI, or a path that begins with a slash',
    example: 'https://example.com/path',
  },
  email: { test: isEmail, reason: 'an e-mail address', example: 'me@example.com' },
  hostname: { test: isHostname, reason: 'a host name', example: 'api.example.com' },
  ipv4: { test: (text) => readAddress(text)?.family === 4, reason: 'an IPv4 address', example: '10.0.0.7' },
  ipv6: { test: (text) => readAddress(text)?.family === 6, reason: 'an IPv6 address', example: 'fd00::7' },
  cidr,
  mac: { test: isMac, reason: 'a MAC address', example: '00:00:5e:00:53:01' },
  uuid: {
    test: (text) => isUuid(text),
    reason: 'a UUID',
    example: '123e4567-e89b-12d3-a456-426614174000',
  },
  uuid3: {
    test: (text) => isUuid(text, '3'),
    reason: 'a UUID of version 3',
    example: 'a3bb189e-8bf9-3888-9912-ace4e6543002',
  },
  uuid4: {
    test: (text) => isUuid(text, '4'),
    reason: 'a UUID of version 4',
    example: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
  },
  uuid5: {
    test: (text) => isUuid(text, '5'),
    reason: 'a UUID of version 5',
    example: '886313e1-3b8a-5372-9b90-0c9aee199e5d',
  },
  duration: { test: isLooseDuration, reason: 'a number and a unit', example: '30s' },
  password: accepted,
  hexcolor: {
    test: (text) => /^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text),
    reason: 'a colour in hexadecimal',
    example: '#ffffff',
  },
  bsonobjectid: {
    test: (text) => /^[0-9a-fA-F]{24}$/.test(text),
    reason: '24 hexadecimal digits',
    example: '507f1f77bcf86cd799439011',
  },
  'k8s-short-name': {
    test: isDnsLabel,
    reason: 'at most 63 lowercase letters, digits and dashes, with a letter or digit at both ends',
    example: 'my-app',
  },
  'k8s-long-name': {
    test: isDnsSubdomain,
    reason:
      'at most 253 lowercase letters, digits, dashes and dots, with a letter or digit at both ends of each part',
    example: 'my-app.example.com',
  },
};

/** Ours, for the built-in kinds, beside those of the server. */
export const ourFormats: Readonly<Record<string, TextFormat>> = {
  ...serverFormats,
  ...nameFormats,
  ip,
  cidr,
  'ip-or-cidr': {
    test: (text) => ip.test(text) || cidr.test(text),
    reason: 'an IP address or an address range',
    example: '10.0.0.0/8',
  },
  quantity: {
    test: (text) => readQuantity(text) !== undefined,
    reason: 'a number with an optional suffix such as m, k, M, Ki, Mi or Gi, without a space',
    example: '512Mi',
  },
  duration: {
    test: (text) => readDuration(text) !== undefined,
    reason: 'numbers with units (ns, us, ms, s, m, h)',
    example: '1m30s',
  },
  'http-path': {
    test: (text) => /^\/[^\s?#]*$/.test(text),
    reason: 'a path that begins with a slash, without spaces, question mark or hash',
    example: '/healthz',
  },
  'path-segment': {
    test: (text) => text !== '' && text !== '.' && text !== '..' && !/[/%]/.test(text),
    reason: 'a name without slash and percent sign',
    example: 'read-only',
  },
  cron: { test: isCron, reason: 'a schedule of five parts, or one such as @daily', example: '0 3 * * *' },
  'time-zone': {
    test: (text) => /^(UTC|[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2})$/.test(text) && text !== 'Local',
    reason: 'the name of a time zone',
    example: 'Europe/Zurich',
  },
  'absolute-path': {
    test: (text) => text.startsWith('/'),
    reason: 'a path that begins with a slash',
    example: '/data',
  },
};

/** The server's own kinds: base64 may be wrapped. */
export const nativeFormats: Readonly<Record<string, TextFormat>> = {
  ...ourFormats,
  byte: {
    test: (text) => isBase64(text.replace(/[\r\n]/g, '')),
    reason: 'base64, padded with equals signs',
    example: 'aGVsbG8=',
  },
};

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0;
}
