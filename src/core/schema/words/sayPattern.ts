/** What texts that match a pattern look like. */
export interface PatternWords {
  /** Stands behind "must be": `a duration of up to four parts`. */
  readonly words: string;
  /** A text that matches. */
  readonly example?: string;
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${label}(\\.${label})*`;

/** Patterns that upstream uses over and over. Each example is tested against its pattern. */
export const knownPatterns: Readonly<Record<string, PatternWords>> = {
  '^([0-9]{1,5}(h|m|s|ms)){1,4}$': {
    words: 'a duration: up to four whole numbers, each with h, m, s or ms',
    example: '1m30s',
  },
  '^([0-9]+(ns|us|µs|ms|s|m|h)?)+$': { words: 'a duration: whole numbers with units', example: '30s' },
  '^([0-9]+(\\.[0-9]+)?(s|m|h))+$': { words: 'a duration in s, m or h', example: '1.5s' },
  '^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$': {
    words: 'a duration, its units from large to small',
    example: '1d12h',
  },
  [`^${label}$`]: {
    words: 'lowercase letters, digits and dashes, with a letter or digit at both ends',
    example: 'my-app',
  },
  [`^${subdomain}$`]: {
    words: 'a DNS name in lowercase',
    example: 'api.example.com',
  },
  [`^$|^${subdomain}$`]: { words: 'a DNS name in lowercase, or empty', example: 'gateway.networking.k8s.io' },
  [`^(\\*\\.)?${subdomain}$`]: {
    words: 'a host name in lowercase without a port, perhaps with *. in front',
    example: '*.example.com',
  },
  [`^${subdomain}\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$`]: {
    words: 'a domain, a slash and a name',
    example: 'example.com/controller',
  },
  [`^(${subdomain}/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$`]: {
    words: 'a label key: an optional domain and slash, then letters, digits, dashes, underscores and dots',
    example: 'app.kubernetes.io/name',
  },
  '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$': {
    words:
      'a label value: letters, digits, dashes, underscores and dots, with a letter or digit at both ends',
    example: 'shop-v2',
  },
  '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$': {
    words: 'a kind: letters, digits and dashes, beginning with a letter',
    example: 'Service',
  },
  '^$|^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$': { words: 'a kind, or empty', example: 'Service' },
  "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$": {
    words: 'a header name: letters, digits and dashes, without spaces or colon',
    example: 'X-Request-Id',
  },
  "^[A-Za-z0-9!#$%&'*+\\-.^_`|~]+$": {
    words: 'a header name: letters, digits and dashes, without spaces or colon',
    example: 'X-Request-Id',
  },
  '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$': {
    words: 'a condition reason: letters, digits, underscores, commas and colons, beginning with a letter',
    example: 'Accepted',
  },
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$':
    { words: 'a quantity: a number and a suffix such as m, k, M, Ki, Mi or Gi', example: '512Mi' },
  '^[1-9]+[0-9]*([EPTGMK]i|[EPTGMk])?$': {
    words: 'a whole number above 0 with an optional suffix such as k, M, Ki or Mi',
    example: '512Mi',
  },
  '^[!-~]+([\\t ]?[!-~]+)*$': {
    words: 'a header value: printable characters, with single spaces between words',
    example: 'no-store',
  },
  '^[^\\x00\\n\\r]*$': { words: 'one line', example: 'text' },
  '^[^\\r\\n\\x00]*$': { words: 'one line', example: 'text' },
  '^(http|https)://.+$': { words: 'a URL with http or https', example: 'https://example.com' },
  '^(http|https|socks5)://.+$': { words: 'a URL with http, https or socks5', example: 'https://example.com' },
  '^https?://[^/?#]+(?:[/?#].*)?$': { words: 'a URL with http or https', example: 'https://example.com' },
  '^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\\?([^#]*))?(#(.*))?': {
    words: 'an absolute URI: a scheme, two slashes and the rest',
    example: 'spiffe://example.com/shop',
  },
  '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$': {
    words: 'lowercase letters, digits, dashes and dots, with a letter or digit at both ends',
    example: 'my-app',
  },
  [`^${subdomain}\\.?$`]: {
    words: 'a DNS name in lowercase, perhaps with a dot at the end',
    example: 'example.com',
  },
  [`^(${subdomain}/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$`]: {
    words:
      'a qualified name: an optional domain and slash, then letters, digits, dashes, underscores and dots',
    example: 'example.com/name',
  },
  [`^(System|(${subdomain}/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$`]: {
    words: 'System, or a bundle name with a domain and a slash before it',
    example: 'System',
  },
  "^[-A-Za-z0-9!#$%&'*+.^_`|~]+$": {
    words: 'a header name: letters, digits and dashes, without spaces or colon',
    example: 'X-Request-Id',
  },
  '^[A-Za-z0-9-]+$': { words: 'letters, digits and dashes', example: 'x-request-id' },
  '^[A-Za-z_][A-Za-z_0-9]*$': {
    words: 'letters, digits and underscores, not beginning with a digit',
    example: 'LOG_LEVEL',
  },
  '^[0-9]+%$': { words: 'a percentage', example: '25%' },
  '^.+/.+$': { words: 'a name with a domain and a slash before it', example: 'example.com/name' },
  '^/': { words: 'a path that begins with a slash', example: '/v1' },
  '^((25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$': {
    words: 'an IPv4 address',
    example: '10.0.0.7',
  },
  '^[a-zA-Z0-9._-]+(:[0-9]+)?(/[a-zA-Z0-9._/-]+)?(:[a-zA-Z0-9._-]+)?(@sha256:[a-z0-9]+)?$': {
    words: 'an image: a registry, a repository, and a tag or digest',
    example: 'docker.io/library/nginx:1.29',
  },
  '^[a-zA-Z0-9._-]+(:[0-9]+)?[a-zA-Z0-9._/-]+$': {
    words: 'an image repository without tag or digest',
    example: 'docker.io/library/nginx',
  },
  '(^\\*$)|(^(http(s)?):\\/\\/(((\\*\\.)?([a-zA-Z0-9\\-]+\\.)*[a-zA-Z0-9-]+|\\*)(:([0-9]{1,5}))?)$)': {
    words:
      'an origin: http or https, a host (a star for its first part at most) and an optional port, or a star alone',
    example: 'https://app.example.com',
  },
  '^(\\*|[A-Za-z][A-Za-z0-9+.-]*:\\/\\/(\\*|(\\*\\.)?(([\\w-]+\\.?)+)?[\\w-]+)(:\\d{1,5})?)$': {
    words: 'an origin: a scheme, a host and an optional port, or a star',
    example: 'https://app.example.com',
  },
  '^[a-f0-9]{64}$': { words: 'a SHA-256 sum: 64 hexadecimal digits in lowercase' },
  '^[A-Za-z]{2}$': { words: 'a country as two letters', example: 'CH' },
  "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$": {
    words: 'a URL path, other characters written as % and two hexadecimal digits',
    example: '/v1/items',
  },
};

/** The pattern in words where it is a known one, else the pattern itself. */
export function sayPattern(pattern: string): PatternWords {
  const known = Object.hasOwn(knownPatterns, pattern) ? knownPatterns[pattern] : undefined;
  return known ?? { words: `a text that matches ${pattern}` };
}
