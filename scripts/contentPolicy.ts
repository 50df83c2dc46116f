/*
 * The content security policy has one home: the meta element of index.html. What else needs it (the header of
 * `npm start`, the dev server, the tests) reads it from there.
 */

const metaPolicy = /(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]+)(")/;

/** The policy that a page states; throws when it states none. */
export function contentPolicyOf(html: string): string {
  const policy = metaPolicy.exec(html)?.[2];
  if (policy === undefined) throw new Error('The page has no Content-Security-Policy meta element.');
  return policy;
}

/** The policy as a header; `frame-ancestors` has no effect in a meta element. */
export function contentPolicyHeader(html: string): string {
  return `${contentPolicyOf(html)}; frame-ancestors 'none'`;
}

/** The page with the two things allowed that Vite's dev server needs: its inline script and its socket. */
export function withPolicyForDevelopment(html: string): string {
  const relaxed = contentPolicyOf(html)
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws: wss:");
  return html.replace(
    metaPolicy,
    (_match, before: string, _policy, after: string) => before + relaxed + after,
  );
}
