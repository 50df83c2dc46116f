import { flag, of, record, text } from '../fields.ts';
import { atLeastOneOf, atMostOneOf, each, forbidden } from '../rules.ts';
import { eg, envoyTypes } from './envoyType.ts';

const localRules = [
  each('', [
    forbidden('cost.response', {
      message:
        'A local limit counts requests only, not what answers cost. Remove cost.response, or use a global limit.',
    }),
    forbidden('limit.fromMetadata', {
      message: 'A local limit is the number in the rule. Remove fromMetadata, or use a global limit.',
    }),
  ]),
];
const invert = { default: false };

/** How many requests are let through, counted by each Envoy (local) or for all of them together (global). */
export const rateLimit = envoyTypes({
  GlobalRateLimit: { fields: { rules: { maxItems: 256 } } },
  LocalRateLimit: { fields: { rules: { rules: localRules } } },
  RateLimitRule: {
    fields: {
      xRateLimitHeaders: text(
        'Whether answers tell what is left of the limit; as the listener says when absent. Goes before disableRateLimitHeaders.',
        { enum: ['Off', 'DraftVersion03'] },
      ),
    },
  },
  RateLimitSelectCondition: {
    fields: { headers: { maxItems: 128 } },
    rules: [
      atLeastOneOf(['headers', 'methods', 'path', 'sourceCIDR', 'queryParams'], {
        message:
          'This selects nothing. Say what requests it is about: headers, methods, path, sourceCIDR or queryParams.',
      }),
    ],
  },
  RateLimitCostSpecifier: {
    rules: [
      atMostOneOf(['number', 'metadata'], {
        message: 'A cost is a number or comes from metadata. Keep one of number and metadata.',
      }),
    ],
  },
  RateLimitUnit: { enum: ['Second', 'Minute', 'Hour', 'Day', 'Week', 'Month', 'Year'] },
  RateLimitValue: {
    fields: {
      requests: {
        doc: 'How many requests are let through in one unit of time.',
        format: 'int64',
        minimum: 0,
        maximum: 4_294_967_295,
      },
      fromMetadata: of(
        eg('RateLimitValueMetadata'),
        'Takes the limit from metadata of the request where there is one; else it is what `requests` and `unit` say.',
      ),
    },
  },
  RateLimitValueMetadata: record('Where the metadata of a request has its limit.', {
    'namespace!': text('The namespace of the metadata.', { minLength: 1 }),
    'key!': text('The key in it, of a struct with requests_per_unit and unit.', { minLength: 1 }),
  }),
  HeaderMatch: { fields: { type: { default: 'Exact' }, invert } },
  MethodMatch: { fields: { invert } },
  PathMatch: { fields: { type: { default: 'PathPrefix' }, value: { default: '/' }, invert } },
  QueryParamMatch: { fields: { type: { default: 'Exact' }, invert } },
  SourceMatch: {
    fields: {
      type: { default: 'Exact', doc: 'One limit for all these addresses together, or one for each.' },
      invert: flag('Picks requests from outside of these addresses.', invert),
    },
  },
});
