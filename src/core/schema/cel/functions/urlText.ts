/** The parts of a URL that rules ask for. `host` includes the port. */
export interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly escapedPath: string;
  readonly query: string;
}

/**
 * Reads a URL as a request line has it: absolute, or an absolute path. Undefined for other text.
 * https://pkg.go.dev/net/url#ParseRequestURI
 */
export function parseUrl(text: string): UrlParts | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be in a URL
  if (text === '' || /[\u0000-\u001f\u007f]/.test(text)) return undefined;
  if (text === '*') return { scheme: '', host: '', escapedPath: '*', query: '' };
  const parts = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?([^?]*)(?:\?(.*))?$/s.exec(text);
  if (parts === null) return undefined;
  const [, scheme = '', rest = '', query = ''] = parts;
  if (!rest.startsWith('/'))
    return scheme === '' ? undefined : { scheme: scheme.toLowerCase(), host: '', escapedPath: '', query };
  const authority = /^\/\/([^/]*)(.*)$/s.exec(rest);
  const hasAuthority = authority !== null && (scheme !== '' || !rest.startsWith('///'));
  const host = hasAuthority ? readHost(authority[1] ?? '') : '';
  const path = hasAuthority ? (authority[2] ?? '') : rest;
  if (host === undefined || !hasGoodEscapes(path)) return undefined;
  return { scheme: scheme.toLowerCase(), host, escapedPath: escapePath(path), query };
}

function readHost(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  const host = authority.slice(at + 1);
  if (/[^A-Za-z0-9\-._:~!$&'()*+,;=%@]/.test(user) || !hasGoodEscapes(user)) return undefined;
  const isGood = host.startsWith('[')
    ? /^\[[0-9A-Fa-f:.]+(?:%25[^\]]*)?\](?::\d*)?$/.test(host)
    : /^[^\s"<>[\]^`{|}\\:/]*(?::\d*)?$/.test(host) && /^(?:[^%]|%[89A-Fa-f][0-9A-Fa-f])*$/.test(host);
  return isGood ? host : undefined;
}

function hasGoodEscapes(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text);
}

function escapePath(path: string): string {
  return path.replace(/[^A-Za-z0-9\-_.~$&+,/:;=@!'()*%[\]]+/g, (part) => {
    try {
      return encodeURIComponent(part);
    } catch {
      return '%EF%BF%BD';
    }
  });
}

/** Without the port, and without the brackets of IPv6. */
export function hostName(host: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(host);
  return bracketed?.[1] ?? host.replace(/:\d*$/, '');
}

export function portOf(host: string): string {
  return /:(\d*)$/.exec(host.replace(/^\[[^\]]*\]/, ''))?.[1] ?? '';
}

/** Key -> values in their order. Pairs that cannot be read are left out. */
export function parseQuery(query: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    if (pair === '' || pair.includes(';')) continue;
    const cut = pair.indexOf('=');
    const key = decodePart(cut < 0 ? pair : pair.slice(0, cut));
    const value = cut < 0 ? '' : decodePart(pair.slice(cut + 1));
    if (key === undefined || value === undefined) continue;
    const found = values.get(key);
    if (found === undefined) values.set(key, [value]);
    else found.push(value);
  }
  return values;
}

function decodePart(text: string): string | undefined {
  if (!hasGoodEscapes(text)) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
