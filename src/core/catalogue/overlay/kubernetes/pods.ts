/**
 * Pods as the API server judges them inside its own kinds: containers, probes, volumes, placement, with the server's
 * defaults. It is laid under the packs of Deployments, Jobs and the like. It promises nothing of CRDs that embed the
 * same types: those know only structure (`structure.ts`).
 */
import type { Rule } from '../../rule.ts';
import type { Overlay } from '../overlay.ts';
import { all, assert, compare, forbiddenWhen, is, not, requiredWhen, some, uniqueBy } from '../rules.ts';
import { containerTypes } from './container.ts';
import { labels, metaTypes } from './meta.ts';
import { between, linkTo, natural, refers } from './native.ts';
import { schedulingTypes } from './scheduling.ts';
import { kubernetesUpstream } from './upstream.ts';
import { nativeVolumeTypes } from './volumes.ts';

const podsPage = linkTo('workloads/pods/');
const dnsPage = linkTo('services-networking/dns-pod-service/');
const containerLists = ['containers', 'initContainers', 'ephemeralContainers'];

const containersRules: readonly Rule[] = [
  {
    rule: 'unique',
    list: 'containers',
    with: ['initContainers', 'ephemeralContainers'],
    by: ['name'],
    message: 'The Pod already has a container named `{value}`. Give this one another name.',
    link: podsPage,
  },
  {
    rule: 'unique',
    list: 'containers[].ports',
    by: ['hostPort', 'protocol', 'hostIP'],
    among: { compare: 'hostPort', by: '>', to: { value: 0 } },
    message:
      'Another port of this Pod takes the same port of the node. Choose another hostPort, or remove one.',
    link: podsPage,
  },
  {
    rule: 'each',
    list: 'containers',
    when: is('hostNetwork', true),
    rules: [
      {
        rule: 'each',
        list: 'ports',
        rules: [
          compare('hostPort', '=', 'containerPort', {
            message:
              'With hostNetwork, a port of the container is the port of the node. Set hostPort to containerPort, or remove it.',
          }),
        ],
      },
    ],
  },
  {
    rule: 'each',
    list: 'initContainers',
    rules: ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'].map((field) =>
      forbiddenWhen(field, not(is('restartPolicy', 'Always')), {
        message: `An init container runs once, so it has no ${field}. Remove it, or make it a sidecar with restartPolicy: Always.`,
        link: linkTo('workloads/pods/init-containers/'),
      }),
    ),
  },
];

const podRules: readonly Rule[] = [
  ...containersRules,
  uniqueBy('volumes', ['name'], {
    message: 'The Pod already has a volume named `{value}`. Give this one another name.',
    link: linkTo('storage/volumes/'),
  }),
  assert(
    { filled: 'dnsConfig.nameservers' },
    'dnsConfig.nameservers',
    'With dnsPolicy: None the Pod needs name servers of its own. Add dnsConfig.nameservers.',
    { when: is('dnsPolicy', 'None'), link: dnsPage },
  ),
  assert(
    not(all(is('hostPID', true), is('shareProcessNamespace', true))),
    'shareProcessNamespace',
    'A Pod shares the processes of the node or those of its containers, not both. Remove hostPID or shareProcessNamespace.',
    { link: podsPage },
  ),
  uniqueBy('topologySpreadConstraints', ['topologyKey', 'whenUnsatisfiable'], {
    message: 'This pair of topologyKey and whenUnsatisfiable is there already. Join the two constraints.',
    link: linkTo('scheduling-eviction/topology-spread-constraints/'),
  }),
  requiredWhen('os', some('containers', { has: 'lifecycle.stopSignal' }), {
    message: 'A stopSignal depends on the operating system. Add os with the name linux or windows.',
    link: linkTo('containers/container-lifecycle-hooks/'),
  }),
];

/**
 * Where a Pod's containers name its volumes. `pod`: the way to the Pod's spec, with a dot; `claims`: names that count
 * as volumes too.
 */
export const volumeReferences = (pod: 'template.spec.' | '', claims: readonly string[] = []): Rule =>
  refers(
    containerLists.flatMap((list) => [
      `${pod}${list}[].volumeMounts[].name`,
      `${pod}${list}[].volumeDevices[].name`,
    ]),
    [`${pod}volumes[].name`, ...claims],
    'The Pod has no volume named `{value}`. Add it to volumes, or correct the name.',
    linkTo('storage/volumes/'),
  );

/** How Pods of a kind are restarted: other values are refused. */
export const restartsAs = (kind: string, pod: string, ...values: readonly string[]): Rule => ({
  rule: 'oneOfValues',
  field: `${pod}.restartPolicy`,
  values,
  message: `The Pods of a ${kind} have restartPolicy ${values.join(' or ')} (left out, it is Always); here it is {value}. Set restartPolicy: ${values[0]}.`,
  link: linkTo('workloads/pods/pod-lifecycle/'),
});

/** Pods that run for ever have no deadline. */
export const noDeadline = (kind: string): Rule => ({
  rule: 'forbidden',
  field: 'template.spec.activeDeadlineSeconds',
  message: `The Pods of a ${kind} run until it is deleted, so they have no activeDeadlineSeconds. Remove it, or use a Job.`,
});

const noEphemeral: Rule = {
  rule: 'forbidden',
  field: 'spec.ephemeralContainers',
  filled: true,
  message:
    'Ephemeral containers are added to running Pods (kubectl debug), never in a template. Remove them.',
  link: linkTo('workloads/pods/ephemeral-containers/'),
};

const podTypes: Overlay['types'] = {
  'v1.PodSpec': {
    fields: {
      activeDeadlineSeconds: between(1, 2 ** 31 - 1),
      containers: { minItems: 1 },
      dnsPolicy: { default: 'ClusterFirst' },
      enableServiceLinks: { default: true },
      hostname: { format: 'dns-label' },
      nodeName: { format: 'dns-subdomain' },
      nodeSelector: labels,
      priorityClassName: { format: 'dns-subdomain' },
      restartPolicy: { default: 'Always' },
      schedulerName: { default: 'default-scheduler' },
      securityContext: { default: {} },
      serviceAccountName: { format: 'dns-subdomain' },
      subdomain: { format: 'dns-label' },
      terminationGracePeriodSeconds: { ...natural, default: 30 },
    },
    rules: podRules,
  },
  'v1.PodTemplateSpec': {
    rules: [
      {
        rule: 'required',
        field: 'spec',
        message: 'The template has no Pod in it. Add spec with at least one container.',
        link: podsPage,
      },
      noEphemeral,
    ],
  },
  'v1.PodSecurityContext': { fields: { fsGroup: natural, runAsGroup: natural, runAsUser: natural } },
  'v1.PodDNSConfig': {
    fields: { nameservers: { maxItems: 3 }, searches: { maxItems: 32 } },
    rules: [
      {
        rule: 'each',
        list: 'nameservers',
        rules: [
          assert(
            { format: 'ip', of: '' },
            '',
            'A name server is an IP address; `{value}` is not. Write its address.',
            {
              link: dnsPage,
            },
          ),
        ],
      },
    ],
  },
  'v1.PodOS': { fields: { name: { enum: ['linux', 'windows'] } } },
  'v1.HostAlias': { fields: { ip: { format: 'ip' } } },
};

export const nativePods: Overlay = {
  pack: 'kubernetes-pods',
  upstream: kubernetesUpstream,
  types: { ...metaTypes, ...containerTypes, ...nativeVolumeTypes, ...schedulingTypes, ...podTypes },
  kinds: [],
};
