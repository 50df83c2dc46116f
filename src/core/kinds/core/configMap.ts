import { readFlag, readPairs } from '../reading.ts';
import { count, mapRows, summary } from '../summaries/rows.ts';
import { manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

const docs = 'https://kubernetes.io/docs/concepts/configuration/configmap/';

export const configMap: KindDefinition = {
  group: '',
  kind: 'ConfigMap',
  plural: 'configmaps',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'config',
  icon: 'config',
  purpose: 'Settings and files that pods read, CA bundles too',
  phase: 'configuration',
  baseName: 'settings',
  docs,
  references: [],
  summarise: (value) =>
    summary({
      rows: [
        ...mapRows(value, ['data'], (key) => ({ label: key === '' ? '(empty key)' : key })),
        ...mapRows(value, ['binaryData'], (key) => ({
          label: key === '' ? '(empty key)' : key,
          parts: ['binary'],
        })),
      ],
      chips: [readFlag(value, 'immutable') ? { text: 'immutable' } : undefined],
    }),
  template: (context) =>
    manifest(context, { apiVersion: 'v1', kind: 'ConfigMap' }, [
      '# Values are texts: quote numbers and booleans. Pods see changes of mounted files after',
      '# about a minute, those of variables only when they restart.',
      'data:',
      '  LOG_LEVEL: info',
      '  FEATURE_BETA: "false"',
    ]),
  form: [
    {
      title: 'Data',
      isMain: true,
      help: 'Keys with texts: variables, or whole files with the key as their name.',
      say: (value) => count(readPairs(value, 'data').length, 'key'),
      docs,
      fields: [{ type: 'map', path: 'data', label: 'Data' }],
    },
    {
      title: 'Binary data',
      help: 'Files that are no text, base64-encoded.',
      docs,
      fields: [{ type: 'map', path: 'binaryData', label: 'Binary data' }],
    },
    {
      title: 'Changes',
      docs: `${docs}#configmap-immutable`,
      fields: [
        {
          type: 'boolean',
          path: 'immutable',
          label: 'Immutable',
          help: 'Nothing in it can be changed any more, and this cannot be taken back. Spares the API server much work.',
        },
      ],
    },
  ],
};
