import { listOf, of, record } from '../fields.ts';
import { atMostOneOf, exactlyOneOf, has, requiredWhen, some } from '../rules.ts';
import { noSingularBackend, plainRetryOnly } from './backendRefs.ts';
import { duration, eg, envoyTypes, fraction } from './envoyType.ts';
import { mergeType } from './extensionPolicy.ts';
import { gateways, mergeTypeRule, targetRules } from './targetRefs.ts';

const names = { minItems: 1, items: { minLength: 1 } };
const secured = ['HTTPRoute', 'GRPCRoute', 'TCPRoute'];

/** The kind SecurityPolicy: who is let in, and how they show it; JSON web tokens and API keys among it. */
export const securityPolicy = envoyTypes({
  SecurityPolicySpec: {
    fields: {
      csrf: of(eg('CSRF'), 'Turns away requests that another site made a browser send.'),
      mergeType: mergeType('SecurityPolicy'),
    },
    rules: [
      ...targetRules([...gateways, ...secured]),
      mergeTypeRule(secured),
      requiredWhen('jwt', some('authorization.rules', has('principal.jwt')), {
        message:
          'A rule of authorization asks for what a token holds, but no token is read. Add jwt with its providers, or remove principal.jwt.',
      }),
    ],
  },
  CSRF: record('Turns away requests that change something and come from another site.', {
    additionalOrigins: listOf({ ref: eg('Origin') }, 'Other sites that may send such requests.', {
      maxItems: 16,
    }),
    shadowFraction: fraction('How many requests are only counted and let through; none when absent.'),
  }),
  Origin: {
    pattern: '^(\\*|[A-Za-z][A-Za-z0-9+.-]*:\\/\\/(\\*|(\\*\\.)?(([\\w-]+\\.?)+)?[\\w-]+)(:\\d{1,5})?)$',
  },
  JWT: {
    fields: {
      providers: { maxItems: 16 },
      failOpen: {
        type: 'boolean',
        doc: 'Lets requests through whose token is missing or not valid.',
      },
    },
    rules: [
      atMostOneOf(['optional', 'failOpen'], {
        message: 'failOpen lets requests without a token through as well. Keep one of optional and failOpen.',
      }),
    ],
  },
  JWTProvider: {
    rules: [
      {
        rule: 'required',
        field: 'claimToHeaders',
        filled: true,
        when: { is: 'recomputeRoute', in: [true] },
        message:
          'recomputeRoute chooses the route again by headers made from claims, and there are none. Add claimToHeaders, or remove recomputeRoute.',
      },
      exactlyOneOf(['remoteJWKS', 'localJWKS'], {
        message:
          'The keys of a provider are fetched or given here: write exactly one of remoteJWKS and localJWKS.',
      }),
    ],
  },
  RemoteJWKS: {
    fields: {
      cacheDuration: { default: '300s' },
      failedRefetchDuration: duration(
        'How long Envoy waits after keys could not be fetched; 1 s when absent.',
      ),
    },
    rules: [noSingularBackend, ...plainRetryOnly],
  },
  LocalJWKS: {
    fields: { type: { default: 'Inline' } },
    rules: [{ rule: 'union', tag: 'type', members: { Inline: 'inline', ValueRef: 'valueRef' } }],
  },
  APIKeyAuth: { fields: { extractFrom: { minItems: 1 } } },
  ExtractFrom: {
    fields: { headers: names, params: names, cookies: names },
    rules: [
      exactlyOneOf(['headers', 'params', 'cookies'], {
        message:
          'A key comes from one sort of place: write exactly one of headers, params and cookies. Give others an item of their own.',
      }),
    ],
  },
});
