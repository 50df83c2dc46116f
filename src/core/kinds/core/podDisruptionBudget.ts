import { readPairs, readText } from '../reading.ts';
import { chip, fieldRow, listing, summary } from '../summaries/rows.ts';
import { daemonSet, deployment, job, pod, replicaSet, statefulSet } from '../targets.ts';
import { manifest } from '../templates/manifest.ts';
import { nameLabel } from '../templates/podLines.ts';
import type { KindDefinition } from '../types.ts';

const docs = 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/';

export const podDisruptionBudget: KindDefinition = {
  group: 'policy',
  kind: 'PodDisruptionBudget',
  plural: 'poddisruptionbudgets',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'policy',
  icon: 'budget',
  purpose: 'How many pods may be away at once while nodes are drained',
  phase: 'policy',
  baseName: 'app-budget',
  docs,
  references: [
    {
      name: 'selector',
      form: 'pod-selector',
      style: 'selector',
      path: 'spec.selector',
      to: [deployment, statefulSet, replicaSet, daemonSet, job, pod],
      role: 'governs',
      flow: 'forward',
      namespace: 'own',
    },
  ],
  summarise: (value) => {
    const labels = readPairs(value, 'spec', 'selector', 'matchLabels').map(([key, text]) => `${key}=${text}`);
    return summary({
      subtitle: sayBudget(value),
      rows:
        labels.length === 0
          ? []
          : [fieldRow(['spec', 'selector'], { label: 'pods', parts: [listing(labels, 3)] })],
      chips: [
        readText(value, 'spec', 'unhealthyPodEvictionPolicy') === 'AlwaysAllow'
          ? chip('evicts unhealthy', 'pods that are not ready do not hold up a drain')
          : undefined,
      ],
    });
  },
  template: (context) => {
    const workload = context.pick(deployment, statefulSet);
    return manifest(context, { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' }, [
      'spec:',
      '  # While a node is drained, one pod may be away and no more.',
      '  maxUnavailable: 1',
      '  selector:',
      '    matchLabels:',
      `      ${nameLabel(workload?.name ?? 'app')}`,
    ]);
  },
  form: [
    {
      title: 'Budget',
      isMain: true,
      help: 'What an orderly drain of nodes must leave running. It does not help against nodes that fail.',
      say: sayBudget,
      docs,
      fields: [
        {
          type: 'choice',
          path: 'spec',
          label: 'Promise',
          members: [
            {
              label: 'So many may be away',
              key: 'maxUnavailable',
              newValue: () => 1,
              fields: [
                {
                  type: 'text',
                  path: 'maxUnavailable',
                  label: 'Away at most',
                  orNumber: true,
                  placeholder: '1',
                  help: 'A number or a percentage. With 0 no node can be drained.',
                },
              ],
            },
            {
              label: 'So many stay',
              key: 'minAvailable',
              newValue: () => 1,
              fields: [
                {
                  type: 'text',
                  path: 'minAvailable',
                  label: 'There at least',
                  orNumber: true,
                  placeholder: '50%',
                  help: 'A number or a percentage. With as many as there are no node can be drained.',
                },
              ],
            },
          ],
        },
        {
          type: 'enum',
          path: 'spec.unhealthyPodEvictionPolicy',
          label: 'Pods that are not ready',
          options: ['IfHealthyBudget', 'AlwaysAllow'],
          help: 'AlwaysAllow lets a drain go on where pods never become ready.',
        },
      ],
    },
    {
      title: 'Pods',
      isMain: true,
      help: 'For which pods: those that carry all of these labels.',
      docs: `${docs}#specifying-a-poddisruptionbudget`,
      fields: [{ type: 'map', path: 'spec.selector.matchLabels', label: 'Labels' }],
    },
  ],
};

function sayBudget(value: unknown): string | undefined {
  const away = readText(value, 'spec', 'maxUnavailable');
  if (away !== undefined) return `at most ${away} away`;
  const there = readText(value, 'spec', 'minAvailable');
  return there === undefined ? undefined : `at least ${there} there`;
}
