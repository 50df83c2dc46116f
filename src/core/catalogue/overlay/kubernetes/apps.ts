/**
 * The pack of `apps`: Deployments, StatefulSets, DaemonSets and ReplicaSets, with what the API server demands of them.
 */
import type { Rule } from '../../rule.ts';
import type { FieldOverlay, Overlay } from '../overlay.ts';
import { all, any, assert, compare, forbiddenWhen, has, immutable, is, not } from '../rules.ts';
import { fixedSelector, intOrPercent, selectorRules } from './meta.ts';
import { linkTo, nativeKinds, natural } from './native.ts';
import { nativePods, noDeadline, restartsAs, volumeReferences } from './pods.ts';
import { kubernetesUpstream } from './upstream.ts';

const deploymentPage = linkTo('workloads/controllers/deployment/');
const statefulSetPage = linkTo('workloads/controllers/statefulset/');
const daemonSetPage = linkTo('workloads/controllers/daemonset/');

const replicas: FieldOverlay = { ...natural, default: 1 };
const history: FieldOverlay = { ...natural, default: 10 };
const isZero = (field: string) => is(field, 0, '0', '0%');

/** What all that make Pods for good have in common. */
const workloadRules = (kind: string, claims: readonly string[] = []): readonly Rule[] => [
  ...selectorRules(kind),
  fixedSelector(kind),
  restartsAs(kind, 'template.spec', 'Always'),
  noDeadline(kind),
  volumeReferences('template.spec.', claims),
];

const rollingOnly = (type: string, page: string): Rule =>
  forbiddenWhen('rollingUpdate', is('type', type), {
    message: `With type ${type} there is no rolling update. Remove rollingUpdate, or set type: RollingUpdate.`,
    link: page,
  });

const deploymentTypes: Overlay['types'] = {
  'apps/v1.Deployment': { require: ['spec'] },
  'apps/v1.DeploymentSpec': {
    fields: {
      minReadySeconds: { ...natural, default: 0 },
      progressDeadlineSeconds: { ...natural, default: 600 },
      replicas,
      revisionHistoryLimit: history,
      strategy: {
        default: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      },
    },
    rules: [
      ...workloadRules('Deployment'),
      compare('progressDeadlineSeconds', '>', 'minReadySeconds', {
        message:
          'A Pod counts as available after minReadySeconds, so progressDeadlineSeconds must be greater. Raise it, or lower minReadySeconds.',
        link: deploymentPage,
      }),
    ],
  },
  'apps/v1.DeploymentStrategy': {
    fields: { type: { default: 'RollingUpdate' } },
    rules: [rollingOnly('Recreate', deploymentPage)],
  },
  'apps/v1.RollingUpdateDeployment': {
    fields: { maxSurge: { default: '25%' }, maxUnavailable: { default: '25%' } },
    rules: [
      ...intOrPercent('maxSurge', false),
      ...intOrPercent('maxUnavailable', true),
      assert(
        not(all(isZero('maxSurge'), isZero('maxUnavailable'))),
        'maxUnavailable',
        'With maxSurge and maxUnavailable both 0 no Pod could ever be replaced. Make one of them greater than 0.',
        { link: deploymentPage },
      ),
    ],
  },
  'apps/v1.ReplicaSet': { require: ['spec'] },
  'apps/v1.ReplicaSetSpec': {
    fields: { minReadySeconds: { ...natural, default: 0 }, replicas },
    require: ['template'],
    rules: workloadRules('ReplicaSet'),
  },
};

const daemonSetTypes: Overlay['types'] = {
  'apps/v1.DaemonSet': { require: ['spec'] },
  'apps/v1.DaemonSetSpec': {
    fields: {
      minReadySeconds: { ...natural, default: 0 },
      revisionHistoryLimit: history,
      updateStrategy: {
        default: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      },
    },
    rules: workloadRules('DaemonSet'),
  },
  'apps/v1.DaemonSetUpdateStrategy': { fields: { type: { default: 'RollingUpdate' } } },
  'apps/v1.RollingUpdateDaemonSet': {
    fields: { maxSurge: { default: 0 }, maxUnavailable: { default: 1 } },
    rules: [
      ...intOrPercent('maxSurge', true),
      ...intOrPercent('maxUnavailable', true),
      assert(
        any(isZero('maxSurge'), isZero('maxUnavailable')),
        'maxSurge',
        'A DaemonSet either adds Pods first (maxSurge) or takes them away first (maxUnavailable). Set one of them to 0; maxUnavailable is 1 when left out.',
        { link: daemonSetPage },
      ),
      assert(
        not(all(isZero('maxSurge'), isZero('maxUnavailable'))),
        'maxUnavailable',
        'With maxSurge and maxUnavailable both 0 no Pod could ever be replaced. Make one of them greater than 0.',
        { link: daemonSetPage },
      ),
    ],
  },
};

const statefulSetTypes: Overlay['types'] = {
  'apps/v1.StatefulSet': { require: ['spec'] },
  'apps/v1.StatefulSetSpec': {
    fields: {
      minReadySeconds: { ...natural, default: 0 },
      podManagementPolicy: { default: 'OrderedReady' },
      replicas,
      revisionHistoryLimit: history,
      updateStrategy: { default: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } } },
    },
    rules: [
      ...workloadRules('StatefulSet', ['volumeClaimTemplates[].metadata.name']),
      ...['serviceName', 'podManagementPolicy', 'volumeClaimTemplates'].map((field) =>
        immutable(field, {
          message: `The ${field} of a StatefulSet cannot be changed. Keep the old value, or delete the StatefulSet (with --cascade=orphan to keep its Pods) and make it anew.`,
          link: statefulSetPage,
        }),
      ),
    ],
  },
  'apps/v1.StatefulSetOrdinals': { fields: { start: natural } },
  'apps/v1.StatefulSetPersistentVolumeClaimRetentionPolicy': {
    fields: {
      whenDeleted: { enum: ['Retain', 'Delete'], default: 'Retain' },
      whenScaled: { enum: ['Retain', 'Delete'], default: 'Retain' },
    },
  },
  'apps/v1.StatefulSetUpdateStrategy': {
    fields: { type: { default: 'RollingUpdate' } },
    rules: [rollingOnly('OnDelete', statefulSetPage)],
  },
  'apps/v1.RollingUpdateStatefulSetStrategy': {
    fields: { partition: { ...natural, default: 0 } },
    rules: [
      ...intOrPercent('maxUnavailable', true),
      assert(
        not(isZero('maxUnavailable')),
        'maxUnavailable',
        'With maxUnavailable 0 no Pod could ever be replaced. Make it greater than 0.',
        { when: has('maxUnavailable'), link: statefulSetPage },
      ),
    ],
  },
};

export const apps: Overlay = {
  pack: 'apps',
  upstream: kubernetesUpstream,
  extends: [nativePods],
  types: { ...deploymentTypes, ...daemonSetTypes, ...statefulSetTypes },
  kinds: nativeKinds('apps', 'v1', 'apps/v1', [
    ['DaemonSet', 'daemonsets'],
    ['Deployment', 'deployments'],
    ['ReplicaSet', 'replicasets'],
    ['StatefulSet', 'statefulsets'],
  ]),
};
