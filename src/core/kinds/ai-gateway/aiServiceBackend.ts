import { mutationFields } from '../fields/ai/mutationFields.ts';
import { isSet, readMap, readText } from '../reading.ts';
import { backendReference } from '../references/backendRef.ts';
import { mutationChips } from '../summaries/ai/mutationChips.ts';
import { chip, fieldRow, summary, words } from '../summaries/rows.ts';
import { aiGateway, backend } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { referenceLines } from '../templates/referenceLines.ts';
import type { CardSummary, KindDefinition } from '../types.ts';

/** Whose API a schema is, in words. Backends of many makers speak that of OpenAI. */
const apis: Readonly<Record<string, string>> = {
  OpenAI: 'OpenAI API',
  Cohere: 'Cohere API',
  AWSBedrock: 'AWS Bedrock',
  AzureOpenAI: 'Azure OpenAI',
  GCPVertexAI: 'Vertex AI',
  GCPAnthropic: 'Claude on Vertex AI',
  Anthropic: 'Anthropic API',
  AWSAnthropic: 'Claude on Bedrock',
};

export const aiServiceBackend: KindDefinition = {
  group: aiGateway,
  kind: 'AIServiceBackend',
  plural: 'aiservicebackends',
  versions: ['v1beta1', 'v1alpha1'],
  scope: 'namespaced',
  family: 'ai',
  icon: 'model',
  purpose: 'A provider of models: which API it speaks, and the Backend with its address',
  phase: 'service',
  baseName: 'openai',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/llm-integrations/supported-providers',
  references: [
    // The schema defaults to a Service and its rules refuse one, so group and kind are always written.
    {
      ...backendReference({ name: 'backendRef', path: 'spec.backendRef', to: [backend] }),
      portRequired: false,
      explicitType: true,
    },
  ],
  summarise,
  template: (context) => {
    const picked = context.pick(backend) ?? { ...backend, namespace: '', name: context.name };
    const { port: _, sectionName: __, ...target } = picked;
    return manifest(context, { apiVersion: `${aiGateway}/v1beta1`, kind: 'AIServiceBackend' }, [
      'spec:',
      '  # The API that the backend speaks. Requests in another form are translated.',
      '  schema:',
      '    name: OpenAI',
      '  # Its address stands in a Backend, also for a Service of the cluster.',
      '  backendRef:',
      ...indent(4, referenceLines(target, context)),
    ]);
  },
  form: [
    {
      title: 'Backend',
      isMain: true,
      help: 'What the provider speaks and where it is.',
      fields: [
        {
          type: 'enum',
          path: 'spec.schema.name',
          label: 'API',
          required: true,
          options: Object.keys(apis),
          help: 'Most self-hosted and compatible servers speak that of OpenAI.',
        },
        {
          type: 'text',
          path: 'spec.schema.version',
          label: 'API version',
          placeholder: '2025-01-01-preview',
          asText: true,
          help: 'For Azure OpenAI.',
        },
        {
          type: 'text',
          path: 'spec.schema.prefix',
          label: 'Path prefix',
          placeholder: 'v1',
          help: 'For OpenAI and Anthropic, where the API stands below another path than v1.',
        },
        {
          type: 'reference',
          path: 'spec.backendRef',
          label: 'Address',
          reference: 'backendRef',
          help: 'A Backend of Envoy Gateway. A Service is named there by its host name.',
        },
      ],
    },
    {
      title: 'Changes to requests',
      help: 'Made before a request goes to this backend. Changes of a route win over these.',
      fields: mutationFields('spec.'),
    },
  ],
};

function summarise(value: unknown): CardSummary {
  const name = readText(value, 'spec', 'schema', 'name');
  const prefix = readText(value, 'spec', 'schema', 'prefix');
  const api = name !== undefined && Object.hasOwn(apis, name) ? apis[name] : undefined;
  return summary({
    subtitle: words(
      name,
      readText(value, 'spec', 'schema', 'version'),
      prefix === undefined ? undefined : `/${prefix.replace(/^\//, '')}`,
    ),
    rows: isSet(value, 'spec', 'backendRef')
      ? [
          fieldRow(['spec', 'backendRef'], {
            label: readText(value, 'spec', 'backendRef', 'name') ?? 'backend',
            parts: [readText(value, 'spec', 'backendRef', 'kind')],
          }),
        ]
      : [],
    chips: [chip(api, 'the API that it speaks'), ...mutationChips([readMap(value, 'spec')])],
  });
}
