import type { Condition, Rule } from '../../rule.ts';
import { all, atMost, atMostOneOf, compare, is, some, union } from '../rules.ts';
import type { TypeTable } from './group.ts';
import { pathPattern } from './scalars.ts';

const onceEach = (types: readonly string[]): Rule[] =>
  types.map((type) =>
    atMost(1, '', is('type', type), {
      message: `A list of filters has at most one ${type}. Merge this one into the first, or remove it.`,
    }),
  );

const type = (name: string): Condition => some('', is('type', name));

/** The lists of filters of an HTTPRoute: of a rule, and of a backend. */
export const httpFilterRules: readonly Rule[] = [
  atMost(1, '', is('type', 'RequestRedirect', 'URLRewrite'), {
    when: all(type('RequestRedirect'), type('URLRewrite')),
    message:
      'A redirect is answered at once, so there is nothing left to rewrite: RequestRedirect and URLRewrite exclude each other. Keep one of them.',
  }),
  ...onceEach(['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestRedirect', 'URLRewrite', 'CORS']),
];

/** The lists of filters of a GRPCRoute: of a rule, and of a backend. */
export const grpcFilterRules = onceEach(['RequestHeaderModifier', 'ResponseHeaderModifier']);

const sharedMembers = {
  RequestHeaderModifier: 'requestHeaderModifier',
  ResponseHeaderModifier: 'responseHeaderModifier',
  RequestMirror: 'requestMirror',
  ExtensionRef: 'extensionRef',
};
const httpMembers = {
  ...sharedMembers,
  RequestRedirect: 'requestRedirect',
  URLRewrite: 'urlRewrite',
  CORS: 'cors',
};

const starAlone = (what: string): Rule =>
  atMost(1, '', all(), {
    when: some('', is('', '*')),
    message: `"*" stands for every ${what} and must be the only entry. Remove "*", or remove the others.`,
  });

/** One entry a header; the first counts, so a second of the same name is refused. */
const headersByName = { listType: 'map', listKeys: ['name'], maxItems: 16 } as const;

/** What a route does to requests and responses on their way. */
export const filters: TypeTable = {
  HTTPRouteFilter: {
    fields: {
      externalAuth: { channel: 'experimental' },
      type: {
        enum: [...Object.keys(httpMembers), 'ExternalAuth'],
        inChannel: { standard: { enum: Object.keys(httpMembers) } },
      },
    },
    rules: [
      union('type', httpMembers, { channel: 'standard' }),
      union('type', { ...httpMembers, ExternalAuth: 'externalAuth' }, { channel: 'experimental' }),
    ],
  },
  GRPCRouteFilter: {
    fields: { type: { enum: Object.keys(sharedMembers) } },
    rules: [union('type', sharedMembers)],
  },
  HTTPHeader: { fields: { value: headerValue() } },
  HTTPHeaderFilter: {
    fields: { add: headersByName, set: headersByName, remove: { listType: 'set', maxItems: 16 } },
  },
  HTTPPathModifier: {
    fields: {
      type: { enum: ['ReplaceFullPath', 'ReplacePrefixMatch'] },
      replaceFullPath: { maxLength: 1024 },
      replacePrefixMatch: { maxLength: 1024 },
    },
    rules: [union('type', { ReplaceFullPath: 'replaceFullPath', ReplacePrefixMatch: 'replacePrefixMatch' })],
  },
  HTTPRequestRedirectFilter: { fields: { statusCode: { default: 302 } } },
  HTTPRequestMirrorFilter: {
    rules: [
      atMostOneOf(['percent', 'fraction'], {
        message:
          'How much is mirrored is said once: as percent, or as a fraction for finer steps. Remove one of the two.',
      }),
    ],
  },
  Fraction: {
    fields: {
      numerator: { doc: 'How many of them.' },
      denominator: { doc: 'Out of how many.', default: 100 },
    },
    rules: [
      compare('numerator', '<=', 'denominator', {
        message:
          'A fraction is at most one whole: numerator {value} is greater than the denominator (100, if it is not written). Lower the numerator, or raise the denominator.',
      }),
    ],
  },
  HTTPCORSFilter: {
    fields: {
      allowHeaders: { listType: 'set', maxItems: 64, rules: [starAlone('header')] },
      allowMethods: { listType: 'set', maxItems: 9, rules: [starAlone('method')] },
      allowOrigins: { listType: 'set', maxItems: 64, rules: [starAlone('origin')] },
      exposeHeaders: { listType: 'set', maxItems: 64 },
      maxAge: { type: 'integer', format: 'int32', minimum: 1, default: 5 },
    },
  },
  HTTPExternalAuthFilter: {
    fields: { protocol: { enum: ['HTTP', 'GRPC'] } },
    rules: [union('protocol', { HTTP: 'http', GRPC: 'grpc' })],
  },
  HTTPAuthConfig: {
    fields: {
      allowedHeaders: { listType: 'set', maxItems: 64 },
      allowedResponseHeaders: { listType: 'set', maxItems: 64 },
      path: { maxLength: 1024, pattern: pathPattern },
    },
  },
  GRPCAuthConfig: { fields: { allowedHeaders: { listType: 'set' } } },
  ForwardBodyConfig: { fields: { maxSize: { type: 'integer' } } },
};

/** Of a header that is set or matched. The experimental channel also says which characters it may have. */
export function headerValue() {
  return { inChannel: { experimental: { pattern: '^[!-~]+([\\t ]?[!-~]+)*$' } } };
}
