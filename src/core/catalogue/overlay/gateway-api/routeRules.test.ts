import { describe, expect, it } from 'vitest';
import { judgeCase, type RuleCase, type Spec } from './judgeSpec.property.ts';

const http = (rule: Spec): Spec => ({ rules: [rule] });
const filtered = (...filters: Spec[]): Spec => http({ filters });
const parents = (...parentRefs: Spec[]): Spec => ({ parentRefs });
const redirect = (more: Spec = {}): Spec => ({ type: 'RequestRedirect', requestRedirect: more });
const prefix = { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/b' } };
const rewritePrefix = { type: 'URLRewrite', urlRewrite: prefix };
const setHeader = {
  type: 'RequestHeaderModifier',
  requestHeaderModifier: { set: [{ name: 'a', value: 'b' }] },
};
const cors = (more: Spec): Spec => filtered({ type: 'CORS', cors: more });
const mirror = (more: Spec): Spec =>
  filtered({ type: 'RequestMirror', requestMirror: { backendRef: { name: 's', port: 80 }, ...more } });
const matches = (count: number) => Array.from({ length: count }, () => ({}));

const cases: readonly RuleCase[] = [
  {
    of: 'a Service without a port',
    kind: 'HTTPRoute',
    bad: http({ backendRefs: [{ name: 's' }] }),
    at: 'spec.rules.0.backendRefs.0',
    good: http({ backendRefs: [{ name: 's', kind: 'Other' }] }),
  },
  {
    of: 'one parent with and without a section',
    kind: 'HTTPRoute',
    bad: parents({ name: 'g', sectionName: 'a' }, { name: 'h' }, { name: 'g' }),
    at: 'spec.parentRefs.2',
    good: parents({ name: 'g', sectionName: 'a' }, { name: 'g', sectionName: 'b' }, { name: 'h' }),
  },
  {
    of: 'the same parent twice',
    kind: 'GRPCRoute',
    bad: parents({ name: 'g' }, { name: 'g', kind: 'Gateway' }),
    at: 'spec.parentRefs.1',
    good: parents({ name: 'g' }, { name: 'g', namespace: 'x' }),
  },
  {
    of: 'two rules of one name',
    kind: 'HTTPRoute',
    channel: 'experimental',
    bad: { rules: [{ name: 'a' }, {}, { name: 'a' }] },
    at: 'spec.rules.2.name',
    good: { rules: [{ name: 'a' }, {}, { name: 'b' }, {}] },
  },
  {
    of: '129 matches in all',
    kind: 'HTTPRoute',
    bad: { rules: [{ matches: matches(64) }, { matches: matches(64) }, { matches: matches(1) }] },
    at: 'spec.rules.2.matches.0',
    good: { rules: [{ matches: matches(64) }, { matches: matches(63) }, {}] },
  },
  {
    of: 'a redirect with backends',
    kind: 'HTTPRoute',
    bad: http({ filters: [redirect()], backendRefs: [{ name: 's', port: 80 }] }),
    at: 'spec.rules.0.backendRefs',
    good: http({ filters: [redirect()], backendRefs: [] }),
  },
  {
    of: 'a prefix replaced where none is matched',
    kind: 'HTTPRoute',
    bad: http({ filters: [rewritePrefix], matches: [{ path: { type: 'Exact', value: '/a' } }] }),
    at: 'spec.rules.0.matches.0.path.type',
    good: http({ filters: [rewritePrefix], matches: [{ path: { value: '/a' } }] }),
  },
  {
    of: 'a prefix replaced where two are matched',
    kind: 'HTTPRoute',
    bad: http({ filters: [redirect(prefix)], matches: [{}, {}] }),
    at: 'spec.rules.0.matches.1',
    good: http({ filters: [redirect(prefix)] }),
  },
  {
    of: 'a prefix replaced in the filter of a backend',
    kind: 'HTTPRoute',
    bad: http({ backendRefs: [{ name: 's', port: 1, filters: [rewritePrefix] }], matches: [{}, {}] }),
    at: 'spec.rules.0.matches.1',
    good: http({
      backendRefs: [
        { name: 's', port: 1, filters: [rewritePrefix] },
        { name: 't', port: 1, filters: [rewritePrefix] },
      ],
      matches: [{}, {}],
    }),
  },
  {
    of: 'a redirect beside a rewrite',
    kind: 'HTTPRoute',
    bad: filtered({ type: 'URLRewrite', urlRewrite: {} }, redirect()),
    at: 'spec.rules.0.filters.1',
    good: filtered(setHeader, redirect()),
  },
  {
    of: 'a filter twice',
    kind: 'GRPCRoute',
    bad: filtered(setHeader, setHeader),
    at: 'spec.rules.0.filters.1',
    good: filtered(setHeader),
  },
  {
    of: 'a filter without its settings',
    kind: 'HTTPRoute',
    bad: filtered({ type: 'URLRewrite' }),
    at: 'spec.rules.0.filters.0',
    good: filtered({ type: 'URLRewrite', urlRewrite: {} }),
  },
  {
    of: "a filter with another's settings",
    kind: 'HTTPRoute',
    bad: filtered({ ...setHeader, urlRewrite: {} }),
    at: 'spec.rules.0.filters.0.urlRewrite',
    good: filtered(setHeader),
  },
  {
    of: 'a path modifier of another type',
    kind: 'HTTPRoute',
    bad: filtered(
      redirect({ path: { type: 'ReplaceFullPath', replaceFullPath: '/', replacePrefixMatch: '/' } }),
    ),
    at: 'spec.rules.0.filters.0.requestRedirect.path.replacePrefixMatch',
    good: filtered(redirect({ path: { type: 'ReplaceFullPath', replaceFullPath: '/' } })),
  },
  {
    of: 'a star among others',
    kind: 'HTTPRoute',
    bad: cors({ allowMethods: ['GET', '*'] }),
    at: 'spec.rules.0.filters.0.cors.allowMethods.1',
    good: cors({ allowMethods: ['*'], allowOrigins: ['https://a.b', 'https://c.d'] }),
  },
  {
    of: 'a mirror with percent and fraction',
    kind: 'GRPCRoute',
    bad: mirror({ percent: 1, fraction: { numerator: 1 } }),
    at: 'spec.rules.0.filters.0.requestMirror.fraction',
    good: mirror({ percent: 1 }),
  },
  {
    of: 'more than one whole',
    kind: 'HTTPRoute',
    bad: mirror({ fraction: { numerator: 101 } }),
    at: 'spec.rules.0.filters.0.requestMirror.fraction.numerator',
    good: mirror({ fraction: { numerator: 101, denominator: 1000 } }),
  },
  {
    of: 'a try that is longer than the request',
    kind: 'HTTPRoute',
    bad: http({ timeouts: { request: '1s', backendRequest: '1100ms' } }),
    at: 'spec.rules.0.timeouts.backendRequest',
    good: http({ timeouts: { request: '0ms', backendRequest: '1100ms' } }),
  },
  {
    of: 'a gRPC match of nothing',
    kind: 'GRPCRoute',
    bad: http({ matches: [{ method: { type: 'Exact' } }] }),
    at: 'spec.rules.0.matches.0.method',
    good: http({ matches: [{ method: { service: 'a.B', method: 'C_d' } }] }),
  },
  {
    of: 'a gRPC method that is none',
    kind: 'GRPCRoute',
    bad: http({ matches: [{ method: { method: 'a.b' } }] }),
    at: 'spec.rules.0.matches.0.method.method',
    good: http({ matches: [{ method: { method: 'a.b', type: 'RegularExpression' } }] }),
  },
  {
    of: 'a permanent cookie without an end',
    kind: 'HTTPRoute',
    channel: 'experimental',
    bad: http({ sessionPersistence: { cookieConfig: { lifetimeType: 'Permanent' } } }),
    at: 'spec.rules.0.sessionPersistence',
    good: http({ sessionPersistence: { cookieConfig: {} } }),
  },
  {
    of: 'a cookie for a header',
    kind: 'GRPCRoute',
    channel: 'experimental',
    bad: http({ sessionPersistence: { type: 'Header', cookieConfig: {} } }),
    at: 'spec.rules.0.sessionPersistence.cookieConfig',
    good: http({ sessionPersistence: { type: 'Header' } }),
  },
  {
    of: 'external authorization of another protocol',
    kind: 'HTTPRoute',
    channel: 'experimental',
    bad: filtered({
      type: 'ExternalAuth',
      externalAuth: { protocol: 'GRPC', backendRef: { name: 's', port: 1 }, grpc: {}, http: {} },
    }),
    at: 'spec.rules.0.filters.0.externalAuth.http',
    good: filtered({
      type: 'ExternalAuth',
      externalAuth: { protocol: 'GRPC', backendRef: { name: 's', port: 1 }, grpc: {} },
    }),
  },
];

describe('the rules of routes', () => {
  it.each(cases)('sees $of', (one) => {
    expect(judgeCase(one)).toEqual({ bad: [one.at], good: [] });
  });
});
