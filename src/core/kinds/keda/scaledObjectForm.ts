import { scalingBehaviourFields } from '../fields/scalingBehaviourFields.ts';
import type { FieldDeclaration, FormSection } from '../form.ts';
import { readNumber, readText } from '../reading.ts';
import { cpu } from './triggers/cpu.ts';
import { triggersField } from './triggers/triggersField.ts';

const docs = 'https://keda.sh/docs/2.20/reference/scaledobject-spec/';
const hpa = 'spec.advanced.horizontalPodAutoscalerConfig';
const modifiers = 'spec.advanced.scalingModifiers';

/** Holds a ScaledObject or ScaledJob as it is, or at a number of replicas. */
export const pauseFields: readonly FieldDeclaration[] = [
  {
    type: 'enum',
    path: 'metadata.annotations["autoscaling.keda.sh/paused"]',
    label: 'Paused',
    options: ['true', 'false'],
    asText: true,
    help: 'Nothing is scaled until this is taken away.',
  },
];

/** How often KEDA asks the sources of the triggers. */
export const pollingField: FieldDeclaration = {
  type: 'number',
  path: 'spec.pollingInterval',
  label: 'Asks every, s',
  placeholder: '30',
};

const timing: FormSection = {
  title: 'Timing',
  help: 'How often the triggers are asked, and how long it waits before it goes to zero.',
  say: (value) => {
    const every = readNumber(value, 'spec', 'pollingInterval');
    const cooldown = readNumber(value, 'spec', 'cooldownPeriod');
    const parts = [
      every === undefined ? undefined : `asks every ${every} s`,
      cooldown === undefined ? undefined : `waits ${cooldown} s before zero`,
    ].filter((each) => each !== undefined);
    return parts.length === 0 ? undefined : parts.join(', ');
  },
  docs: `${docs}#pollinginterval`,
  fields: [
    pollingField,
    {
      type: 'number',
      path: 'spec.cooldownPeriod',
      label: 'Waits before scaling to zero, s',
      placeholder: '300',
      help: 'After the last trigger was active. Between one and more replicas the behaviour below counts.',
    },
    {
      type: 'number',
      path: 'spec.initialCooldownPeriod',
      label: 'Not to zero after creation for, s',
      placeholder: '0',
    },
  ],
};

const fallback: FormSection = {
  title: 'Fallback',
  help: 'How many replicas there are when a trigger cannot be read. Not for CPU and memory.',
  say: (value) => {
    const replicas = readNumber(value, 'spec', 'fallback', 'replicas');
    const after = readNumber(value, 'spec', 'fallback', 'failureThreshold');
    return replicas === undefined || after === undefined
      ? undefined
      : `${replicas} replicas after ${after} failures in a row`;
  },
  docs: `${docs}#fallback`,
  fields: [
    { type: 'number', path: 'spec.fallback.failureThreshold', label: 'Fallback after failures' },
    { type: 'number', path: 'spec.fallback.replicas', label: 'Fallback replicas' },
    {
      type: 'enum',
      path: 'spec.fallback.behavior',
      label: 'Used',
      options: [
        'static',
        'currentReplicas',
        'currentReplicasIfHigher',
        'currentReplicasIfLower',
        'scalingModifiers',
      ],
      help: 'static always takes that number, the others weigh it against the present one.',
    },
  ],
};

const formula: FormSection = {
  title: 'Formula',
  help: 'Combines the triggers, which need names, into one metric of its own target.',
  say: (value) => readText(value, 'spec', 'advanced', 'scalingModifiers', 'formula'),
  docs: `${docs}#scalingmodifiers`,
  fields: [
    {
      type: 'code',
      path: `${modifiers}.formula`,
      label: 'Formula',
      placeholder: '(queue + requests) / 2',
      help: 'An expression over the names of the triggers.',
    },
    { type: 'text', path: `${modifiers}.target`, label: 'Target', asText: true, placeholder: '10' },
    {
      type: 'text',
      path: `${modifiers}.activationTarget`,
      label: 'Wakes above',
      asText: true,
      placeholder: '0',
    },
    {
      type: 'enum',
      path: `${modifiers}.metricType`,
      label: 'Metric type',
      options: ['AverageValue', 'Value'],
    },
  ],
};

/** The form of a ScaledObject: what is scaled, between which numbers, by what, and how calmly. */
export const scaledObjectForm: readonly FormSection[] = [
  {
    title: 'Target',
    isMain: true,
    help: 'What is scaled, and between which numbers of replicas.',
    say: (value) => {
      const least = readNumber(value, 'spec', 'minReplicaCount') ?? 0;
      return `${least} to ${readNumber(value, 'spec', 'maxReplicaCount') ?? 100} replicas`;
    },
    docs: `${docs}#scaletargetref`,
    fields: [
      { type: 'reference', path: 'spec.scaleTargetRef', label: 'Scales', reference: 'scaleTargetRef' },
      {
        type: 'number',
        path: 'spec.minReplicaCount',
        label: 'Least replicas',
        placeholder: '0',
        help: '0 when empty: down to nothing without load.',
      },
      { type: 'number', path: 'spec.maxReplicaCount', label: 'Most replicas', placeholder: '100' },
      {
        type: 'number',
        path: 'spec.idleReplicaCount',
        label: 'Replicas while idle',
        help: 'Only 0 works: none without load, else at least the number above.',
      },
    ],
  },
  {
    title: 'Triggers',
    isMain: true,
    help: 'What starts the scaling.',
    docs: 'https://keda.sh/docs/2.20/scalers/',
    fields: [
      triggersField({
        holder: 'ScaledObject',
        help: 'The one that asks for most replicas wins. From zero only those wake that look outside the pods.',
        first: cpu,
      }),
    ],
  },
  timing,
  fallback,
  formula,
  {
    title: 'Behaviour',
    help: 'How fast the autoscaler that KEDA makes goes up and down.',
    docs: `${docs}#horizontalpodautoscalerconfig`,
    fields: [
      { type: 'name', path: `${hpa}.name`, label: 'Name of the autoscaler' },
      ...scalingBehaviourFields(`${hpa}.behavior`),
    ],
  },
  {
    title: 'Pause and removal',
    help: 'Holds the replicas, and says what stays when this is deleted.',
    docs: `${docs}#restoretooriginalreplicacount`,
    fields: [
      ...pauseFields,
      {
        type: 'text',
        path: 'metadata.annotations["autoscaling.keda.sh/paused-replicas"]',
        label: 'Paused at replicas',
        asText: true,
      },
      {
        type: 'boolean',
        path: 'spec.advanced.restoreToOriginalReplicaCount',
        label: 'Back to the replicas of before',
        help: 'When this is deleted. Otherwise the workload keeps what it has.',
      },
    ],
  },
];
