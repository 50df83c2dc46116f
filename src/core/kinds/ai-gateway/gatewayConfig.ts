import { requestCostsField } from '../fields/ai/requestCostFields.ts';
import { environmentFields } from '../fields/environmentFields.ts';
import type { FieldDeclaration } from '../form.ts';
import { isSet, readAt, readList, readText } from '../reading.ts';
import { controllerNamespace } from '../references/controllerNamespace.ts';
import { variableReferences } from '../references/podReferences.ts';
import { costChip, costListWords } from '../summaries/ai/costWords.ts';
import { count, fieldRow, summary, words } from '../summaries/rows.ts';
import { sayRows } from '../summaries/sentences.ts';
import { aiGateway } from '../targets.ts';
import { manifest } from '../templates/manifest.ts';
import type { CardRow, CardSummary, KindDefinition } from '../types.ts';

const container = 'spec.extProc.kubernetes';

const resourceFields: readonly FieldDeclaration[] = [
  {
    type: 'quantity',
    path: `${container}.resources.requests.cpu`,
    label: 'CPU request',
    placeholder: '100m',
  },
  {
    type: 'quantity',
    path: `${container}.resources.requests.memory`,
    label: 'Memory request',
    placeholder: '128Mi',
  },
  { type: 'quantity', path: `${container}.resources.limits.cpu`, label: 'CPU limit', placeholder: '500m' },
  {
    type: 'quantity',
    path: `${container}.resources.limits.memory`,
    label: 'Memory limit',
    placeholder: '512Mi',
    help: 'Whole requests and answers pass through its memory.',
  },
];

const imageField: FieldDeclaration = {
  type: 'choice',
  path: container,
  label: 'Image',
  help: 'That of the release when none is chosen.',
  members: [
    {
      label: 'Another image',
      key: 'image',
      newValue: () => 'registry.example.com/ai-gateway-extproc:v1.1.0',
      fields: [{ type: 'text', path: 'image', label: 'Image with its tag' }],
    },
    {
      label: 'Another registry',
      key: 'imageRepository',
      newValue: () => 'registry.example.com/ai-gateway-extproc',
      fields: [{ type: 'text', path: 'imageRepository', label: 'Repository without a tag' }],
    },
  ],
};

export const gatewayConfig: KindDefinition = {
  group: aiGateway,
  kind: 'GatewayConfig',
  plural: 'gatewayconfigs',
  versions: ['v1beta1', 'v1alpha1'],
  scope: 'namespaced',
  family: 'config',
  icon: 'sidecar',
  purpose: 'How the AI filter beside a Gateway runs, and which token costs it keeps',
  phase: 'configuration',
  baseName: 'ai-settings',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/gateway-config',
  references: variableReferences(container, controllerNamespace),
  summarise,
  template: (context) =>
    manifest(context, { apiVersion: `${aiGateway}/v1beta1`, kind: 'GatewayConfig' }, [
      '# A Gateway of this namespace names it in the annotation',
      '# aigateway.envoyproxy.io/gateway-config.',
      'spec:',
      '  extProc:',
      '    kubernetes:',
      '      # The filter runs as a container beside each proxy.',
      '      resources:',
      '        requests:',
      '          cpu: 100m',
      '          memory: 128Mi',
      '        limits:',
      '          memory: 512Mi',
      '  # Kept of every request of the Gateway. A route can set its own for the same key.',
      '  globalLLMRequestCosts:',
      '    - metadataKey: llm_total_token',
      '      type: TotalToken',
    ]),
  form: [
    {
      title: 'Filter',
      isMain: true,
      help: 'The container that reads models and counts tokens, beside each proxy.',
      say: (value) => sayRows(resourceRows(value)),
      fields: [
        ...resourceFields,
        ...environmentFields()
          .filter(({ path }) => path === 'env')
          .map((field) => ({ ...field, path: `${container}.env` })),
        imageField,
      ],
    },
    {
      title: 'Token costs',
      help: 'Numbers that are kept of every request of the Gateway. Rate limits charge them, access logs show them.',
      say: (value) => {
        const costs = costListWords(readList(value, 'spec', 'globalLLMRequestCosts'));
        return costs === undefined ? undefined : `Keeps ${costs}`;
      },
      fields: [requestCostsField('spec.globalLLMRequestCosts', 'A route can set its own for the same key.')],
    },
    {
      title: 'Forward proxy',
      help: 'For networks that let nothing out but through a proxy.',
      fields: [
        {
          type: 'text',
          path: 'spec.forwardProxy.address',
          label: 'Address',
          placeholder: 'proxy.example.com:3128',
          help: 'Host and port. TLS to the providers goes through it unopened.',
        },
      ],
    },
  ],
};

function summarise(value: unknown): CardSummary {
  const proxy = readText(value, 'spec', 'forwardProxy', 'address');
  const variables = readList(value, 'spec', 'extProc', 'kubernetes', 'env').length;
  return summary({
    rows: [
      ...resourceRows(value),
      ...(proxy === undefined ? [] : [fieldRow(['spec', 'forwardProxy'], { label: `through ${proxy}` })]),
    ],
    chips: [
      costChip(value, 'spec', 'globalLLMRequestCosts'),
      variables === 0 ? undefined : { text: count(variables, 'variable') },
    ],
  });
}

function resourceRows(value: unknown): readonly CardRow[] {
  const path = ['spec', 'extProc', 'kubernetes', 'resources'];
  const sizes = (kind: string) => {
    const size = readAt(value, ...path, kind);
    return words(readText(size, 'cpu'), readText(size, 'memory'));
  };
  if (!isSet(value, ...path)) return [];
  const limits = sizes('limits');
  return [
    fieldRow(path, {
      label: `filter with ${sizes('requests') ?? 'no request'}`,
      parts: [limits === undefined ? undefined : `at most ${limits}`],
    }),
  ];
}
