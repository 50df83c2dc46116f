import { readFlag, readList, readPairs, readText } from '../reading.ts';
import { secretKeyReference } from '../references/localReferences.ts';
import { chip, listing, summary } from '../summaries/rows.ts';
import { manifest } from '../templates/manifest.ts';
import type { Chip, KindDefinition } from '../types.ts';

/** Annotations by which a cloud knows the account, and what it is then. */
const cloudIdentities: readonly (readonly [annotation: string, name: string])[] = [
  ['eks.amazonaws.com/role-arn', 'AWS role'],
  ['azure.workload.identity/client-id', 'Azure identity'],
  ['iam.gke.io/gcp-service-account', 'Google account'],
];

export const serviceAccount: KindDefinition = {
  group: '',
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'config',
  icon: 'account',
  purpose: 'Who the pods of a workload are, to the API server and to clouds',
  phase: 'configuration',
  baseName: 'app',
  docs: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
  references: [
    secretKeyReference({ name: 'imagePullSecret', path: 'imagePullSecrets[*]', mayBeAbsent: true }),
    secretKeyReference({ name: 'secret', path: 'secrets[*]', mayBeAbsent: true, byHand: true }),
  ],
  summarise: (value) =>
    summary({
      subtitle: listing(
        readList(value, 'imagePullSecrets').flatMap((each) => readText(each, 'name') ?? []),
        2,
      ),
      chips: [
        ...identityChips(value),
        readFlag(value, 'automountServiceAccountToken')
          ? chip('token', 'pods get its token unless they say otherwise')
          : undefined,
      ],
    }),
  template: (context) =>
    manifest(context, { apiVersion: 'v1', kind: 'ServiceAccount' }, [
      '# Pods that talk to the API server ask for the token themselves.',
      'automountServiceAccountToken: false',
    ]),
  form: [
    {
      title: 'Account',
      isMain: true,
      help: 'What pods of this account get besides its name.',
      fields: [
        {
          type: 'boolean',
          path: 'automountServiceAccountToken',
          label: 'Mount its token',
          help: 'True when empty. Only pods that talk to the API server need it.',
        },
        {
          type: 'reference',
          path: 'imagePullSecrets',
          label: 'Secrets to pull images',
          reference: 'imagePullSecret',
        },
      ],
    },
    {
      title: 'Identity in a cloud',
      help: 'By which the services of a cloud know the pods, without a key.',
      say: (value) => identityChips(value)[0]?.detail,
      docs: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
      fields: [
        {
          type: 'text',
          path: 'metadata.annotations["eks.amazonaws.com/role-arn"]',
          label: 'Role of AWS',
          placeholder: 'arn:aws:iam::123456789012:role/orders',
        },
        {
          type: 'text',
          path: 'metadata.annotations["azure.workload.identity/client-id"]',
          label: 'Client ID of Azure',
        },
        {
          type: 'text',
          path: 'metadata.annotations["iam.gke.io/gcp-service-account"]',
          label: 'Service account of Google',
          placeholder: 'orders@shop.iam.gserviceaccount.com',
        },
      ],
    },
  ],
};

function identityChips(value: unknown): readonly Chip[] {
  const annotations = new Map(readPairs(value, 'metadata', 'annotations'));
  return cloudIdentities.flatMap(([annotation, name]) => {
    const identity = annotations.get(annotation);
    return identity === undefined ? [] : [{ text: name, detail: identity }];
  });
}
