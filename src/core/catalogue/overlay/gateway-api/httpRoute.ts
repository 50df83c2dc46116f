import type { Condition, Rule } from '../../rule.ts';
import {
  all,
  compare,
  count,
  each,
  forbiddenWhen,
  has,
  is,
  matches,
  mustMatch,
  mustNotMatch,
  oneOfValues,
  some,
  uniqueBy,
} from '../rules.ts';
import { headerValue, httpFilterRules } from './filters.ts';
import type { TypeTable } from './group.ts';
import { pathPattern } from './scalars.ts';

const wholePath = { type: 'PathPrefix', value: '/' };

/** Names of rules, where they are given, are unique in a route. */
export const uniqueRuleNames = uniqueBy('', ['name'], {
  absent: 'skip',
  channel: 'experimental',
  message: 'Another rule of this route has the name "{value}". Give this rule a name of its own.',
});

/** Upstream bounds the matches of all rules together, so that a route stays cheap to check. */
export const atMost128Matches = count(
  '[].matches',
  { max: 128 },
  {
    message:
      'The rules of a route have at most 128 matches together, and this is one too many. Move some rules to a second route with the same hostnames and parents.',
  },
);

const literalPath = is('type', 'Exact', 'PathPrefix');

function pathMustNot(pattern: string, message: string): Rule {
  return mustNotMatch('value', pattern, { when: literalPath, message });
}

const normalised = 'Proxies resolve such segments before they match, so it would never match.';

const pathRules: readonly Rule[] = [
  mustMatch('value', '^/', {
    when: literalPath,
    message: 'A path begins with "/", and "{value}" does not. Write "/" in front of it.',
  }),
  pathMustNot('//', 'The path "{value}" has "//" in it. Write a single "/".'),
  pathMustNot('/\\./', `The path "{value}" has "/./" in it. ${normalised} Write a single "/" instead.`),
  pathMustNot('/\\.\\./', `The path "{value}" has "/../" in it. ${normalised} Write the path it leads to.`),
  pathMustNot(
    '%2[fF]',
    'The path "{value}" has an encoded slash (%2f) in it. Write "/", or match with type RegularExpression.',
  ),
  pathMustNot(
    '#',
    'The path "{value}" has "#" in it, and a browser never sends what follows it. End the path before "#".',
  ),
  pathMustNot('/\\.\\.$', `The path "{value}" ends with "/..". ${normalised} Write the path it leads to.`),
  pathMustNot('/\\.$', `The path "{value}" ends with "/.". ${normalised} Leave the dot out.`),
  mustMatch('value', pathPattern, {
    // What is empty, or has "#" in it, is refused above already.
    when: all(literalPath, matches('value', '^[^#]+$')),
    message:
      'The path "{value}" has characters that a path cannot have. Write them as % and two hex digits, or match with type RegularExpression.',
  }),
];

const replacesPrefix = (filter: string): Condition =>
  all(is(`${filter}.path.type`, 'ReplacePrefixMatch'), has(`${filter}.path.replacePrefixMatch`));

const one = (list: string, of: Condition): Condition => ({ count: list, of, min: 1, max: 1 });

/** A prefix can be replaced only where the rule matches just one, so that it is known which. */
function onePrefixWhen(when: Condition, filter: string): Rule[] {
  const because = `ReplacePrefixMatch of ${filter} replaces the prefix that the rule matches`;
  return [
    count(
      'matches',
      { min: 1, max: 1 },
      {
        when,
        message: `${because}, so the rule needs exactly one match. Move the other matches to a rule of their own.`,
      },
    ),
    each(
      'matches',
      [
        oneOfValues('path.type', ['PathPrefix'], {
          message: `${because}, but this match has path type {value}. Set it to PathPrefix, or replace with ReplaceFullPath.`,
        }),
      ],
      { when },
    ),
  ];
}

function prefixRules(filter: 'requestRedirect' | 'urlRewrite'): Rule[] {
  const filters = one('filters', replacesPrefix(filter));
  return [...onePrefixWhen(filters, filter), ...onePrefixWhen(one('backendRefs', filters), filter)];
}

/** Lists of which each entry has a name of its own. */
const byName = { listType: 'map', listKeys: ['name'] } as const;

/** HTTPRoute, but for its filters. */
export const httpRoute: TypeTable = {
  HTTPRouteSpec: {
    fields: {
      hostnames: { listType: 'atomic' },
      rules: {
        listType: 'atomic',
        default: [{ matches: [{ path: wholePath }] }],
        rules: [uniqueRuleNames, atMost128Matches],
      },
    },
  },
  HTTPRouteRule: {
    fields: {
      matches: { listType: 'atomic', default: [{ path: wholePath }] },
      filters: { listType: 'atomic', rules: httpFilterRules },
      backendRefs: { listType: 'atomic' },
      retry: { channel: 'experimental' },
      sessionPersistence: { channel: 'experimental' },
    },
    rules: [
      forbiddenWhen('backendRefs', some('filters', has('requestRedirect')), {
        filled: true,
        message:
          'A rule with a RequestRedirect answers the request itself and forwards nothing. Remove backendRefs, or move the redirect to a rule of its own.',
      }),
      ...prefixRules('requestRedirect'),
      ...prefixRules('urlRewrite'),
    ],
  },
  HTTPBackendRef: { fields: { filters: { listType: 'atomic', rules: httpFilterRules } } },
  HTTPRouteMatch: {
    fields: { path: { default: wholePath }, headers: byName, queryParams: byName },
  },
  HTTPPathMatch: {
    fields: { type: { default: 'PathPrefix' }, value: { default: '/' } },
    rules: pathRules,
  },
  HTTPHeaderMatch: { fields: { type: { default: 'Exact' }, value: headerValue() } },
  HTTPQueryParamMatch: { fields: { type: { default: 'Exact' } } },
  HTTPRouteTimeouts: {
    rules: [
      compare('backendRequest', '<=', 'request', {
        as: 'duration',
        when: { compare: 'request', by: '!=', to: { value: '0s' }, as: 'duration' },
        message:
          'One try at a backend cannot take longer than the whole request: backendRequest {value} is longer than request. Shorten it, or lengthen request ("0s" switches it off).',
      }),
    ],
  },
  HTTPRouteRetry: {
    fields: { attempts: { minimum: 1 }, codes: { listType: 'set' } },
  },
};
