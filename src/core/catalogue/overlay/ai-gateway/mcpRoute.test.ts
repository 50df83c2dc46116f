import { type SpecCase, testSpecCases } from '../../../../../scripts/testing/specCases.ts';

const parentRefs = [{ name: 'gateway' }];
const server = { name: 'one', port: 80 };
const secretRef = { name: 'key' };
const oauth = {
  issuer: 'https://id.example.com',
  protectedResourceMetadata: { resource: 'https://mcp.example.com/mcp' },
};
const jwt = { source: { jwt: { scopes: ['read'] } } };

const ofVersion = (version: string): SpecCase[] => {
  const route = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
    name,
    kind: `aigateway.envoyproxy.io/${version}/MCPRoute`,
    spec: { parentRefs, backendRefs: [server], ...more },
    places,
  });
  const one = (name: string, more: object, places: readonly string[] = []) =>
    route(
      name,
      { backendRefs: [{ ...server, ...more }] },
      places.map((it) => `backendRefs.0${it}`),
    );
  const key = (name: string, apiKey: object, places: readonly string[] = []) =>
    one(
      name,
      { securityPolicy: { apiKey } },
      places.map((it) => `.securityPolicy.apiKey${it}`),
    );
  const secure = (name: string, securityPolicy: object, places: readonly string[] = []) =>
    route(
      name,
      { securityPolicy },
      places.map((it) => `securityPolicy${it}`),
    );
  const keys = (name: string, jwks: object, places: readonly string[] = []) =>
    secure(
      name,
      { oauth: { ...oauth, jwks } },
      places.map((it) => `.oauth.jwks${it}`),
    );
  const ask = (name: string, extAuth: object, places: readonly string[] = []) =>
    secure(
      name,
      { extAuth },
      places.map((it) => `.extAuth${it}`),
    );
  const grpc = { backendRefs: [{ name: 'a', port: 80 }] };
  const remote = { uri: 'https://id.example.com/keys' };
  return [
    route('the least', {}),
    route('no parents', { parentRefs: [] }, ['parentRefs']),
    route('on a Service', { parentRefs: [{ name: 'a', kind: 'Service' }] }, ['parentRefs.0.kind']),
    route(
      'servers of one name',
      { backendRefs: [server, { ...server, name: 'two' }, { ...server, port: 81 }] },
      ['backendRefs.2.name'],
    ),
    route('who gets which server', { backendSelector: { rules: [{ cel: 'true' }] } }),
    route('an unknown action', { backendSelector: { defaultAction: 'Drop' } }, [
      'backendSelector.defaultAction',
    ]),
    one('a Service without a port', { port: undefined }, ['']),
    one('a Backend', { port: undefined, kind: 'Backend', group: 'gateway.envoyproxy.io' }),
    one('a long path', { path: `/${'a'.repeat(1024)}` }, ['.path']),
    one('headers', { forwardHeaders: [{ name: 'a', backendHeader: 'b' }] }),
    one('a header without a name', { forwardHeaders: [{ name: '' }] }, ['.forwardHeaders.0.name']),
    one('tools', { toolSelector: { include: ['a'], excludeRegex: ['b'] } }),
    one('an empty list of tools', { toolSelector: { include: [] } }),
    one('no tools', { toolSelector: {} }, ['.toolSelector']),
    one('tools included twice', { toolSelector: { include: ['a'], includeRegex: ['b'] } }, [
      '.toolSelector.includeRegex',
    ]),
    one('tools excluded twice', { toolSelector: { exclude: ['a'], excludeRegex: [] } }, [
      '.toolSelector.excludeRegex',
    ]),
    key('a key in a Secret', { secretRef, header: 'x-key' }),
    key('a key here', { inline: '' }),
    key('a key twice', { secretRef, inline: 'a' }, ['.inline']),
    key('no key', { header: 'x-key' }, ['']),
    key('a key in two places', { inline: 'a', header: 'x-key', queryParam: 'key' }, ['.queryParam']),

    secure('tokens', { oauth, authorization: { rules: [jwt] } }),
    secure('tokens without an issuer', { authorization: { rules: [{}, jwt] } }, ['']),
    secure('authorization without tokens', { authorization: { rules: [{ cel: 'true' }] } }),
    secure('authorization without any rules', { authorization: { rules: [] } }),
    secure('authorization without a list', { authorization: {} }, ['.authorization']),
    secure('authorization without a list, with tokens', { oauth, authorization: {} }),
    secure(
      'a token of which nothing is asked',
      { oauth, authorization: { rules: [{ source: { jwt: {} } }] } },
      ['.authorization.rules.0.source.jwt'],
    ),
    secure(
      'a token of which less is asked',
      { oauth, authorization: { rules: [{ source: { jwt: { scopes: [], claims: [] } } }] } },
      ['.authorization.rules.0.source.jwt'],
    ),
    secure('claims', {
      oauth,
      authorization: { rules: [{ source: { jwt: { claims: [{ name: 'sub', values: ['a'] }] } } }] },
    }),
    secure(
      'scopes as a claim',
      {
        oauth,
        authorization: { rules: [{ source: { jwt: { claims: [{ name: 'scope', values: ['a'] }] } } }] },
      },
      ['.authorization.rules.0.source.jwt.claims.0.name'],
    ),
    secure('a rule for no tools', { oauth, authorization: { rules: [{ target: { tools: [] } }] } }, [
      '.authorization.rules.0.target.tools',
    ]),
    secure('an issuer that is no address', { oauth: { ...oauth, issuer: 'nobody' } }, ['.oauth.issuer']),
    secure('keys of clients', {
      apiKeyAuth: { credentialRefs: [secretRef], extractFrom: [{ headers: [], params: [''] }] },
    }),
    keys('keys at an address', { remoteJWKS: remote }),
    keys('keys here', { localJWKS: { inline: '{}' } }),
    keys('keys in two places', { remoteJWKS: remote, localJWKS: { inline: '{}' } }, ['.localJWKS']),
    keys('no keys', {}, ['']),
    keys('keys elsewhere', { localJWKS: { type: 'ValueRef', inline: '{}' } }, [
      '.localJWKS',
      '.localJWKS.inline',
    ]),
    keys(
      'keys at a backend of the old form',
      { remoteJWKS: { ...remote, backendRef: { name: 'a', port: 80 } } },
      ['.remoteJWKS.backendRef'],
    ),
    keys('what only newer Envoy Gateways know', { remoteJWKS: { ...remote, failedRefetchDuration: '1s' } }, [
      '.remoteJWKS.failedRefetchDuration',
    ]),
    ask('another service', { grpc }),
    ask('no service', {}, ['']),
    ask('two services', { grpc, http: grpc }, ['.http']),
    ask('a service without backends', { grpc: {} }, ['.grpc']),
    ask('a path twice', { http: { ...grpc, path: '/', pathOverride: '/' } }, ['.http.pathOverride']),
    ask('more of the context', { grpc, contextExtensions: [{ name: 'a', type: 'Value', value: 'b' }] }),
    ask(
      'more of the context, elsewhere',
      {
        grpc,
        contextExtensions: [
          { name: 'a', type: 'ValueRef', valueRef: { group: '', kind: 'Pod', name: 'a', key: 'b' } },
        ],
      },
      ['.contextExtensions.0.valueRef.kind'],
    ),
  ];
};

testSpecCases([...ofVersion('v1beta1'), ...ofVersion('v1alpha1')], 'ai-gateway-v1.1.0');
