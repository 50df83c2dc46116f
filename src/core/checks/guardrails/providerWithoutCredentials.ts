import type { AnalysedResource } from '../../analysis.ts';
import { readText } from '../../kinds/reading.ts';
import { kindOf } from '../../kinds/registry.ts';
import { aiGateway, aiServiceBackend } from '../../kinds/targets.ts';
import { scalar } from '../../kinds/templates/manifest.ts';
import type { Repair } from '../../schema/fault.ts';
import { providerOf } from '../facts/aiBackends.ts';
import { backendSecurityPolicy, isOf } from '../facts/kinds.ts';
import { policiesOn } from '../facts/policies.ts';
import { newDocument } from '../newDocument.ts';
import type { Guardrail } from '../types.ts';

/** A provider of models that nobody logs in to. */
export const providerWithoutCredentials: Guardrail = {
  code: 'TS212',
  name: 'provider-without-credentials',
  reason:
    'Providers answer 401 without a key. A BackendSecurityPolicy adds it at the proxy, so that clients never see it.',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/security/upstream-auth/',
  scope: 'resource',
  run(service, facts) {
    if (!isOf(service, aiServiceBackend)) return [];
    const provider = providerOf(service, facts);
    if (provider === undefined || policiesOn(service.id, backendSecurityPolicy, facts).length > 0) return [];
    return [
      {
        severity: 'warning',
        message: `Requests go to ${provider.hostname} without credentials: no BackendSecurityPolicy is for AIServiceBackend ${service.name}. Add one, unless clients bring their own keys.`,
        path: ['metadata', 'name'],
        repairs: wayOut(service),
      },
    ];
  },
};

/** How a key is shown to the APIs that take one: the type of policy, and its field. */
const keyTypes: Readonly<Record<string, readonly [type: string, field: string]>> = {
  OpenAI: ['APIKey', 'apiKey'],
  Cohere: ['APIKey', 'apiKey'],
  Anthropic: ['AnthropicAPIKey', 'anthropicAPIKey'],
  AzureOpenAI: ['AzureAPIKey', 'azureAPIKey'],
};

/** For clouds, whose credentials take more than a key, there is no way without questions. */
function wayOut({ namespace, name, value }: AnalysedResource): readonly Repair[] {
  const schema = readText(value, 'spec', 'schema', 'name') ?? '';
  const known = Object.hasOwn(keyTypes, schema) ? keyTypes[schema] : undefined;
  if (known === undefined) return [];
  const [type, field] = known;
  const { kind } = backendSecurityPolicy;
  const version = kindOf(aiGateway, kind)?.versions[0] ?? 'v1beta1';
  const policy = newDocument(`${aiGateway}/${version}`, kind, { namespace, name: `${name}-key` }, [
    'spec:',
    '  targetRefs:',
    `    - group: ${aiGateway}`,
    `      kind: ${aiServiceBackend.kind}`,
    `      name: ${scalar(name)}`,
    `  type: ${type}`,
    `  ${field}:`,
    '    # A Secret of this namespace that holds the key under apiKey.',
    '    secretRef:',
    `      name: ${scalar(`${name}-key`)}`,
  ]);
  return [{ label: 'Add a policy with its key', steps: [], documents: [policy] }];
}
