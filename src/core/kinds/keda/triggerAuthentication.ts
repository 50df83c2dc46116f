import { triggerCredentialReferences } from '../references/triggerCredentialReferences.ts';
import { summariseCredentials } from '../summaries/triggerCredentialSummary.ts';
import { keda, secret } from '../targets.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';
import { credentialForm } from './credentialForm.ts';

export const triggerAuthentication: KindDefinition = {
  group: keda,
  kind: 'TriggerAuthentication',
  plural: 'triggerauthentications',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'scaling',
  icon: 'key',
  purpose: 'Where triggers of its namespace get their passwords, or whose identity they use',
  phase: 'configuration',
  baseName: 'trigger-auth',
  docs: 'https://keda.sh/docs/2.20/concepts/authentication/',
  references: triggerCredentialReferences('namespaced'),
  summarise: summariseCredentials,
  template: (context) => {
    const picked = context.pick(secret);
    return manifest(context, { apiVersion: `${keda}/v1alpha1`, kind: 'TriggerAuthentication' }, [
      'spec:',
      '  # Each key of a Secret becomes a parameter of the triggers that name this.',
      '  secretTargetRef:',
      '    - parameter: password',
      `      name: ${scalar(picked?.name ?? 'credentials')}`,
      '      key: password',
    ]);
  },
  form: credentialForm,
};
