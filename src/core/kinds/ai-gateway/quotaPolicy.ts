import { costExpressionField, modelQuotasField, quotaFields } from '../fields/ai/quotaFields.ts';
import { aiTargetRef } from '../references/aiTargetRef.ts';
import { quotaRows, sayServiceQuota } from '../summaries/ai/quotaRows.ts';
import { targetWords } from '../summaries/policySummary.ts';
import { summary } from '../summaries/rows.ts';
import { aiGateway, aiServiceBackend } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const quotaPolicy: KindDefinition = {
  group: aiGateway,
  kind: 'QuotaPolicy',
  plural: 'quotapolicies',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'ai',
  icon: 'quota',
  purpose: 'How many tokens of a provider may be used in a while, in all and by whom',
  phase: 'policy',
  baseName: 'token-quota',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/traffic/quota-policy',
  references: [aiTargetRef([aiServiceBackend])],
  summarise: (value) => summary({ subtitle: targetWords(value), rows: quotaRows(value) }),
  template: (context) =>
    manifest(context, { apiVersion: `${aiGateway}/v1alpha1`, kind: 'QuotaPolicy' }, [
      'spec:',
      ...indent(2, targetRefLines(targetOf(context, [aiServiceBackend], 'openai'), context)),
      '  perModelQuotas:',
      '    # The model as modelNameOverride of the route names it.',
      '    - modelName: gpt-5-mini',
      '      quota:',
      '        # Tokens of each user by itself. Beyond it 429 is answered.',
      '        bucketRules:',
      '          - clientSelectors:',
      '              - headers:',
      '                  - name: x-user-id',
      '                    type: Distinct',
      '            quota:',
      '              limit: 50000',
      '              duration: 1h',
    ]),
  form: [
    {
      title: 'Quotas',
      isMain: true,
      help: 'How much of single models may be used. Beyond it requests are answered with 429.',
      fields: [
        {
          type: 'reference',
          path: 'spec.targetRefs',
          label: 'For',
          reference: 'targetRef',
          help: 'AIServiceBackends of the same namespace.',
        },
        modelQuotasField,
      ],
    },
    {
      title: 'All models together',
      help: 'Taken by the schema, and not enforced yet by AI Gateway v1.1: quotas of single models are.',
      say: sayServiceQuota,
      fields: [
        ...quotaFields('spec.serviceQuota.quota'),
        costExpressionField('spec.serviceQuota.costExpression'),
      ],
    },
  ],
};
