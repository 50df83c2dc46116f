import { triggerCredentialReferences } from '../references/triggerCredentialReferences.ts';
import { summariseCredentials } from '../summaries/triggerCredentialSummary.ts';
import { keda } from '../targets.ts';
import { manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';
import { credentialForm } from './credentialForm.ts';

export const clusterTriggerAuthentication: KindDefinition = {
  group: keda,
  kind: 'ClusterTriggerAuthentication',
  plural: 'clustertriggerauthentications',
  versions: ['v1alpha1'],
  scope: 'cluster',
  family: 'scaling',
  icon: 'key',
  purpose: 'The same for triggers of every namespace; its Secrets stand beside KEDA',
  phase: 'configuration',
  baseName: 'shared-trigger-auth',
  docs: 'https://keda.sh/docs/2.20/concepts/authentication/',
  references: triggerCredentialReferences('cluster'),
  summarise: summariseCredentials,
  template: (context) =>
    manifest(
      { ...context, namespace: '' },
      { apiVersion: `${keda}/v1alpha1`, kind: 'ClusterTriggerAuthentication' },
      [
        'spec:',
        '  # The Secret stands in the namespace that KEDA runs in.',
        '  secretTargetRef:',
        '    - parameter: password',
        '      name: credentials',
        '      key: password',
      ],
    ),
  form: credentialForm,
};
