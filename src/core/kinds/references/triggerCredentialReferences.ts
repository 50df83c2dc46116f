import { serviceAccount } from '../targets.ts';
import type { ObjectReference, ReferenceDeclaration } from '../types.ts';
import { configMapKeyReference, secretKeyReference } from './localReferences.ts';

/** A ClusterTriggerAuthentication reads from the namespace of KEDA, which is outside most workspaces. */
type Place = { readonly namespace: ObjectReference['namespace']; readonly mayBeAbsent?: boolean };
const ownNamespace: Place = { namespace: 'own' };
const kedaNamespace: Place = { namespace: { fixed: 'keda' }, mayBeAbsent: true };

/** Secrets that hold what opens a vault, by the field that names them. */
const vaultSecrets: readonly (readonly [name: string, path: string])[] = [
  ['oauth2 clientSecret', 'spec.oauth2.clientSecret.valueFrom.secretKeyRef'],
  ['azureKeyVault clientSecret', 'spec.azureKeyVault.credentials.clientSecret.valueFrom.secretKeyRef'],
  ['awsSecretManager accessKey', 'spec.awsSecretManager.credentials.accessKey.valueFrom.secretKeyRef'],
  [
    'awsSecretManager accessSecretKey',
    'spec.awsSecretManager.credentials.accessSecretKey.valueFrom.secretKeyRef',
  ],
  ['awsSecretManager accessToken', 'spec.awsSecretManager.credentials.accessToken.valueFrom.secretKeyRef'],
  ['gcpSecretManager clientSecret', 'spec.gcpSecretManager.credentials.clientSecret.valueFrom.secretKeyRef'],
];

/**
 * What TriggerAuthentication and ClusterTriggerAuthentication read; they differ only in where it is. A gesture cannot
 * know which key of a Secret becomes which parameter, so it is all written by hand.
 */
export function triggerCredentialReferences(
  scope: 'namespaced' | 'cluster',
): readonly ReferenceDeclaration[] {
  const place = { ...(scope === 'cluster' ? kedaNamespace : ownNamespace), byHand: true };
  return [
    secretKeyReference({ ...place, name: 'secretTargetRef', path: 'spec.secretTargetRef[*]' }),
    configMapKeyReference({ ...place, name: 'configMapTargetRef', path: 'spec.configMapTargetRef[*]' }),
    ...vaultSecrets.map(([name, path]) => secretKeyReference({ ...place, name, path })),
    accountReference('serviceAccount', 'spec.boundServiceAccountToken[*].serviceAccountName', place),
    accountReference('vault serviceAccount', 'spec.hashiCorpVault.credential.serviceAccountName', place),
  ];
}

function accountReference(name: string, path: string, place: Place): ReferenceDeclaration {
  return {
    ...place,
    name,
    form: 'name',
    path,
    to: [serviceAccount],
    role: 'uses',
    flow: 'forward',
    mayBeAbsent: true,
  };
}
