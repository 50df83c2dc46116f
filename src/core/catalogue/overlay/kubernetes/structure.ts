/**
 * The Kubernetes types that CRDs embed (pod specs, probes, selectors, volumes, scaling behaviour), as controller-gen
 * writes them into a CRD: list kinds and keys, defaults, quantities. It promises what generated CRDs of the last
 * releases have in common; a CRD that embeds an older or newer release corrects the difference in its own pack. It
 * refuses the API server's own validation of Deployments and the like, which CRDs do not have: see `pods.ts` and the
 * packs of the core kinds.
 */
import { listOf, record, text, textMap } from '../fields.ts';
import type { Overlay } from '../overlay.ts';
import { atomic, mapBy, open, set } from './listKinds.ts';
import { kubernetesUpstream } from './upstream.ts';
import { volumeTypes } from './volumeStructure.ts';

/** What a quantity looks like when it is written as a string; it may be an integer as well. */
export const quantityPattern =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

const labelTypes: Overlay['types'] = {
  'api/resource.Quantity': { from: 'nothing', intOrString: true, pattern: quantityPattern },
  'util/intstr.IntOrString': { from: 'nothing', intOrString: true },
  'apis/meta/v1.Time': { from: 'nothing', type: 'string', format: 'date-time' },
  'apis/meta/v1.LabelSelector': { fields: { matchExpressions: atomic } },
  'apis/meta/v1.LabelSelectorRequirement': { fields: { values: atomic } },
  'apis/meta/v1.Condition': {
    fields: {
      message: { maxLength: 32768 },
      observedGeneration: { minimum: 0 },
      reason: { minLength: 1, maxLength: 1024, pattern: '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$' },
      status: { enum: ['True', 'False', 'Unknown'] },
      type: {
        maxLength: 316,
        pattern:
          '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$',
      },
    },
  },
  'apis/meta/v1.EmbeddedObjectMeta': record(
    'The metadata of an embedded object, where a CRD lists it at all.',
    {
      annotations: textMap('Free notes, by key.'),
      finalizers: listOf({ type: 'string' }, 'What must be done before the object goes.'),
      labels: textMap('What selectors find the object by.'),
      name: text('The name of the object.'),
      namespace: text('Where the object is.'),
    },
  ),
};

const podTypes: Overlay['types'] = {
  'apps/v1.DaemonSetUpdateStrategy': { fields: { type: open } },
  'apps/v1.DeploymentStrategy': { fields: { type: open } },
  'autoscaling/v2.HPAScalingRules': { fields: { policies: atomic } },
  'batch/v1.JobSpec': { fields: { completionMode: open, podReplacementPolicy: open } },
  'batch/v1.PodFailurePolicy': { fields: { rules: atomic } },
  'batch/v1.PodFailurePolicyOnExitCodesRequirement': { fields: { operator: open, values: set } },
  'batch/v1.PodFailurePolicyRule': { fields: { action: open, onPodConditions: atomic } },
  'batch/v1.SuccessPolicy': { fields: { rules: atomic } },
  'v1.AppArmorProfile': { fields: { type: open } },
  'v1.Capabilities': { fields: { add: atomic, drop: atomic } },
  'v1.ConfigMapEnvSource': { fields: { name: { default: '' } } },
  'v1.ConfigMapKeySelector': { fields: { name: { default: '' } } },
  'v1.Container': {
    fields: {
      args: atomic,
      command: atomic,
      env: mapBy('name'),
      envFrom: atomic,
      imagePullPolicy: open,
      ports: mapBy('containerPort', 'protocol'),
      resizePolicy: atomic,
      restartPolicyRules: atomic,
      terminationMessagePolicy: open,
      volumeDevices: mapBy('devicePath'),
      volumeMounts: mapBy('mountPath'),
    },
  },
  'v1.ContainerPort': { fields: { protocol: { drop: ['enum'], default: 'TCP' } } },
  'v1.ContainerRestartRuleOnExitCodes': { fields: { values: set } },
  'v1.EphemeralContainer': {
    fields: {
      args: atomic,
      command: atomic,
      env: mapBy('name'),
      envFrom: atomic,
      imagePullPolicy: open,
      ports: mapBy('containerPort', 'protocol'),
      resizePolicy: atomic,
      restartPolicyRules: atomic,
      terminationMessagePolicy: open,
      volumeDevices: mapBy('devicePath'),
      volumeMounts: mapBy('mountPath'),
    },
  },
  'v1.ExecAction': { fields: { command: atomic } },
  'v1.FileKeySelector': { fields: { optional: { default: false } } },
  'v1.GRPCAction': { fields: { service: { default: '' } } },
  'v1.HTTPGetAction': { fields: { httpHeaders: atomic, scheme: open } },
  'v1.HostAlias': { fields: { hostnames: atomic } },
  'v1.Lifecycle': { fields: { stopSignal: open } },
  'v1.LocalObjectReference': { fields: { name: { default: '' } } },
  'v1.NodeAffinity': { fields: { preferredDuringSchedulingIgnoredDuringExecution: atomic } },
  'v1.NodeSelector': { fields: { nodeSelectorTerms: atomic } },
  'v1.NodeSelectorRequirement': { fields: { operator: open, values: atomic } },
  'v1.NodeSelectorTerm': { fields: { matchExpressions: atomic, matchFields: atomic } },
  'v1.PodAffinity': {
    fields: {
      preferredDuringSchedulingIgnoredDuringExecution: atomic,
      requiredDuringSchedulingIgnoredDuringExecution: atomic,
    },
  },
  'v1.PodAffinityTerm': { fields: { matchLabelKeys: atomic, mismatchLabelKeys: atomic, namespaces: atomic } },
  'v1.PodAntiAffinity': {
    fields: {
      preferredDuringSchedulingIgnoredDuringExecution: atomic,
      requiredDuringSchedulingIgnoredDuringExecution: atomic,
    },
  },
  'v1.PodDNSConfig': { fields: { nameservers: atomic, options: atomic, searches: atomic } },
  'v1.PodSecurityContext': {
    fields: {
      fsGroupChangePolicy: open,
      supplementalGroups: atomic,
      supplementalGroupsPolicy: open,
      sysctls: atomic,
    },
  },
  'v1.PodSpec': {
    fields: {
      containers: mapBy('name'),
      dnsPolicy: open,
      ephemeralContainers: mapBy('name'),
      hostAliases: mapBy('ip'),
      imagePullSecrets: mapBy('name'),
      initContainers: mapBy('name'),
      preemptionPolicy: open,
      readinessGates: atomic,
      resourceClaims: mapBy('name'),
      restartPolicy: open,
      schedulingGates: mapBy('name'),
      tolerations: atomic,
      topologySpreadConstraints: mapBy('topologyKey', 'whenUnsatisfiable'),
      volumes: mapBy('name'),
    },
  },
  'v1.ResourceRequirements': { fields: { claims: mapBy('name') } },
  'v1.SeccompProfile': { fields: { type: open } },
  'v1.SecretEnvSource': { fields: { name: { default: '' } } },
  'v1.SecretKeySelector': { fields: { name: { default: '' } } },
  'v1.SecurityContext': { fields: { procMount: open } },
  'v1.Toleration': { fields: { effect: open, operator: open } },
  'v1.TopologySpreadConstraint': {
    fields: {
      matchLabelKeys: atomic,
      nodeAffinityPolicy: open,
      nodeTaintsPolicy: open,
      whenUnsatisfiable: open,
    },
  },
  'v1.VolumeMount': { fields: { mountPropagation: open } },
};

/** To be extended by the overlay of a CRD that embeds Kubernetes types. It has no kinds of its own. */
export const kubernetesStructure: Overlay = {
  pack: 'kubernetes',
  upstream: kubernetesUpstream,
  types: { ...labelTypes, ...podTypes, ...volumeTypes },
  kinds: [],
};
