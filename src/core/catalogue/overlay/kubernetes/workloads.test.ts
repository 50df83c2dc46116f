import { type ResourceCase, testResourceCases } from '../../../../../scripts/testing/resourceCases.ts';

const labels = { app: 'shop' };
const container = { name: 'web', image: 'web:1' };
const template = (pod: object = {}, metadata: object = { labels }) => ({
  metadata,
  spec: { containers: [container], ...pod },
});

const workload = (apiVersion: string, kind: string, base: object) => {
  const of = (spec: object) => ({ apiVersion, kind, metadata: { name: 'shop' }, spec: { ...base, ...spec } });
  return (name: string, spec: object, places: readonly string[] = [], old?: object): ResourceCase => ({
    name,
    resource: of(spec),
    places,
    ...(old === undefined ? {} : { old: of(old) }),
  });
};

const selected = { selector: { matchLabels: labels }, template: template() };
const deployment = workload('apps/v1', 'Deployment', selected);
const statefulSet = workload('apps/v1', 'StatefulSet', selected);
const daemonSet = workload('apps/v1', 'DaemonSet', selected);
const job = workload('batch/v1', 'Job', { template: template({ restartPolicy: 'Never' }) });
const cronJob = workload('batch/v1', 'CronJob', {
  schedule: '*/5 * * * *',
  jobTemplate: { spec: { template: template({ restartPolicy: 'OnFailure' }) } },
});

const strategy = (maxSurge: unknown, maxUnavailable: unknown) => ({
  strategy: { rollingUpdate: { maxSurge, maxUnavailable } },
});
const claims = [
  {
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  },
];
const mounting = template({
  containers: [{ ...container, volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
});

testResourceCases([
  deployment('the least', {}),
  deployment('nulls are nothing', {
    replicas: null,
    template: template({ volumes: null, nodeSelector: null }),
  }),
  deployment('an empty selector', { selector: {} }, ['spec.selector']),
  deployment('no selector', { selector: undefined }, ['spec']),
  deployment('other labels', { template: template({}, { labels: { app: 'cart' } }) }, [
    'spec.template.metadata.labels',
  ]),
  deployment('more labels', { template: template({}, { labels: { ...labels, tier: 'web' } }) }),
  deployment('no labels', { template: template({}, {}) }, ['spec.template.metadata']),
  deployment('an expression that picks them', {
    selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['shop', 'cart'] }] },
  }),
  deployment(
    'an expression that does not',
    { selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['shop'] }] } },
    ['spec.template.metadata.labels'],
  ),
  deployment(
    'an expression without values',
    { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } },
    ['spec.selector.matchExpressions.0', 'spec.template.metadata.labels'],
  ),
  deployment('a bad label', { template: template({}, { labels: { ...labels, 'bad key': 'bad value' } }) }, [
    'spec.template.metadata.labels.bad key',
    'spec.template.metadata.labels.bad key',
  ]),
  deployment('another restart policy', { template: template({ restartPolicy: 'Never' }) }, [
    'spec.template.spec.restartPolicy',
  ]),
  deployment('a deadline', { template: template({ activeDeadlineSeconds: 5 }) }, [
    'spec.template.spec.activeDeadlineSeconds',
  ]),
  deployment('fewer than none', { replicas: -1 }, ['spec.replicas']),
  deployment('shares', strategy('50%', 1)),
  deployment('a share of too much', strategy(1, '101%'), ['spec.strategy.rollingUpdate.maxUnavailable']),
  deployment('a number as text', strategy('1', 1), ['spec.strategy.rollingUpdate.maxSurge']),
  deployment('nothing moves', strategy(0, '0%'), ['spec.strategy.rollingUpdate.maxUnavailable']),
  deployment(
    'a rolling update of what is recreated',
    { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } },
    ['spec.strategy.rollingUpdate'],
  ),
  deployment('recreated', { strategy: { type: 'Recreate' } }),
  deployment('no time to progress', { progressDeadlineSeconds: 10, minReadySeconds: 10 }, [
    'spec.progressDeadlineSeconds',
  ]),
  deployment('another selector', { selector: { matchLabels: { ...labels } } }, [], {}),
  deployment(
    'a changed selector',
    { selector: { matchLabels: { tier: 'web' } }, template: template({}, { labels: { tier: 'web' } }) },
    ['spec.selector'],
    {},
  ),

  statefulSet('claims are volumes', { volumeClaimTemplates: claims, template: mounting }),
  statefulSet('a claim that is not there', { template: mounting }, [
    'spec.template.spec.containers.0.volumeMounts.0.name',
  ]),
  statefulSet(
    'other claims',
    { template: mounting, volumeClaimTemplates: claims, serviceName: 'b' },
    ['spec.serviceName'],
    {
      template: mounting,
      volumeClaimTemplates: claims,
      serviceName: 'a',
    },
  ),
  statefulSet('keeps what', { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Keep' } }, [
    'spec.persistentVolumeClaimRetentionPolicy.whenScaled',
  ]),
  statefulSet(
    'a partition of what is deleted',
    { updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } },
    ['spec.updateStrategy.rollingUpdate'],
  ),

  daemonSet('one at a time', { updateStrategy: { rollingUpdate: { maxUnavailable: 1 } } }),
  daemonSet('a surge', { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }),
  daemonSet('both', { updateStrategy: { rollingUpdate: { maxSurge: 1 } } }, [
    'spec.updateStrategy.rollingUpdate.maxSurge',
  ]),
  daemonSet('replicas', { replicas: 2 }, ['spec.replicas']),

  job('the least', {}),
  job('restarts always', { template: template() }, ['spec.template.spec']),
  job('indexes without a number', { completionMode: 'Indexed' }, ['spec']),
  job('indexes', { completionMode: 'Indexed', completions: 3, backoffLimitPerIndex: 1, maxFailedIndexes: 1 }),
  job('retries by index without indexes', { backoffLimitPerIndex: 1 }, ['spec.backoffLimitPerIndex']),
  job('less than nothing', { parallelism: -1, backoffLimit: -1 }, ['spec.parallelism', 'spec.backoffLimit']),
  job('a selector of its own', { selector: { matchLabels: labels } }, ['spec.selector']),
  job('a failure policy', {
    podFailurePolicy: { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [1] } }] },
  }),
  job('a failure policy of nothing', { podFailurePolicy: { rules: [{ action: 'Ignore' }] } }, [
    'spec.podFailurePolicy.rules.0',
  ]),
  job(
    'another image',
    { template: template({ restartPolicy: 'Never', containers: [{ ...container, image: 'web:2' }] }) },
    ['spec.template'],
    {},
  ),

  cronJob('the least', {}),
  cronJob('by name', { schedule: '@hourly', timeZone: 'Europe/Berlin', concurrencyPolicy: 'Forbid' }),
  cronJob('six fields', { schedule: '* * * * * *' }, ['spec.schedule']),
  cronJob('a minute too many', { schedule: '60 * * * *' }, ['spec.schedule']),
  cronJob('a zone in the schedule', { schedule: 'TZ=UTC 0 0 * * *' }, ['spec.schedule', 'spec.schedule']),
  cronJob('an unknown policy', { concurrencyPolicy: 'Never' }, ['spec.concurrencyPolicy']),
  cronJob('a Job that restarts always', { jobTemplate: { spec: { template: template() } } }, [
    'spec.jobTemplate.spec.template.spec',
  ]),
]);
