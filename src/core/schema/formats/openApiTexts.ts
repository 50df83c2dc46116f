/** A calendar date, `2026-01-31`. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? [];
  if (year === '') return false;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

/** RFC 3339, with a zone. */
export function isDateTime(text: string): boolean {
  const at = text.toLowerCase().indexOf('t');
  if (at < 0 || !isDate(text.slice(0, at))) return false;
  const time = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})$/i.exec(
    text.slice(at + 1),
  );
  if (time === null) return false;
  const [, hours = '', minutes = '', seconds = ''] = time;
  return hours <= '23' && minutes <= '59' && seconds <= '59';
}

/**
 * What Go's `url.ParseRequestURI` takes: an absolute URI or an absolute path.
 * https://pkg.go.dev/net/url#ParseRequestURI
 */
export function isRequestUri(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused
  if (text === '' || text.startsWith(':') || /[\x00-\x1f\x7f]/.test(text)) return false;
  if (text === '*') return true;
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(text)?.[0] ?? '';
  const [rest = ''] = text.slice(scheme.length).split('?');
  if (!rest.startsWith('/')) return scheme !== '';
  if (!rest.startsWith('//') || (scheme === '' && rest.startsWith('///'))) return hasGoodEscapes(rest);
  const slash = rest.indexOf('/', 2);
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
  return isAuthority(authority) && hasGoodEscapes(slash < 0 ? '' : rest.slice(slash));
}

function isAuthority(text: string): boolean {
  const host = text.slice(text.lastIndexOf('@') + 1);
  if (host.startsWith('[')) return /^\[[0-9a-fA-F:.]+(%25[^\]]+)?\](:[0-9]*)?$/.test(host);
  const port = host.lastIndexOf(':');
  const name = port < 0 ? host : host.slice(0, port);
  if (port >= 0 && !/^[0-9]*$/.test(host.slice(port + 1))) return false;
  return !/[\s<>"\\^`{}|#]/.test(name) && hasGoodEscapes(name);
}

function hasGoodEscapes(text: string): boolean {
  return !/%(?![0-9a-fA-F]{2})/.test(text);
}

/** An address, with or without a name before it. */
export function isEmail(text: string): boolean {
  if (text.length > 1000) return false;
  const bracket = /^[^<>]*<([^<>]+)>$/.exec(text.trim());
  const address = bracket?.[1] ?? text.trim();
  return /^("[^"]+"|[^\s"(),:;<>@[\\\]]+)@(\[[^\]]+\]|[^\s"(),:;<>@[\\\]]+)$/.test(address);
}

const letters = 'a-zA-Z0-9\\p{S}\\p{L}';
const onlyLabel = new RegExp(`^[${letters}]-?[${letters}]{0,62}$`, 'u');
const innerLabel = new RegExp(`^[${letters}]([${letters}-]{0,61}[${letters}])?$`, 'u');
const topLabel = /^[a-zA-Z\p{L}]{2,63}$/u;

/** A host name; a name of several parts ends in letters. */
export function isHostname(text: string): boolean {
  if (text.length > 255) return false;
  const parts = text.split('.');
  if (parts.length === 1) return onlyLabel.test(text);
  return topLabel.test(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => innerLabel.test(part));
}

/** EUI-48, EUI-64 or 20 bytes, with colons, dashes or dots. */
export function isMac(text: string): boolean {
  const pairs = /^[0-9a-fA-F]{2}(?:([:-])[0-9a-fA-F]{2})(?:\1[0-9a-fA-F]{2})*$/.test(text);
  if (pairs) return [6, 8, 20].includes((text.length + 1) / 3);
  const quads = /^[0-9a-fA-F]{4}(\.[0-9a-fA-F]{4})+$/.test(text);
  return quads && [3, 4, 10].includes((text.length + 1) / 5);
}

/** With or without dashes, of any or of one version. */
export function isUuid(text: string, version?: '3' | '4' | '5'): boolean {
  if (!/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text)) return false;
  const bare = text.replaceAll('-', '');
  if (version !== undefined && bare[12] !== version) return false;
  return version === undefined || version === '3' || /[89ab]/i.test(bare[16] ?? '');
}
