import type { FieldDeclaration } from '../form.ts';
import { readText, readTexts } from '../reading.ts';
import { chip, listing, listRows, summary } from '../summaries/rows.ts';
import { anyKind, daemonSet, deployment, statefulSet } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { resizable, scaleTarget, typedTargetLines } from '../templates/scaleTargetLines.ts';
import type { KindDefinition } from '../types.ts';

const docs =
  'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/quickstart.md';

const modes: Readonly<Record<string, string>> = {
  Off: 'only recommends',
  Initial: 'sets new pods',
  Recreate: 'restarts pods',
  InPlaceOrRecreate: 'resizes pods, restarts them where it must',
  InPlace: 'resizes pods, never restarts them',
  Auto: 'as the release thinks best',
};

export const verticalPodAutoscaler: KindDefinition = {
  group: 'autoscaling.k8s.io',
  kind: 'VerticalPodAutoscaler',
  plural: 'verticalpodautoscalers',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'scaling',
  icon: 'vertical',
  purpose: 'Learns what the containers of a workload need and sets their requests',
  phase: 'scaler',
  baseName: 'app-vpa',
  docs,
  references: [
    {
      name: 'targetRef',
      form: 'object',
      typedBy: 'apiVersion',
      explicitType: true,
      path: 'spec.targetRef',
      to: [deployment, statefulSet, daemonSet, anyKind],
      role: 'scales',
      flow: 'forward',
      namespace: 'own',
    },
  ],
  summarise: (value) => {
    const mode = readText(value, 'spec', 'updatePolicy', 'updateMode') ?? 'Recreate';
    return summary({
      subtitle: Object.hasOwn(modes, mode) ? modes[mode] : mode,
      rows: listRows(value, ['spec', 'resourcePolicy', 'containerPolicies'], (policy) => ({
        label: readText(policy, 'containerName') ?? 'container',
        parts: [sayRange(policy)],
        chips: [readText(policy, 'mode') === 'Off' ? chip('off', 'this container is left alone') : undefined],
      })),
    });
  },
  template: (context) =>
    manifest(context, { apiVersion: 'autoscaling.k8s.io/v1', kind: 'VerticalPodAutoscaler' }, [
      'spec:',
      '  targetRef:',
      ...indent(4, typedTargetLines(scaleTarget(context, resizable))),
      '  updatePolicy:',
      '    # Only recommends; read what it would do in the status before it is let loose.',
      "    updateMode: 'Off'",
    ]),
  form: [
    {
      title: 'Target',
      isMain: true,
      help: 'Whose requests are set, and what happens to pods that run.',
      say: (value) => {
        const mode = readText(value, 'spec', 'updatePolicy', 'updateMode') ?? '';
        return Object.hasOwn(modes, mode) ? modes[mode] : undefined;
      },
      docs,
      fields: [
        { type: 'reference', path: 'spec.targetRef', label: 'Resizes', reference: 'targetRef' },
        {
          type: 'enum',
          path: 'spec.updatePolicy.updateMode',
          label: 'Mode',
          options: Object.keys(modes),
          help: 'Off only recommends. Not together with an autoscaler that counts the same CPU or memory.',
        },
        {
          type: 'number',
          path: 'spec.updatePolicy.minReplicas',
          label: 'Pods that must be there',
          help: 'With fewer replicas no pod is restarted.',
        },
      ],
    },
    {
      title: 'Limits of containers',
      help: 'How far the requests of a container may go.',
      docs,
      fields: [policiesField()],
    },
  ],
};

function policiesField(): FieldDeclaration {
  const bound = (path: string, label: string, cpu: string, memory: string): readonly FieldDeclaration[] => [
    { type: 'quantity', path: `${path}.cpu`, label: `${label} CPU`, placeholder: cpu },
    { type: 'quantity', path: `${path}.memory`, label: `${label} memory`, placeholder: memory },
  ];
  return {
    type: 'list',
    path: 'spec.resourcePolicy.containerPolicies',
    label: 'Containers',
    item: 'container',
    newItem: (existing) => ({
      containerName: existing.length === 0 ? '*' : 'app',
      minAllowed: { cpu: '50m', memory: '64Mi' },
      maxAllowed: { cpu: '1', memory: '1Gi' },
    }),
    say: (item) => {
      const name = readText(item, 'containerName');
      const range = sayRange(item);
      return name === undefined || range === undefined ? name : `${name}: ${range}`;
    },
    fields: [
      {
        type: 'text',
        path: 'containerName',
        label: 'Container',
        help: 'A star is for all that are not named.',
      },
      { type: 'enum', path: 'mode', label: 'Mode', options: ['Auto', 'Off'] },
      ...bound('minAllowed', 'Least', '50m', '64Mi'),
      ...bound('maxAllowed', 'Most', '1', '1Gi'),
      { type: 'texts', path: 'controlledResources', label: 'Only', options: ['cpu', 'memory'] },
      {
        type: 'enum',
        path: 'controlledValues',
        label: 'Sets',
        options: ['RequestsAndLimits', 'RequestsOnly'],
      },
    ],
  };
}

/** `50m to 1 CPU, 64Mi to 1Gi memory`, as far as it is written. */
function sayRange(policy: unknown): string | undefined {
  const range = (resource: string, name: string): string | undefined => {
    const least = readText(policy, 'minAllowed', resource);
    const most = readText(policy, 'maxAllowed', resource);
    if (least !== undefined && most !== undefined) return `${least} to ${most} ${name}`;
    if (most !== undefined) return `at most ${most} ${name}`;
    return least === undefined ? undefined : `at least ${least} ${name}`;
  };
  const ranges = [range('cpu', 'CPU'), range('memory', 'memory')].filter((each) => each !== undefined);
  return listing([...ranges, ...readTexts(policy, 'controlledResources').map((each) => `only ${each}`)]);
}
