import { flag, of, record, text } from '../fields.ts';
import { eg, envoyTypes } from './envoyType.ts';
import { noRemoval } from './responseOverride.ts';

const byName = { listType: 'map', listKeys: ['name'] } as const;

/** The kind HTTPRouteFilter: what a rule of an HTTPRoute can do beyond Gateway API. */
export const routeFilter = envoyTypes({
  HTTPDirectResponseFilter: { fields: { header: noRemoval } },
  HTTPURLRewriteFilter: {
    fields: { appendXForwardedHost: flag('Keeps the host that the client asked for in X-Forwarded-Host.') },
  },
  HTTPHostnameModifier: {
    fields: {
      type: { enum: ['Header', 'Backend', 'PathRegex'] },
      pathRegex: of(eg('HTTPHostnamePathRegex'), 'Makes the host from the path, for the type PathRegex.'),
    },
    rules: [{ rule: 'union', tag: 'type', members: { Header: 'header', PathRegex: 'pathRegex' } }],
  },
  HTTPHostnamePathRegex: record('Makes a host from the path of a request.', {
    'pattern!': text('What the path must look like, as a regular expression.', { minLength: 1 }),
    'substitution!': text('The host, with \\1 for what the first group caught.', {
      minLength: 1,
      pattern: '^[^\\r\\n\\x00]*$',
    }),
  }),
  HTTPPathModifier: {
    rules: [{ rule: 'union', tag: 'type', members: { ReplaceRegexMatch: 'replaceRegexMatch' } }],
  },
  HTTPCookieMatch: { fields: { type: { default: 'Exact' } } },
  HTTPHeaderFilter: {
    fields: { add: byName, addIfAbsent: byName, set: byName, remove: { listType: 'set' } },
  },
  StringMatch: { fields: { type: { default: 'Exact' } } },
});
