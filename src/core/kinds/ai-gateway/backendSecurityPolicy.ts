import { credentialOverrideField, credentialsField } from '../fields/ai/credentialFields.ts';
import { isSet } from '../reading.ts';
import { aiTargetRef } from '../references/aiTargetRef.ts';
import { providerReferences } from '../references/providerReferences.ts';
import { credentialRows, credentialWord } from '../summaries/ai/credentialRows.ts';
import { targetWords } from '../summaries/policySummary.ts';
import { chip, summary } from '../summaries/rows.ts';
import { sayRows } from '../summaries/sentences.ts';
import { aiGateway, aiServiceBackend, inferencePool } from '../targets.ts';
import { indent, manifest, scalar } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import { secretNameFor } from '../templates/secretNameFor.ts';
import type { KindDefinition } from '../types.ts';

export const backendSecurityPolicy: KindDefinition = {
  group: aiGateway,
  kind: 'BackendSecurityPolicy',
  plural: 'backendsecuritypolicies',
  versions: ['v1beta1', 'v1alpha1'],
  scope: 'namespaced',
  family: 'ai',
  icon: 'credential',
  purpose: 'Proves to a provider of models who asks: API keys, AWS, Azure, Google Cloud',
  phase: 'policy',
  baseName: 'provider-key',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/security/upstream-auth',
  references: [aiTargetRef(), ...providerReferences],
  summarise: (value) =>
    summary({
      subtitle: targetWords(value),
      rows: credentialRows(value),
      chips: [
        chip(credentialWord(value)),
        isSet(value, 'spec', 'credentialOverride')
          ? chip('of each request', 'takes the credential of a request where it has one')
          : undefined,
      ],
    }),
  template: (context) => {
    const target = targetOf(context, [aiServiceBackend, inferencePool], 'openai');
    const key = secretNameFor(context, /key|token|cred|secret/i, `${target.name}-key`);
    return manifest(context, { apiVersion: `${aiGateway}/v1beta1`, kind: 'BackendSecurityPolicy' }, [
      'spec:',
      '  # No other policy of this kind may target the same backend.',
      ...indent(2, targetRefLines(target, context)),
      '  # Sent to the provider in the Authorization header.',
      '  type: APIKey',
      '  apiKey:',
      '    # The Secret holds the key under the name apiKey.',
      '    secretRef:',
      `      name: ${scalar(key)}`,
    ]);
  },
  form: [
    {
      title: 'Credentials',
      isMain: true,
      help: 'What the gateway shows to the provider. Clients never see it.',
      say: (value) => sayRows(credentialRows(value)),
      fields: [
        {
          type: 'reference',
          path: 'spec.targetRefs',
          label: 'For',
          reference: 'targetRef',
          help: 'In the same namespace. A backend takes one such policy.',
        },
        credentialsField,
      ],
    },
    {
      title: 'Credential of each request',
      help: 'For gateways in front of many customers, each with credentials of its own.',
      fields: [credentialOverrideField],
    },
  ],
};
