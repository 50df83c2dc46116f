import { isSet, readNumber, readPairs, readText } from '../reading.ts';
import { chip, listRows, type RowWords, summary } from '../summaries/rows.ts';
import { triggerWords } from '../summaries/triggerWords.ts';
import {
  anyKind,
  clusterTriggerAuthentication,
  deployment,
  keda,
  statefulSet,
  triggerAuthentication,
} from '../targets.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { Chip, FieldDeclaration, KindDefinition, TemplateContext } from '../types.ts';

const triggersField: FieldDeclaration = {
  type: 'list',
  path: 'spec.triggers',
  label: 'Triggers',
  item: 'trigger',
  help: 'The one that asks for most replicas wins.',
  newItem: () => ({ type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } }),
  fields: [
    { type: 'text', path: 'type', label: 'Type', required: true, placeholder: 'prometheus' },
    { type: 'name', path: 'name', label: 'Name' },
    {
      type: 'enum',
      path: 'metricType',
      label: 'Metric type',
      options: ['AverageValue', 'Value', 'Utilization'],
    },
    {
      type: 'map',
      path: 'metadata',
      label: 'Metadata',
      help: 'Settings of the trigger; all of them are texts.',
    },
    { type: 'reference', path: 'authenticationRef', label: 'Authentication', reference: 'authenticationRef' },
  ],
};

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
  docs: 'https://keda.sh/docs/latest/reference/scaledobject-spec/',
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
    {
      name: 'authenticationRef',
      form: 'object',
      path: 'spec.triggers[*].authenticationRef',
      to: [triggerAuthentication, clusterTriggerAuthentication],
      role: 'uses',
      flow: 'forward',
      namespace: 'own',
      byHand: true,
    },
  ],
  summarise: (value) =>
    summary({
      subtitle: rangeWords(value),
      rows: listRows(value, ['spec', 'triggers'], describeTrigger),
      chips: stateChips(value),
    }),
  template,
  fields: [
    { type: 'reference', path: 'spec.scaleTargetRef', label: 'Scales', reference: 'scaleTargetRef' },
    {
      type: 'number',
      path: 'spec.minReplicaCount',
      label: 'Least replicas',
      help: '0 when empty: down to nothing without load.',
    },
    { type: 'number', path: 'spec.maxReplicaCount', label: 'Most replicas', help: '100 when empty.' },
    triggersField,
    { type: 'number', path: 'spec.pollingInterval', label: 'Asks every, s', help: '30 when empty.' },
    {
      type: 'number',
      path: 'spec.cooldownPeriod',
      label: 'Waits before scaling to zero, s',
      help: '300 when empty.',
    },
    { type: 'number', path: 'spec.fallback.failureThreshold', label: 'Fallback after failures' },
    { type: 'number', path: 'spec.fallback.replicas', label: 'Fallback replicas' },
  ],
};

function template(context: TemplateContext): string {
  const picked = context.pick(deployment, statefulSet);
  const target = picked ?? { ...deployment, name: 'app' };
  return manifest(context, { apiVersion: `${keda}/v1alpha1`, kind: 'ScaledObject' }, [
    'spec:',
    '  scaleTargetRef:',
    ...(target.kind === deployment.kind
      ? []
      : [`    apiVersion: ${target.group}/v1`, `    kind: ${target.kind}`]),
    `    name: ${scalar(target.name)}`,
    '  minReplicaCount: 2',
    '  maxReplicaCount: 10',
    '  triggers:',
    '    # Adds pods above 70 % of the CPU that their containers request.',
    '    - type: cpu',
    '      metricType: Utilization',
    '      metadata:',
    "        value: '70'",
  ]);
}

/** KEDA's own defaults stand where nothing is written: 0 and 100. */
function rangeWords(value: unknown): string {
  const least = readNumber(value, 'spec', 'minReplicaCount') ?? 0;
  const most = readNumber(value, 'spec', 'maxReplicaCount') ?? 100;
  return `${least}–${most} replicas`;
}

function describeTrigger(trigger: unknown): RowWords {
  const authentication = readText(trigger, 'authenticationRef', 'name');
  return {
    label: readText(trigger, 'type') ?? 'trigger',
    parts: triggerWords(trigger),
    chips: [
      chip(readText(trigger, 'metricType'), 'metric type'),
      authentication === undefined ? undefined : { text: 'auth', detail: authentication },
    ],
  };
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
