import { readFlag } from '../reading.ts';
import { mapRows, summary } from '../summaries/rows.ts';
import { manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

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
  docs: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
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
  fields: [{ type: 'map', path: 'data', label: 'Data' }],
};
