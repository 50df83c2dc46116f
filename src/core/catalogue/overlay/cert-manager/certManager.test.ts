import { type SpecCase, testSpecCases } from '../../../../../scripts/testing/specCases.ts';

const issuer = (name: string, spec: object, places: readonly string[] = []): SpecCase[] =>
  ['Issuer', 'ClusterIssuer'].map((kind) => ({ name, kind: `cert-manager.io/v1/${kind}`, spec, places }));
const certificate = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'cert-manager.io/v1/Certificate',
  spec: {
    secretName: 'shop-tls',
    issuerRef: { name: 'letsencrypt' },
    dnsNames: ['shop.example.com'],
    ...more,
  },
  places,
});
const order = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'acme.cert-manager.io/v1/Order',
  spec: { request: 'aGVsbG8=', issuerRef: { name: 'a' }, ...more },
  places,
});

const acme = (solver: object, more: object = {}) => ({
  acme: {
    server: 'https://acme.example.com',
    privateKeySecretRef: { name: 'account' },
    solvers: [solver],
    ...more,
  },
});
const solver = 'acme.solvers.0';
const venafi = (more: object) => ({ venafi: { zone: 'a', ...more } });
const cloud = { apiTokenSecretRef: { name: 'a' } };
const ngts = { credentialsRef: { name: 'a' }, tsgID: '1' };

testSpecCases(
  [
    ...issuer('signs itself', { selfSigned: {} }),
    ...issuer('nothing at all', {}),
    ...issuer('of a CA', { ca: { secretName: 'ca', crlDistributionPoints: ['https://a'] } }),
    ...issuer('of a CA without a Secret', { ca: {} }, ['ca']),
    ...issuer(
      'by a route',
      acme({ http01: { gatewayHTTPRoute: { parentRefs: [{ name: 'shop', kind: 'Gateway' }] } } }),
    ),
    ...issuer('by a route of nothing', acme({ http01: { gatewayHTTPRoute: { parentRefs: [{}] } } }), [
      `${solver}.http01.gatewayHTTPRoute.parentRefs.0`,
    ]),
    ...issuer(
      'by an Ingress',
      acme({ http01: { ingress: { ingressClassName: 'nginx', serviceType: 'Anything' } } }),
    ),
    ...issuer('by waiting', acme({ waitInsteadOfSelfCheck: '30s', dns01: { cnameStrategy: 'Follow' } })),
    ...issuer('by an unknown way', acme({ dns01: { cnameStrategy: 'follow' } }), [
      `${solver}.dns01.cnameStrategy`,
    ]),
    ...issuer(
      'with a webhook of its own',
      acme({ dns01: { webhook: { groupName: 'a', solverName: 'b', config: { any: [1] } } } }),
    ),
    ...issuer(
      'pulled twice by one Secret',
      acme({
        http01: { ingress: { podTemplate: { spec: { imagePullSecrets: [{ name: 'a' }, { name: 'a' }] } } } },
      }),
      [`${solver}.http01.ingress.podTemplate.spec.imagePullSecrets.1`],
    ),
    ...issuer('a long chain', acme({}, { preferredChain: 'x'.repeat(65) }), ['acme.preferredChain']),
    ...issuer(
      'an unknown algorithm',
      acme(
        {},
        { externalAccountBinding: { keyID: 'a', keySecretRef: { name: 'a' }, keyAlgorithm: 'RS256' } },
      ),
      ['acme.externalAccountBinding.keyAlgorithm'],
    ),
    ...issuer('of Venafi', venafi({ cloud })),
    ...issuer('of its successor', venafi({ ngts })),
    ...issuer('of Venafi, nowhere', venafi({}), ['venafi']),
    ...issuer('of Venafi, twice', venafi({ cloud, ngts }), ['venafi.ngts']),
    ...issuer('of Vault by AWS', {
      vault: { path: 'a', server: 'b', auth: { aws: { role: 'c', serviceAccountRef: { name: 'd' } } } },
    }),
    ...issuer('of Vault without a role', { vault: { path: 'a', server: 'b', auth: { aws: { role: '' } } } }, [
      'vault.auth.aws.role',
    ]),

    certificate('the least', {}),
    certificate('no issuer', { issuerRef: undefined }, ['']),
    certificate('an issuer without a name', { issuerRef: { kind: 'Issuer' } }, ['issuerRef']),
    certificate('an unknown field', { dnsName: 'a' }, ['dnsName']),
    certificate('an unknown key', { privateKey: { algorithm: 'rsa', rotationPolicy: 'Always' } }, [
      'privateKey.algorithm',
    ]),
    certificate('an unknown use', { usages: ['server auth', 'server'] }, ['usages.1']),
    certificate('the newest profile', { keystores: { pkcs12: { create: true, profile: 'Modern2026' } } }),
    certificate('an unknown profile', { keystores: { pkcs12: { create: true, profile: 'Modern' } } }, [
      'keystores.pkcs12.profile',
    ]),
    certificate('renewed at night', { renewal: { windows: [{ cron: '0 2 * * *', windowDuration: '90m' }] } }),
    certificate(
      'renewed for a day',
      { renewal: { policy: 'Always', windows: [{ cron: '', windowDuration: '1d' }] } },
      ['renewal.policy', 'renewal.windows.0.cron', 'renewal.windows.0.windowDuration'],
    ),
    certificate('half of a percent', { renewBeforePercentage: 0.5 }, ['renewBeforePercentage']),

    order('the least', { replaces: 'a.b' }),
    order('not base64', { request: 'hello!' }, ['request']),
    {
      name: 'an unknown type',
      kind: 'acme.cert-manager.io/v1/Challenge',
      spec: {
        authorizationURL: 'a',
        dnsName: 'a',
        issuerRef: { name: 'a' },
        key: 'a',
        solver: {},
        token: 'a',
        type: 'TLS',
        url: 'a',
      },
      places: ['type'],
    },
    {
      name: 'without a request',
      kind: 'cert-manager.io/v1/CertificateRequest',
      spec: { issuerRef: { name: 'a' } },
      places: [''],
    },
  ],
  'cert-manager-v1.21.1',
);
