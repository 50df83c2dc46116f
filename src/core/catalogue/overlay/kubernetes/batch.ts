/** The pack of `batch`: Jobs and CronJobs, with what the API server demands of them. */
import type { Rule } from '../../rule.ts';
import type { Overlay } from '../overlay.ts';
import { assert, exactlyOneOf, forbiddenWhen, has, immutable, is, not, requiredWhen } from '../rules.ts';
import { filledText, linkTo, nativeKinds, natural } from './native.ts';
import { nativePods, restartsAs, volumeReferences } from './pods.ts';
import { kubernetesUpstream } from './upstream.ts';

const jobPage = linkTo('workloads/controllers/job/');
const cronPage = linkTo('workloads/controllers/cron-jobs/');

const isIndexed = is('completionMode', 'Indexed');

const jobRules: readonly Rule[] = [
  restartsAs('Job', 'template.spec', 'OnFailure', 'Never'),
  volumeReferences('template.spec.'),
  requiredWhen('completions', isIndexed, {
    message: 'An indexed Job needs to know how many indexes there are. Add completions.',
    link: jobPage,
  }),
  forbiddenWhen('backoffLimitPerIndex', not(isIndexed), {
    message:
      'Only indexed Jobs count retries by index. Set completionMode: Indexed, or remove backoffLimitPerIndex.',
    link: jobPage,
  }),
  forbiddenWhen('maxFailedIndexes', not(has('backoffLimitPerIndex')), {
    message: 'maxFailedIndexes needs backoffLimitPerIndex beside it. Add that, or remove maxFailedIndexes.',
    link: jobPage,
  }),
  forbiddenWhen('successPolicy', not(isIndexed), {
    message: 'Only indexed Jobs have a successPolicy. Set completionMode: Indexed, or remove it.',
    link: jobPage,
  }),
  forbiddenWhen('podFailurePolicy', not(is('template.spec.restartPolicy', 'Never')), {
    message: 'A podFailurePolicy needs restartPolicy: Never in the template. Set that, or remove the policy.',
    link: jobPage,
  }),
  forbiddenWhen('selector', not(is('manualSelector', true)), {
    message:
      'A Job makes its own selector. Remove selector, or set manualSelector: true if you mean to choose the Pods yourself.',
    link: jobPage,
  }),
];

const fixed: readonly Rule[] = [
  'selector',
  'completionMode',
  'podFailurePolicy',
  'successPolicy',
  'backoffLimitPerIndex',
  'managedBy',
].map((field) =>
  immutable(field, {
    message: `The ${field} of a Job cannot be changed. Keep the old value, or delete the Job and make it anew.`,
    link: jobPage,
  }),
);

/** What a Job may still change of its Pods while it is suspended is more than a rule can say: all of it passes. */
const templateFixed: Rule = {
  rule: 'immutable',
  field: 'template',
  whenOld: not(is('suspend', true)),
  message:
    'The Pods of a Job cannot be changed once it is made. Keep the old template, or delete the Job and make it anew.',
  link: jobPage,
};

export const batch: Overlay = {
  pack: 'batch',
  upstream: kubernetesUpstream,
  extends: [nativePods],
  types: {
    'batch/v1.Job': { require: ['spec'], fields: { spec: { rules: [...fixed, templateFixed] } } },
    'batch/v1.JobSpec': {
      fields: {
        activeDeadlineSeconds: natural,
        backoffLimit: { ...natural, default: 6 },
        backoffLimitPerIndex: natural,
        completionMode: { default: 'NonIndexed' },
        completions: natural,
        maxFailedIndexes: natural,
        parallelism: natural,
        suspend: { default: false },
        ttlSecondsAfterFinished: natural,
      },
      rules: jobRules,
    },
    'batch/v1.PodFailurePolicyRule': {
      rules: [
        exactlyOneOf(['onExitCodes', 'onPodConditions'], {
          filled: true,
          message: 'A rule looks at exactly one of onExitCodes and onPodConditions. Keep one of them.',
          link: jobPage,
        }),
      ],
    },
    'batch/v1.PodFailurePolicy': { fields: { rules: { maxItems: 20 } } },
    'batch/v1.PodFailurePolicyOnExitCodesRequirement': { fields: { values: { minItems: 1, maxItems: 255 } } },
    'batch/v1.SuccessPolicy': { fields: { rules: { minItems: 1, maxItems: 20 } } },
    'batch/v1.JobTemplateSpec': {
      rules: [
        {
          rule: 'required',
          field: 'spec',
          message: 'The jobTemplate has no Job in it. Add spec with a template.',
          link: cronPage,
        },
      ],
    },
    'batch/v1.CronJob': { require: ['spec'] },
    'batch/v1.CronJobSpec': {
      fields: {
        concurrencyPolicy: { default: 'Allow' },
        failedJobsHistoryLimit: { ...natural, default: 1 },
        schedule: { ...filledText, format: 'cron' },
        startingDeadlineSeconds: natural,
        successfulJobsHistoryLimit: { ...natural, default: 3 },
        suspend: { default: false },
        timeZone: { ...filledText, format: 'time-zone' },
      },
      rules: [
        assert(
          not({ matches: 'schedule', pattern: 'TZ=' }),
          'schedule',
          'The time zone does not go into the schedule. Take it out and set timeZone.',
          { link: cronPage },
        ),
        forbiddenWhen('jobTemplate.spec.manualSelector', is('jobTemplate.spec.manualSelector', true), {
          message: 'The Jobs of a CronJob make their own selector. Remove manualSelector.',
          link: cronPage,
        }),
      ],
    },
  },
  kinds: nativeKinds('batch', 'v1', 'batch/v1', [
    ['CronJob', 'cronjobs'],
    ['Job', 'jobs'],
  ]),
};
