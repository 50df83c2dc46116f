import { readPairs } from '../reading.ts';
import { summary } from '../summaries/rows.ts';
import { manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

/** Set by the API server on every namespace; says nothing that the name does not. */
const nameLabel = 'kubernetes.io/metadata.name';

export const namespace: KindDefinition = {
  group: '',
  kind: 'Namespace',
  plural: 'namespaces',
  versions: ['v1'],
  scope: 'cluster',
  family: 'config',
  icon: 'namespace',
  purpose: 'A place of its own for a team or an application',
  phase: 'namespace',
  baseName: 'team',
  docs: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  references: [],
  summarise: (value) =>
    summary({
      chips: readPairs(value, 'metadata', 'labels')
        .filter(([key]) => key !== nameLabel)
        .slice(0, 20)
        .map(([key, text]) => ({ text: `${key.replace(/^.*\//, '')}=${text}`, detail: `${key}: ${text}` })),
    }),
  template: (context) =>
    manifest({ ...context, namespace: '' }, { apiVersion: 'v1', kind: 'Namespace' }, [
      '  labels:',
      '    # Says so when a pod asks for more rights than most applications need; refuses nothing.',
      '    pod-security.kubernetes.io/warn: restricted',
    ]),
  fields: [
    {
      type: 'map',
      path: 'metadata.labels',
      label: 'Labels',
      help: 'Listeners and policies select namespaces by these.',
    },
  ],
};
