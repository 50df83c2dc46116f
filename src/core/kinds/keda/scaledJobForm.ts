import { jobFields } from '../fields/jobFields.ts';
import { podSections } from '../fields/podFields.ts';
import type { FieldDeclaration, FormSection } from '../form.ts';
import { readNumber, readText } from '../reading.ts';
import { pauseFields, pollingField } from './scaledObjectForm.ts';
import { rabbitmq } from './triggers/rabbitmq.ts';
import { triggersField } from './triggers/triggersField.ts';

const docs = 'https://keda.sh/docs/2.20/reference/scaledjob-spec/';
const scalingStrategy = 'spec.scalingStrategy';

/** Where the pods of the Jobs are described. */
export const jobPod = 'spec.jobTargetRef.template.spec';

const pendingField: FieldDeclaration = {
  type: 'texts',
  path: 'pendingPodConditions',
  label: 'Not pending with conditions',
  placeholder: 'Ready',
};

const jobs: FormSection = {
  title: 'Jobs',
  isMain: true,
  help: 'How many run at the same time, how long and how often they try.',
  say: jobsWords,
  docs: `${docs}#maxreplicacount`,
  fields: [
    {
      type: 'number',
      path: 'spec.maxReplicaCount',
      label: 'Most Jobs at a time',
      placeholder: '100',
    },
    {
      type: 'number',
      path: 'spec.minReplicaCount',
      label: 'Least Jobs',
      placeholder: '0',
      help: 'So many run even when nothing waits.',
    },
    pollingField,
    ...jobFields('spec.jobTargetRef'),
    {
      type: 'number',
      path: 'spec.successfulJobsHistoryLimit',
      label: 'Finished Jobs kept',
      placeholder: '100',
    },
    { type: 'number', path: 'spec.failedJobsHistoryLimit', label: 'Failed Jobs kept', placeholder: '100' },
  ],
};

const strategy: FormSection = {
  title: 'Strategy',
  help: 'How the Jobs that run are counted against what waits.',
  say: (value) => readText(value, 'spec', 'scalingStrategy', 'strategy'),
  docs: `${docs}#scalingstrategy`,
  fields: [
    {
      type: 'choice',
      path: scalingStrategy,
      by: 'strategy',
      label: 'Strategy',
      members: [
        { label: 'Running Jobs are taken off', word: 'default', fields: [] },
        {
          label: 'What waits is not being worked on',
          help: 'For queues that hide a message as soon as it is taken.',
          word: 'accurate',
          fields: [pendingField],
        },
        {
          label: 'As many as allowed, as fast as possible',
          word: 'eager',
          fields: [pendingField],
        },
        {
          label: 'By figures of your own',
          word: 'custom',
          fields: [
            {
              type: 'number',
              path: 'customScalingQueueLengthDeduction',
              label: 'Waiting items not counted',
            },
            {
              type: 'text',
              path: 'customScalingRunningJobPercentage',
              label: 'Part of the running Jobs taken off',
              asText: true,
              placeholder: '0.5',
            },
          ],
        },
      ],
    },
    {
      type: 'enum',
      path: `${scalingStrategy}.multipleScalersCalculation`,
      label: 'Of several triggers',
      options: ['max', 'min', 'avg', 'sum'],
    },
  ],
};

const changes: FormSection = {
  title: 'Changes and pause',
  help: 'What happens to running Jobs when this changes.',
  docs: `${docs}#rollout`,
  fields: [
    {
      type: 'enum',
      path: 'spec.rollout.strategy',
      label: 'On a change',
      options: ['immediate', 'gradual'],
      help: 'immediate ends the running Jobs, gradual lets them finish.',
    },
    {
      type: 'enum',
      path: 'spec.rollout.propagationPolicy',
      label: 'Ended Jobs go',
      options: ['background', 'foreground'],
    },
    ...pauseFields,
  ],
};

/** The form of a ScaledJob: what starts the Jobs, how many run, and what they run. */
export const scaledJobForm: readonly FormSection[] = [
  {
    title: 'Triggers',
    isMain: true,
    help: 'What starts the Jobs. CPU and memory cannot, since they look at pods that run.',
    docs: 'https://keda.sh/docs/2.20/scalers/',
    fields: [
      triggersField({
        holder: 'ScaledJob',
        help: 'Of several triggers the greatest number counts, unless the strategy says otherwise.',
        first: rabbitmq,
      }),
    ],
  },
  jobs,
  ...podSections({ pod: jobPod, does: 'work' }),
  strategy,
  changes,
];

/** KEDA's own defaults stand where nothing is written: 0 and 100. */
export function jobsWords(value: unknown): string {
  const least = readNumber(value, 'spec', 'minReplicaCount') ?? 0;
  const most = readNumber(value, 'spec', 'maxReplicaCount') ?? 100;
  return least === 0 ? `at most ${most} Jobs at a time` : `${least}–${most} Jobs at a time`;
}
