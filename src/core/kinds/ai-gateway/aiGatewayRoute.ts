import { aiRulesField } from '../fields/ai/aiRouteFields.ts';
import { requestCostsField } from '../fields/ai/requestCostFields.ts';
import { attachmentSection } from '../fields/routeFields.ts';
import { readList } from '../reading.ts';
import { gatewayParentRef } from '../references/parentRef.ts';
import { summariseAiRoute } from '../summaries/ai/aiRouteSummary.ts';
import { costListWords } from '../summaries/ai/costWords.ts';
import { modelHeader } from '../summaries/modelWords.ts';
import { aiGateway, aiServiceBackend, gateway, httpRoute, inferencePool } from '../targets.ts';
import { indent, item, type Lines, manifest } from '../templates/manifest.ts';
import { parentRefLines, referenceLines } from '../templates/referenceLines.ts';
import type { KindDefinition, ObjectReference, TemplateContext } from '../types.ts';

const backendRef: ObjectReference = {
  name: 'backendRef',
  form: 'object',
  path: 'spec.rules[*].backendRefs[*]',
  to: [aiServiceBackend, inferencePool],
  role: 'sends-to',
  flow: 'forward',
  namespace: 'field',
  has: ['weight'],
  rankedBy: 'priority',
  needsGrant: true,
};

export const aiGatewayRoute: KindDefinition = {
  group: aiGateway,
  kind: 'AIGatewayRoute',
  plural: 'aigatewayroutes',
  versions: ['v1beta1', 'v1alpha1'],
  scope: 'namespaced',
  family: 'ai',
  icon: 'models',
  purpose: 'Sends requests for models to providers, with fallback and token costs',
  phase: 'route',
  baseName: 'llm-route',
  docs: 'https://aigateway.envoyproxy.io/docs/concepts/resources',
  references: [backendRef, gatewayParentRef],
  makes: [httpRoute],
  summarise: summariseAiRoute,
  template: (context) =>
    manifest(context, { apiVersion: `${aiGateway}/v1beta1`, kind: 'AIGatewayRoute' }, [
      'spec:',
      ...indent(2, parentRefLines(context, [gateway])),
      '  rules:',
      '    # The gateway reads the model from the body of the request and writes it into this',
      '    # header. Leave the match out to take every model.',
      '    - matches:',
      '        - headers:',
      `            - name: ${modelHeader}`,
      '              value: gpt-5-mini',
      ...indent(6, backendLines(context)),
      '  # Kept of every request, for rate limits and access logs.',
      '  llmRequestCosts:',
      '    - metadataKey: llm_total_token',
      '      type: TotalToken',
    ]),
  form: [
    attachmentSection({ hostnames: true }),
    {
      title: 'Rules',
      isMain: true,
      help: 'Which models are served by which backends. The first rule that fits takes the request.',
      fields: [aiRulesField],
    },
    {
      title: 'Token costs',
      help: 'Numbers that are kept of every request. Rate limits charge them, access logs show them.',
      say: (value) => {
        const costs = costListWords(readList(value, 'spec', 'llmRequestCosts'));
        return costs === undefined ? undefined : `Keeps ${costs}`;
      },
      docs: 'https://aigateway.envoyproxy.io/docs/capabilities/traffic/usage-based-ratelimiting',
      fields: [
        requestCostsField(
          'spec.llmRequestCosts',
          'They take the place of those of the GatewayConfig with the same key.',
        ),
      ],
    },
  ],
};

function backendLines(context: TemplateContext): Lines {
  const picked = context.pick(aiServiceBackend, inferencePool);
  if (picked === undefined) return [];
  const { port: _, sectionName: __, ...target } = picked;
  return [
    picked.kind === aiServiceBackend.kind
      ? '# Tried first. Those with a higher priority stand in when it fails.'
      : '# A pool is the only backend of its rule.',
    'backendRefs:',
    ...indent(2, item(referenceLines(target, context, { unless: aiServiceBackend }))),
  ];
}
