import type { FieldDeclaration } from '../form.ts';
import { readText } from '../reading.ts';
import { mapRows, summary } from '../summaries/rows.ts';
import { manifest } from '../templates/manifest.ts';
import type { CardRow, KindDefinition } from '../types.ts';

const docs = 'https://kubernetes.io/docs/concepts/configuration/secret/';

const values: FieldDeclaration = { type: 'map', path: 'stringData', label: 'Values' };

/** Fields of the keys that a type asks for. */
function keys(...names: readonly (readonly [key: string, label: string])[]): readonly FieldDeclaration[] {
  return names.map(([key, label]) => ({ type: 'code', path: `stringData["${key}"]`, label, asText: true }));
}

const typeField: FieldDeclaration = {
  type: 'choice',
  path: '',
  by: 'type',
  label: 'Type',
  help: 'Cannot be changed once it is in a cluster.',
  members: [
    { label: 'Any values', word: 'Opaque', fields: [values] },
    {
      label: 'Certificate and key',
      help: 'For listeners of Gateways; cert-manager makes these itself.',
      word: 'kubernetes.io/tls',
      fields: keys(
        ['tls.crt', 'Certificate'],
        ['tls.key', 'Private key'],
        ['ca.crt', 'Certificate authority'],
      ),
    },
    {
      label: 'User and password',
      word: 'kubernetes.io/basic-auth',
      fields: keys(['username', 'User'], ['password', 'Password']),
    },
    {
      label: 'Login to a registry of images',
      word: 'kubernetes.io/dockerconfigjson',
      fields: keys(['.dockerconfigjson', 'Docker configuration']),
    },
    {
      label: 'SSH key',
      word: 'kubernetes.io/ssh-auth',
      fields: keys(['ssh-privatekey', 'Private key']),
    },
  ],
  otherwise: { label: 'Another type', fields: [values] },
};

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
  docs,
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
  form: [
    {
      title: 'Values',
      isMain: true,
      help: 'Plain texts, which the API server keeps base64-encoded. Real ones do not belong into a repository.',
      docs,
      fields: [typeField],
    },
    {
      title: 'Encoded values',
      help: 'Values that are base64-encoded already.',
      docs,
      fields: [{ type: 'map', path: 'data', label: 'Data' }],
    },
    {
      title: 'Changes',
      docs: `${docs}#secret-immutable`,
      fields: [
        {
          type: 'boolean',
          path: 'immutable',
          label: 'Immutable',
          help: 'Nothing in it can be changed any more, and this cannot be taken back.',
        },
      ],
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
