import type { FieldDeclaration } from '../form.ts';
import { readPairs, readText } from '../reading.ts';
import { summary } from '../summaries/rows.ts';
import { manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

/** Set by the API server on every namespace; says nothing that the name does not. */
const nameLabel = 'kubernetes.io/metadata.name';
const security = 'pod-security.kubernetes.io';

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
  form: [
    {
      title: 'Labels',
      isMain: true,
      help: 'Listeners, policies and monitors select namespaces by these.',
      docs: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
      fields: [{ type: 'map', path: 'metadata.labels', label: 'Labels' }],
    },
    {
      title: 'Pod security',
      help: 'How much the pods in it may do.',
      say: (value) => {
        const level = readText(value, 'metadata', 'labels', `${security}/enforce`);
        return level === undefined ? undefined : `refuses pods that are not ${level}`;
      },
      docs: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
      fields: [
        securityField('enforce', 'Refuse pods beyond', 'Pods that ask for more are not made.'),
        securityField('warn', 'Warn of pods beyond', 'They are made, with a warning to who applies them.'),
        securityField('audit', 'Log pods beyond', 'They are made, with a line in the audit log.'),
      ],
    },
  ],
};

function securityField(mode: 'enforce' | 'warn' | 'audit', label: string, help: string): FieldDeclaration {
  return {
    type: 'enum',
    path: `metadata.labels["${security}/${mode}"]`,
    label,
    options: ['privileged', 'baseline', 'restricted'],
    help,
  };
}
