import { readText } from '../reading.ts';
import { mapRows, summary } from '../summaries/rows.ts';
import { manifest } from '../templates/manifest.ts';
import type { CardRow, KindDefinition } from '../types.ts';

export const secret: KindDefinition = {
  group: '',
  kind: 'Secret',
  plural: 'secrets',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'tls',
  icon: 'secret',
  purpose: 'Certificates, passwords and keys',
  phase: 'configuration',
  baseName: 'credentials',
  docs: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  references: [],
  summarise: (value) => summary({ subtitle: readText(value, 'type') ?? 'Opaque', rows: keyRows(value) }),
  template: (context) =>
    manifest(context, { apiVersion: 'v1', kind: 'Secret' }, [
      'type: Opaque',
      '# Plain text here; the API server keeps it base64-encoded in data. Real values do not',
      '# belong into a repository: fill them in at deployment or let a controller make the Secret.',
      'stringData:',
      '  token: change-me',
    ]),
  fields: [
    {
      type: 'enum',
      path: 'type',
      label: 'Type',
      options: [
        'Opaque',
        'kubernetes.io/tls',
        'kubernetes.io/basic-auth',
        'kubernetes.io/dockerconfigjson',
        'kubernetes.io/ssh-auth',
      ],
      help: 'Cannot be changed once it is in a cluster.',
    },
  ],
};

/** Names of keys only. Values must never reach a card, a tooltip or an export of the picture. */
function keyRows(value: unknown): readonly CardRow[] {
  return [...mapRows(value, ['data'], keyOnly), ...mapRows(value, ['stringData'], keyOnly)];
}

function keyOnly(key: string) {
  return { label: key === '' ? '(empty key)' : key };
}
