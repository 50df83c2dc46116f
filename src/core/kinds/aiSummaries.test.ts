import { describe, expect, it } from 'vitest';
import { chips, lines, summaryOf } from './testing/summaryOf.ts';

describe('AIGatewayRoute', () => {
  const rule = (yaml: string) => lines(summaryOf('AIGatewayRoute', `spec: { rules: [${yaml}] }`))[0];
  const model = (value: string, more = '') =>
    `matches: [{ headers: [{ name: x-ai-eg-model, value: ${value}${more} }] }]`;

  it.each([
    [`{ ${model('gpt-5')}, backendRefs: [{ name: openai }] }`, 'gpt-5 | openai'],
    [
      `{ ${model('"gpt-.*"', ', type: RegularExpression')}, backendRefs: [{ name: a, modelNameOverride: m }] }`,
      '~ gpt-.* | a as m',
    ],
    ['{ backendRefs: [{ name: a, weight: 0 }] }', 'any model | a (weight 0)'],
    [
      '{ matches: [{ headers: [{ name: X-AI-EG-Model, value: m }, { name: x-team, value: "1" }] }] }',
      'm | x-team=1 | no backend',
    ],
    [
      '{ matches: [{ headers: [{ name: x-team, value: a, type: RegularExpression }] }], backendRefs: [{ name: b }] }',
      'any model | x-team~a | b',
    ],
    [
      '{ matches: [{ headers: [{ name: x-ai-eg-model, value: a }] }, { headers: [{ name: x-ai-eg-model, value: b }, { name: x, value: y }] }] }',
      'a or b (x=y) | no backend',
    ],
  ])('%s', (yaml, line) => {
    expect(rule(yaml)).toBe(line);
  });

  it('says backends in the order of their priority, and the shares of those that have the same', () => {
    expect(
      rule(
        '{ backendRefs: [{ name: bedrock, priority: 2 }, { name: openai, weight: 9 }, { name: azure, priority: 0, weight: 1 }, { name: pool, priority: 1 }] }',
      ),
    ).toBe('any model | 90 % openai · 10 % azure, then pool, then bedrock');
  });

  it('marks how long requests may take, and what is changed for which backend', () => {
    const summary = summaryOf(
      'AIGatewayRoute',
      `spec:
  hostnames: [ai.example.com]
  llmRequestCosts:
    - { metadataKey: all, type: TotalToken }
    - { metadataKey: cost, type: CEL, cel: output_tokens * 3u }
  rules:
    - timeouts: { request: 120s, backendRequest: 30s }
      streamIdleTimeout: 20s
      backendRefs: [{ name: a, headerMutation: { remove: [x] } }, { name: b, bodyMutation: {} }]
`,
    );
    expect(summary.subtitle).toBe('ai.example.com');
    expect(summary.chips).toEqual([
      { text: 'token costs', detail: 'keeps all tokens as all, output_tokens * 3u as cost' },
    ]);
    expect(summary.rows[0]?.chips).toEqual([
      { text: '120s timeout', detail: 'for the whole request' },
      { text: '30s per try', detail: 'for a single request to a backend' },
      { text: '20s idle', detail: 'how long a stream may be silent' },
      { text: 'headers', detail: 'changes headers for a' },
      { text: 'body', detail: 'changes fields of the body for b' },
    ]);
    expect(summary.rows[0]).toMatchObject({ id: 'rules/0', path: ['spec', 'rules', 0] });
  });
});

describe('AIServiceBackend', () => {
  it('says the API with its version, and the Backend in a row that the edge starts from', () => {
    const summary = summaryOf(
      'AIServiceBackend',
      'spec: { schema: { name: AzureOpenAI, version: 2025-01-01-preview }, backendRef: { kind: Backend, name: azure }, bodyMutation: {} }',
    );
    expect(summary.subtitle).toBe('AzureOpenAI 2025-01-01-preview');
    expect(chips(summary)).toEqual(['Azure OpenAI', 'body']);
    expect(lines(summary)).toEqual(['azure | Backend']);
    expect(summary.rows[0]).toMatchObject({ id: 'backendRef', path: ['spec', 'backendRef'] });
  });

  it('says a prefix, and takes an API that it does not know', () => {
    const of = (schema: string) => summaryOf('AIServiceBackend', `spec: { schema: ${schema} }`);
    expect(of('{ name: OpenAI, prefix: /v1beta }').subtitle).toBe('OpenAI /v1beta');
    expect(of('{ name: constructor }')).toEqual({ subtitle: 'constructor', rows: [], chips: [] });
  });
});

describe('BackendSecurityPolicy', () => {
  const of = (spec: string) => summaryOf('BackendSecurityPolicy', `spec: { ${spec} }`);

  it.each([
    ['type: APIKey, apiKey: { secretRef: { name: k } }', 'API key', 'API key in Authorization | secret: k'],
    [
      'type: AnthropicAPIKey, anthropicAPIKey: { secretRef: { name: k } }',
      'Anthropic key',
      'API key in x-api-key | secret: k',
    ],
    ['type: AzureAPIKey, azureAPIKey: {}', 'Azure key', 'API key in api-key'],
    [
      'type: AWSCredentials, awsCredentials: { region: us-east-1 }',
      'AWS',
      'AWS us-east-1 | credentials of the pod',
    ],
    [
      'type: AWSCredentials, awsCredentials: { region: r, oidcExchangeToken: { awsRoleArn: "arn:aws:iam::1:role/bedrock", oidc: { provider: { issuer: "https://i" } } } }',
      'AWS',
      'AWS r | role bedrock | token of https://i',
    ],
    [
      'type: AzureCredentials, azureCredentials: { clientID: c, tenantID: t, clientSecretRef: { name: s } }',
      'Azure',
      'Azure | client c | secret: s',
    ],
    [
      'type: GCPCredentials, gcpCredentials: { projectName: p, region: r, credentialsFile: { secretRef: { name: s } } }',
      'Google Cloud',
      'Google Cloud r | p | secret: s',
    ],
    [
      'type: GCPCredentials, gcpCredentials: { projectName: p, region: r, workloadIdentityFederationConfig: { workloadIdentityPoolName: w, oidcExchangeToken: { oidc: { provider: { issuer: i } } } } }',
      'Google Cloud',
      'Google Cloud r | p | pool w | token of i',
    ],
  ])('%s', (spec, chip, line) => {
    const summary = of(`targetRefs: [{ kind: AIServiceBackend, name: openai }], ${spec}`);
    expect(summary.subtitle).toBe('AIServiceBackend openai');
    expect(chips(summary)).toEqual([chip]);
    expect(lines(summary)).toEqual([line]);
  });

  it('marks credentials that requests bring', () => {
    expect(chips(of('type: APIKey, credentialOverride: { fromRequestHeaders: {} }'))).toEqual([
      'API key',
      'of each request',
    ]);
  });
});

describe('GatewayConfig', () => {
  it('says the size of the filter, the proxy and what is kept', () => {
    const summary = summaryOf(
      'GatewayConfig',
      `spec:
  extProc: { kubernetes: { env: [{ name: A }], resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 1Gi } } } }
  forwardProxy: { address: "proxy:3128" }
  globalLLMRequestCosts: [{ metadataKey: in, type: InputToken }]
`,
    );
    expect(lines(summary)).toEqual(['filter with 100m 128Mi | at most 1Gi', 'through proxy:3128']);
    expect(summary.chips).toEqual([
      { text: 'token costs', detail: 'keeps input tokens as in' },
      { text: '1 variable' },
    ]);
  });
});

describe('MCPRoute', () => {
  it('says its path, the tools of each server and who may call them', () => {
    const summary = summaryOf(
      'MCPRoute',
      `spec:
  hostnames: [mcp.example.com]
  path: /tools
  headers: [{ name: x, value: y }]
  backendSelector: {}
  backendRefs:
    - { name: github, path: /mcp/readonly, toolSelector: { includeRegex: ["^get_"], exclude: [get_secret] }, securityPolicy: { apiKey: {} } }
    - { name: docs, port: 80, path: /mcp, toolSelector: { include: [a, b, c, d] }, forwardHeaders: [{ name: x-user }] }
    - { name: last, toolSelector: { excludeRegex: [del] } }
  securityPolicy:
    oauth: { issuer: "https://auth" }
    apiKeyAuth: {}
    extAuth: {}
    authorization:
      rules:
        - { target: { tools: [{ backend: github, tool: search }] }, source: { jwt: { scopes: [read], claims: [{ name: team, values: [a, b] }] } } }
        - { action: Deny, cel: "true" }
`,
    );
    expect(summary.subtitle).toBe('/tools on mcp.example.com');
    expect(lines(summary)).toEqual([
      'github | /mcp/readonly | only ~ ^get_ but not get_secret [API key]',
      'docs:80 | only a, b, c and 1 more [headers]',
      'last | not ~ del',
      'Allow github/search | scope read, team=a|b',
      'Deny any tool | CEL',
      'else Deny',
    ]);
    expect(chips(summary)).toEqual([
      'OAuth',
      'API key',
      'ext auth',
      'authorization',
      'backend selector',
      'headers',
    ]);
    expect(summary.rows[0]).toMatchObject({ id: 'backendRefs/github', path: ['spec', 'backendRefs', 0] });
    expect(summary.rows[3]).toMatchObject({ id: 'authorization/rules/0' });
  });

  it('listens at /mcp where nothing is said', () => {
    expect(summaryOf('MCPRoute', 'spec: {}')).toEqual({ subtitle: '/mcp', rows: [], chips: [] });
  });
});

describe('QuotaPolicy', () => {
  it('says the quotas of models, and those of some clients below them', () => {
    const summary = summaryOf(
      'QuotaPolicy',
      `spec:
  targetRefs: [{ kind: AIServiceBackend, name: openai }, { kind: AIServiceBackend, name: azure }]
  serviceQuota: { costExpression: input_tokens, quota: { limit: 1, duration: 1d } }
  perModelQuotas:
    - modelName: gpt-5
      quota:
        defaultBucket: { limit: 1000, duration: 1h }
        bucketRules:
          - { clientSelectors: [{ headers: [{ name: x-user-id, type: Distinct }] }], quota: { limit: 10, duration: 1m } }
          - { quota: { limit: 5, duration: 1s }, shadowMode: true }
    - { modelName: b, quota: { costExpression: output_tokens, defaultBucket: { limit: 7, duration: 5m } } }
`,
    );
    expect(summary.subtitle).toBe('AIServiceBackend openai and 1 more');
    expect(lines(summary)).toEqual([
      'all models | 1 unit per day',
      'gpt-5 | 1000 tokens per hour',
      'for each x-user-id | 10 tokens per minute',
      'for everyone | 5 tokens per second [shadow]',
      'b | 7 units per 5m',
    ]);
    expect(summary.rows[2]).toMatchObject({
      id: 'perModelQuotas/0/bucketRules/0',
      path: ['spec', 'perModelQuotas', 0, 'quota', 'bucketRules', 0],
    });
  });
});

describe('InferencePool', () => {
  it('says the labels, the ports and who picks', () => {
    const summary = summaryOf(
      'InferencePool',
      `spec:
  selector: { matchLabels: { app: llama, gpu: a100, tier: one } }
  targetPorts: [{ number: 8000 }, { number: 8001 }]
  appProtocol: kubernetes.io/h2c
  endpointPickerRef: { name: epp, port: { number: 9002 }, failureMode: FailOpen }
`,
    );
    expect(summary.subtitle).toBe('app=llama, gpu=a100 and 1 more');
    expect(lines(summary)).toEqual([
      '8000 | of each pod',
      '8001 | of each pod',
      'endpoint picker | epp:9002 [fails open]',
    ]);
    expect(chips(summary)).toEqual(['h2c']);
    // A backendRef to a pool names no port, so no row claims one.
    expect(summary.rows.every(({ port }) => port === undefined)).toBe(true);
    expect(summary.rows[2]).toMatchObject({ id: 'endpointPickerRef', path: ['spec', 'endpointPickerRef'] });
  });
});

describe('EnvoyExtensionPolicy', () => {
  it('says what runs, where it comes from and what happens when it fails', () => {
    const summary = summaryOf(
      'EnvoyExtensionPolicy',
      `spec:
  targetRefs: [{ kind: HTTPRoute, name: shop }]
  mergeType: StrategicMerge
  wasm:
    - { name: a, code: { type: Image, image: { url: "r/a:1", sha256: x } } }
    - { failOpen: true, code: { type: HTTP, http: { url: "https://f/b.wasm" } } }
  lua:
    - { type: Inline, inline: "a\\nb\\n" }
    - { type: ValueRef, valueRef: { name: scripts } }
  extProc:
    - { backendRefs: [{ name: p }], messageTimeout: 1s, processingMode: { request: { body: Streamed }, response: {} }, shadowMode: true }
  dynamicModule: [{ name: m, filterName: f, terminalFilter: true }]
`,
    );
    expect(summary.subtitle).toBe('HTTPRoute shop');
    expect(lines(summary)).toEqual([
      'a | r/a:1',
      'Wasm | https://f/b.wasm [fails open] [no checksum]',
      'Lua | 2 lines',
      'Lua | config map: scripts',
      'asks p | request headers and body (Streamed) | response headers | within 1s [shadow]',
      'm | f [answers]',
    ]);
    expect(chips(summary)).toEqual(['Wasm', 'Lua', 'ext proc', 'modules', 'merged']);
    expect(summary.rows.map(({ id }) => id)).toEqual([
      'wasm/a',
      'wasm/1',
      'lua/0',
      'lua/1',
      'extProc/0',
      'dynamicModule/m',
    ]);
  });
});

describe('EnvoyPatchPolicy', () => {
  it('says each patch and what it is made to', () => {
    const summary = summaryOf(
      'EnvoyPatchPolicy',
      `spec:
  targetRef: { kind: Gateway, name: web }
  priority: -1
  jsonPatches:
    - { type: type.googleapis.com/envoy.config.listener.v3.Listener, name: default/web/http, operation: { op: add, path: /a } }
    - { type: x, name: y, operation: { op: remove, jsonPath: "..b", path: c } }
    - {}
`,
    );
    expect(summary.subtitle).toBe('Gateway web');
    expect(lines(summary)).toEqual(['add /a | Listener default/web/http', 'remove ..b c | x y', 'patch']);
    expect(chips(summary)).toEqual(['priority -1']);
  });
});

describe('HTTPRouteFilter', () => {
  it('says what it does to requests', () => {
    const summary = summaryOf(
      'HTTPRouteFilter',
      `spec:
  urlRewrite:
    path: { type: ReplaceRegexMatch, replaceRegexMatch: { pattern: ^/a, substitution: /b } }
    hostname: { type: Header, header: x-host }
  directResponse: { statusCode: 503, contentType: text/plain, body: { type: Inline, inline: Back soon } }
  credentialInjection: { overwrite: true, credential: { valueRef: { name: token } } }
  matches: [{ cookies: [{ name: beta, value: "1" }, { name: t, type: RegularExpression, value: a+ }] }, {}]
`,
    );
    expect(summary.subtitle).toBeUndefined();
    expect(lines(summary)).toEqual([
      'path ~ ^/a | → /b',
      'host from header x-host',
      'answers 503 | text/plain | Back soon',
      'credential in Authorization | secret: token [overwrites]',
      'cookie beta=1, t~a+',
      'any request',
    ]);
    expect(chips(summary)).toEqual(['rewrite', 'answer', 'credential', 'cookies']);
    const host = (yaml: string) =>
      lines(summaryOf('HTTPRouteFilter', `spec: { urlRewrite: { hostname: ${yaml} } }`));
    expect(host('{ type: Backend }')).toEqual(['host of the backend']);
    expect(host('{ type: PathRegex, pathRegex: { pattern: p, substitution: s } }')).toEqual([
      'host from the path ~ p | s',
    ]);
    expect(lines(summaryOf('HTTPRouteFilter', 'spec: { directResponse: {} }'))).toEqual(['answers 200']);
  });
});
