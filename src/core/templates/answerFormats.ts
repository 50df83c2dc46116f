import { readRange } from '../schema/formats/address.ts';
import { isCron } from '../schema/formats/cron.ts';
import { isDnsLabel, isDnsSubdomain, type TextFormat } from '../schema/formats/names.ts';
import { isEmail } from '../schema/formats/openApiTexts.ts';
import { readQuantity } from '../schema/formats/quantity.ts';
import type { TextType } from './types.ts';

/** What an answer of each type looks like. `reason` continues "wants". */
const formats: Readonly<Record<TextType, TextFormat>> = {
  text: {
    test: (text) => text.length <= 253 && text === text.trim() && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text),
    reason: 'a text on one line of at most 253 characters, without spaces at its ends',
    example: 'shop',
  },
  name: {
    // Shorter than a label, since patterns put words behind it, and with a letter first, as Services want.
    test: (text) => text.length <= 40 && isDnsLabel(text) && /^[a-z]/.test(text),
    reason: 'at most 40 lower case letters, digits and dashes, beginning with a letter',
    example: 'orders',
  },
  hostname: {
    test: (text) => isHost(text.replace(/^\*\./, '')),
    reason: 'a DNS name in lower case, perhaps with a star for its first part',
    example: 'shop.example.com',
  },
  host: { test: isHost, reason: 'a DNS name in lower case, without a star', example: 'api.example.com' },
  address: {
    test: (text) => /^[a-z0-9.-]+:[1-9][0-9]{0,4}$/.test(text) && isHost(text.replace(/:.*$/, '')),
    reason: 'a host and a port',
    example: 'redis.example.internal:6379',
  },
  // https://gateway-api.sigs.k8s.io/geps/gep-2257/
  duration: {
    test: (text) => /^([0-9]{1,5}(h|m|s|ms)){1,4}$/.test(text),
    reason: 'numbers with h, m, s or ms behind them',
    example: '1m30s',
  },
  quantity: {
    test: (text) => (readQuantity(text)?.mantissa ?? -1n) >= 0n,
    reason: 'a quantity',
    example: '500Mi',
  },
  cidr: {
    test: (text) => readRange(text) !== undefined,
    reason: 'an address range',
    example: '10.0.0.0/8',
  },
  cron: { test: isCron, reason: 'the five fields of a cron schedule', example: '0 8 * * 1-5' },
  promql: {
    test: (text) => text === text.trim() && text.length <= 2000 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text),
    reason: 'a query in PromQL on one line',
    example: 'sum(rate(http_requests_total[1m]))',
  },
  // RFC 3986 section 3.3: the characters that may stand in a path, without empty and dot segments.
  path: {
    test: (text) =>
      /^\/(?:[A-Za-z0-9/\-._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})*$/.test(text) &&
      text.length <= 1000 &&
      !/\/\/|\/\.\.?(\/|$)|%2[fF]/.test(text),
    reason: 'a path that begins with a slash',
    example: '/orders',
  },
  header: {
    test: (text) => /^[A-Za-z0-9!#$%&'*+\-.^_`|~]{1,256}$/.test(text),
    reason: 'the name of a header',
    example: 'x-user-id',
  },
  url: {
    test: (text) => text.length <= 253 && /^https?:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?(\/[!-~]*)?$/.test(text),
    reason: 'an address that begins with https:// or http://',
    example: 'https://auth.example.com',
  },
  origin: {
    test: (text) => /^(\*|https?:\/\/(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?)$/.test(text),
    reason: 'a scheme and a host',
    example: 'https://app.example.com',
  },
  email: { test: isEmail, reason: 'an e-mail address', example: 'ops@example.com' },
};

/** How texts of a type look; `example` is a good one. */
export function answerFormatOf(type: TextType): TextFormat {
  return formats[type];
}

/** A DNS name that nobody takes for an address. */
function isHost(text: string): boolean {
  return isDnsSubdomain(text) && !/^[0-9.]+$/.test(text);
}
