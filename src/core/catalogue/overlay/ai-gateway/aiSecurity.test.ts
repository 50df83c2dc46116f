import { type SpecCase, testSpecCases } from '../../../../../scripts/testing/specCases.ts';

const secretRef = { name: 'key' };
const oidc = { clientID: 'a', clientSecret: secretRef, provider: { issuer: 'https://id.example.com' } };
const aws = { region: 'eu-central-1' };
const google = { projectName: 'a', region: 'b' };
const azure = { clientID: 'a', tenantID: 'b', clientSecretRef: secretRef };
const federation = {
  projectID: 'a',
  workloadIdentityPoolName: 'b',
  workloadIdentityProviderName: 'c',
  oidcExchangeToken: { oidc },
};

const ofVersion = (version: string): SpecCase[] => {
  const isNew = version === 'v1beta1';
  const policy = (name: string, spec: object, places: readonly string[] = []): SpecCase => ({
    name,
    kind: `aigateway.envoyproxy.io/${version}/BackendSecurityPolicy`,
    spec,
    places,
  });
  const withOidc = (name: string, more: object, places: readonly string[] = []) =>
    policy(
      name,
      {
        type: 'AWSCredentials',
        awsCredentials: { ...aws, oidcExchangeToken: { awsRoleArn: 'a', oidc: { ...oidc, ...more } } },
      },
      places.map((it) => `awsCredentials.oidcExchangeToken.oidc${it}`),
    );
  const provider = (more: object) => ({ provider: { ...oidc.provider, ...more } });
  const onTargets = (...targetRefs: object[]) => ({ type: 'APIKey', apiKey: { secretRef }, targetRefs });
  return [
    policy('a key', { type: 'APIKey', apiKey: { secretRef } }),
    policy('a key that is missing', { type: 'APIKey' }, ['']),
    policy('another key', { type: 'APIKey', azureAPIKey: { secretRef } }, ['', 'azureAPIKey']),
    policy('two keys', { type: 'APIKey', apiKey: { secretRef }, anthropicAPIKey: { secretRef } }, [
      'anthropicAPIKey',
    ]),
    policy('a key of Azure', { type: 'AzureAPIKey', azureAPIKey: { secretRef } }),
    policy('a key of Anthropic', { type: 'AnthropicAPIKey', anthropicAPIKey: { secretRef } }),
    policy('AWS', { type: 'AWSCredentials', awsCredentials: { ...aws, credentialsFile: { secretRef } } }),
    policy('AWS without a region', { type: 'AWSCredentials', awsCredentials: {} }, ['awsCredentials']),
    policy('Azure', { type: 'AzureCredentials', azureCredentials: azure }),
    policy(
      'Azure twice',
      { type: 'AzureCredentials', azureCredentials: { ...azure, oidcExchangeToken: { oidc } } },
      ['azureCredentials.oidcExchangeToken'],
    ),
    policy(
      'Azure without proof',
      { type: 'AzureCredentials', azureCredentials: { clientID: 'a', tenantID: 'b' } },
      ['azureCredentials'],
    ),
    policy('Google', {
      type: 'GCPCredentials',
      gcpCredentials: { ...google, credentialsFile: { secretRef } },
    }),
    policy('Google by federation', {
      type: 'GCPCredentials',
      gcpCredentials: { ...google, workloadIdentityFederationConfig: federation },
    }),
    policy(
      'Google twice',
      {
        type: 'GCPCredentials',
        gcpCredentials: {
          ...google,
          credentialsFile: { secretRef },
          workloadIdentityFederationConfig: federation,
        },
      },
      ['gcpCredentials.workloadIdentityFederationConfig'],
    ),
    policy(
      'Google without proof',
      { type: 'GCPCredentials', gcpCredentials: google },
      isNew ? [] : ['gcpCredentials'],
    ),
    policy(
      'the credential of each request',
      { type: 'APIKey', apiKey: { secretRef }, credentialOverride: { fromRequestHeaders: {} } },
      isNew ? [] : ['credentialOverride'],
    ),
    ...(isNew
      ? [
          policy(
            'an override of nothing',
            { type: 'APIKey', apiKey: { secretRef }, credentialOverride: {} },
            ['credentialOverride'],
          ),
          policy(
            'two overrides',
            {
              type: 'APIKey',
              apiKey: { secretRef },
              credentialOverride: { fromRequestHeaders: {}, fromDynamicMetadata: { namespace: 'a' } },
            },
            ['credentialOverride'],
          ),
        ]
      : []),
    policy(
      'on backends and pools',
      onTargets(
        { group: 'aigateway.envoyproxy.io', kind: 'AIServiceBackend', name: 'a' },
        { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'a' },
      ),
    ),
    policy(
      'on something else',
      onTargets(
        { group: 'aigateway.envoyproxy.io', kind: 'InferencePool', name: 'a' },
        { group: 'inference.networking.k8s.io', kind: 'AIServiceBackend', name: 'a' },
        { group: '', kind: 'AIServiceBackend', name: 'a' },
      ),
      ['targetRefs.0.kind', 'targetRefs.1.kind', 'targetRefs.2.group'],
    ),

    withOidc('OpenID Connect', { cookieDomain: 'shop.example.com', forwardIDToken: { header: 'Host' } }),
    withOidc('a client twice', { clientIDRef: secretRef }, ['.clientIDRef']),
    withOidc('no client', { clientID: undefined }, ['']),
    withOidc(
      'two tokens in one header',
      { forwardAccessToken: true, forwardIDToken: { header: 'authorization' } },
      ['.forwardAccessToken'],
    ),
    withOidc('a domain with a part of one letter', { cookieDomain: 'a.b.example.com' }, ['.cookieDomain']),
    withOidc('a backend of the old form', provider({ backendRef: { name: 'a', port: 80 } }), [
      '.provider.backendRef',
    ]),
    withOidc('backends', provider({ backendRefs: [{ name: 'a', port: 80 }] })),
    withOidc('a Service without a port', provider({ backendRefs: [{ name: 'a' }] }), [
      '.provider.backendRefs.0',
    ]),
    withOidc(
      'a timeout for each try',
      provider({
        backendSettings: { retry: { perRetry: { timeout: '1s' }, retryOn: { httpStatusCodes: [500] } } },
      }),
      [
        '.provider.backendSettings.retry.perRetry.timeout',
        '.provider.backendSettings.retry.retryOn.httpStatusCodes',
      ],
    ),
    withOidc(
      'what only newer Envoy Gateways know',
      provider({
        backendSettings: {
          healthCheck: {
            active: {
              type: 'HTTP',
              http: { path: '/', method: 'A'.repeat(17), requestBody: { type: 'Text', text: 'a' } },
              healthCheckLog: {},
            },
          },
        },
      }),
      ['.http.requestBody', '.healthCheckLog'].map(
        (it) => `.provider.backendSettings.healthCheck.active${it}`,
      ),
    ),
  ];
};

testSpecCases([...ofVersion('v1beta1'), ...ofVersion('v1alpha1')], 'ai-gateway-v1.1.0');
