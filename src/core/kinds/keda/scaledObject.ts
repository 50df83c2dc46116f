import { isSet, readNumber, readPairs } from '../reading.ts';
import { triggerReferences } from '../references/triggerReferences.ts';
import { listRows, summary } from '../summaries/rows.ts';
import { triggerRow } from '../summaries/triggerWords.ts';
import { anyKind, deployment, keda, statefulSet } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { scaleTarget, scaleTargetLines } from '../templates/scaleTargetLines.ts';
import type { Chip, KindDefinition } from '../types.ts';
import { scaledObjectForm } from './scaledObjectForm.ts';

export const scaledObject: KindDefinition = {
  group: keda,
  kind: 'ScaledObject',
  plural: 'scaledobjects',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'scaling',
  icon: 'scale',
  purpose: 'Scales a workload by load, queue length, schedule or any metric',
  phase: 'scaler',
  baseName: 'app-scaler',
  docs: 'https://keda.sh/docs/2.20/reference/scaledobject-spec/',
  references: [
    {
      name: 'scaleTargetRef',
      form: 'object',
      typedBy: 'apiVersion',
      path: 'spec.scaleTargetRef',
      to: [deployment, statefulSet, anyKind],
      role: 'scales',
      flow: 'forward',
      namespace: 'own',
    },
    ...triggerReferences,
  ],
  summarise: (value) =>
    summary({
      subtitle: rangeWords(value),
      rows: listRows(value, ['spec', 'triggers'], (trigger) => triggerRow(trigger)),
      chips: stateChips(value),
    }),
  template: (context) =>
    manifest(context, { apiVersion: `${keda}/v1alpha1`, kind: 'ScaledObject' }, [
      'spec:',
      '  scaleTargetRef:',
      ...indent(4, scaleTargetLines(scaleTarget(context))),
      '  minReplicaCount: 2',
      '  maxReplicaCount: 10',
      '  triggers:',
      '    # Adds pods above 70 % of the CPU that their containers request.',
      '    - type: cpu',
      '      metricType: Utilization',
      '      metadata:',
      "        value: '70'",
    ]),
  form: scaledObjectForm,
};

/** KEDA's own defaults stand where nothing is written: 0 and 100. */
function rangeWords(value: unknown): string {
  const least = readNumber(value, 'spec', 'minReplicaCount') ?? 0;
  const most = readNumber(value, 'spec', 'maxReplicaCount') ?? 100;
  return `${least}–${most} replicas`;
}

function stateChips(value: unknown): readonly (Chip | undefined)[] {
  const idle = readNumber(value, 'spec', 'idleReplicaCount');
  const fallback = readNumber(value, 'spec', 'fallback', 'replicas');
  const paused = readPairs(value, 'metadata', 'annotations').some(
    ([key, text]) => key.startsWith('autoscaling.keda.sh/paused') && text !== 'false',
  );
  return [
    paused ? { text: 'paused', detail: 'held by an annotation' } : undefined,
    idle === undefined ? undefined : { text: `idle ${idle}`, detail: 'replicas while no trigger is active' },
    fallback === undefined
      ? undefined
      : { text: 'fallback', detail: `${fallback} replicas when a trigger cannot be read` },
    isSet(value, 'spec', 'advanced', 'scalingModifiers')
      ? { text: 'formula', detail: 'combines its triggers' }
      : undefined,
  ];
}
