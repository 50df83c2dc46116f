import { eg, gw } from '../envoy-gateway/envoyType.ts';
import { flag, listOf, of, record, text } from '../fields.ts';
import { atMostOneOf, each, exactlyOneOf, is, oneOfValues, union } from '../rules.ts';
import { type AiVersion, ai, aiResource, aiTypes, type TypeTable } from './aiType.ts';

const members = {
  APIKey: 'apiKey',
  AWSCredentials: 'awsCredentials',
  AzureAPIKey: 'azureAPIKey',
  AzureCredentials: 'azureCredentials',
  GCPCredentials: 'gcpCredentials',
  AnthropicAPIKey: 'anthropicAPIKey',
};
const targetKinds = {
  'aigateway.envoyproxy.io': 'AIServiceBackend',
  'inference.networking.k8s.io': 'InferencePool',
};

const some = (sentence: string) => text(sentence, { minLength: 1 });
const secret = (key: string) =>
  of(gw('SecretObjectReference'), `The Secret that has it, under the key \`${key}\`.`);
const keyIn = (header: string) =>
  record(`A key that is sent in the header \`${header}\`.`, { 'secretRef!': secret('apiKey') });
const exchange = {
  'oidc!': of(eg('OIDC'), 'The server that gives the token, and the client that asks for it.'),
  grantType: text('How the token is asked for.'),
  aud: text('For whom the token is meant.'),
};

/** BackendSecurityPolicy: how the gateway proves to a provider who it is. */
export const backendSecurityPolicy = (version: AiVersion): TypeTable =>
  aiTypes(version, {
    ...aiResource(
      version,
      'BackendSecurityPolicy',
      'How the gateway proves to a provider of models who it is.',
    ),
    BackendSecurityPolicySpec: record(
      'On which backends, and with what.',
      {
        targetRefs: listOf(
          { ref: gw('LocalPolicyTargetReference') },
          'The AIServiceBackends or InferencePools it is set on; only one policy for each.',
          { maxItems: 16, rules: [targetRule] },
        ),
        'type!': text('Which of the ways below is used.', { enum: Object.keys(members) }),
        apiKey: of(
          ai(version, 'BackendSecurityPolicyAPIKey'),
          'For `APIKey`: a key in the Authorization header.',
        ),
        awsCredentials: of(
          ai(version, 'BackendSecurityPolicyAWSCredentials'),
          'For `AWSCredentials`: requests signed for AWS.',
        ),
        azureAPIKey: of(
          ai(version, 'BackendSecurityPolicyAzureAPIKey'),
          'For `AzureAPIKey`: a key of Azure OpenAI.',
        ),
        azureCredentials: of(
          ai(version, 'BackendSecurityPolicyAzureCredentials'),
          'For `AzureCredentials`: a token of Entra ID.',
        ),
        gcpCredentials: of(
          ai(version, 'BackendSecurityPolicyGCPCredentials'),
          'For `GCPCredentials`: a token of Google Cloud.',
        ),
        anthropicAPIKey: of(
          ai(version, 'BackendSecurityPolicyAnthropicAPIKey'),
          'For `AnthropicAPIKey`: a key of Anthropic.',
        ),
        ...(version === 'v1beta1'
          ? {
              credentialOverride: of(
                ai(version, 'CredentialOverride'),
                'Takes the credential of each request instead of one for all.',
              ),
            }
          : {}),
      },
      [union('type', members)],
      { maxProperties: version === 'v1beta1' ? 4 : 3 },
    ),
    BackendSecurityPolicyAPIKey: keyIn('Authorization'),
    BackendSecurityPolicyAzureAPIKey: keyIn('api-key'),
    BackendSecurityPolicyAnthropicAPIKey: keyIn('x-api-key'),
    BackendSecurityPolicyAWSCredentials: record(
      "How requests are signed. Without either below, by AWS's own chain.",
      {
        'region!': some('The AWS region of the backend.'),
        credentialsFile: of(ai(version, 'AWSCredentialsFile'), 'A credentials file.'),
        oidcExchangeToken: of(
          ai(version, 'AWSOIDCExchangeToken'),
          'A token that is exchanged for credentials.',
        ),
      },
    ),
    AWSCredentialsFile: record('A credentials file of AWS.', {
      'secretRef!': secret('credentials'),
      profile: text('The profile in the file.', { default: 'default' }),
    }),
    AWSOIDCExchangeToken: record('A token that is exchanged for credentials of AWS.', {
      ...exchange,
      'awsRoleArn!': some('The role to take.'),
    }),
    BackendSecurityPolicyAzureCredentials: record(
      'How a token of Entra ID is got.',
      {
        'clientID!': some('The ID of the application.'),
        'tenantID!': some('The ID of the tenant.'),
        clientSecretRef: secret('client-secret'),
        oidcExchangeToken: of(
          ai(version, 'AzureOIDCExchangeToken'),
          'A token that is exchanged for one of Entra ID.',
        ),
      },
      [
        exactlyOneOf(['clientSecretRef', 'oidcExchangeToken'], {
          message: 'Azure takes one proof: write either clientSecretRef or oidcExchangeToken.',
        }),
      ],
    ),
    AzureOIDCExchangeToken: record('A token that is exchanged for one of Entra ID.', exchange),
    BackendSecurityPolicyGCPCredentials: record(
      'How a token of Google Cloud is got.',
      {
        'projectName!': some('The project.'),
        'region!': some('The region of the backend.'),
        credentialsFile: of(ai(version, 'GCPCredentialsFile'), 'The key file of a service account.'),
        workloadIdentityFederationConfig: of(
          ai(version, 'GCPWorkloadIdentityFederationConfig'),
          'A token of another provider that is exchanged for one of Google Cloud.',
        ),
      },
      [googleRule(version)],
    ),
    GCPCredentialsFile: record('The key file of a service account.', {
      'secretRef!': secret('service_account.json'),
    }),
    GCPWorkloadIdentityFederationConfig: record('Workload identity federation of Google Cloud.', {
      'projectID!': some('The project that has the pool.'),
      'workloadIdentityPoolName!': some('The pool.'),
      'workloadIdentityProviderName!': some('The provider in the pool.'),
      'oidcExchangeToken!': of(ai(version, 'GCPOIDCExchangeToken'), 'The token that is exchanged.'),
      serviceAccountImpersonation: of(
        ai(version, 'GCPServiceAccountImpersonationConfig'),
        'A service account to act as.',
      ),
    }),
    GCPOIDCExchangeToken: record('The token that is exchanged.', exchange),
    GCPServiceAccountImpersonationConfig: record('A service account to act as.', {
      'serviceAccountName!': some('Its name.'),
    }),
    ...(version === 'v1beta1' ? overrides(version) : {}),
  });

const targetRule = each('', [
  oneOfValues('group', Object.keys(targetKinds), {
    message: 'This policy is set on an AIServiceBackend (group aigateway.envoyproxy.io) or an InferencePool.',
  }),
  ...Object.entries(targetKinds).map(([group, kind]) =>
    oneOfValues('kind', [kind], {
      when: is('group', group),
      message: `In the group ${group} the kind is ${kind}.`,
    }),
  ),
]);

function googleRule(version: AiVersion) {
  const ways = ['credentialsFile', 'workloadIdentityFederationConfig'];
  return version === 'v1alpha1'
    ? exactlyOneOf(ways, {
        message:
          'In v1alpha1 Google Cloud takes one proof: write credentialsFile or workloadIdentityFederationConfig.',
      })
    : atMostOneOf(ways, {
        message:
          'Google Cloud takes one proof: keep either credentialsFile or workloadIdentityFederationConfig.',
      });
}

function overrides(version: AiVersion) {
  const fallbackToConfigured = flag(
    'Uses the credential above when it is not there; if false, 401 is answered.',
    {
      default: true,
    },
  );
  return {
    CredentialOverride: record(
      'Where the credential of a request is taken from: one of two places.',
      {
        fromDynamicMetadata: of(
          ai(version, 'DynamicMetadataCredentialSource'),
          'From metadata that a filter wrote. A client cannot forge it.',
        ),
        fromRequestHeaders: of(
          ai(version, 'RequestHeaderCredentialSource'),
          'From a header. Safe only when something before it removes what clients send under that name.',
        ),
      },
      [],
      { minProperties: 1, maxProperties: 1 },
    ),
    DynamicMetadataCredentialSource: record('Metadata that a filter wrote.', {
      'namespace!': some("The filter's namespace: `envoy.filters.http.ext_authz`."),
      key: text('The key in it; named after the type of credential when absent.'),
      fallbackToConfigured,
    }),
    RequestHeaderCredentialSource: record('A header of the request.', {
      header: text(
        'Its name, for AWS how the three names begin; named after the type of credential when absent.',
      ),
      fallbackToConfigured,
    }),
  };
}
