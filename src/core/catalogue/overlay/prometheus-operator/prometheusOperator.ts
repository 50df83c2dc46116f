/**
 * The pack of Prometheus Operator's monitors: what is scraped, from which Services and Pods. It promises what the CRDs
 * of the release refuse; the operator's own kinds (Prometheus, Alertmanager, rules) are not here.
 */
import { mapBy, set } from '../kubernetes/listKinds.ts';
import { kubernetesStructure } from '../kubernetes/structure.ts';
import type { Overlay, TypeOverlay } from '../overlay.ts';

const group = 'monitoring.coreos.com';

const natural = { minimum: 0 };

/** What a ServiceMonitor and a PodMonitor have in common. */
const monitorSpec: TypeOverlay = {
  fields: {
    keepDroppedTargets: natural,
    labelLimit: natural,
    labelNameLengthLimit: natural,
    labelValueLengthLimit: natural,
    nativeHistogramBucketLimit: natural,
    sampleLimit: natural,
    scrapeProtocols: set,
    targetLimit: natural,
  },
};

export const prometheusOperator: Overlay = {
  pack: group,
  upstream: {
    project: 'Prometheus Operator',
    version: 'v0.93.0',
    docs: 'https://prometheus-operator.dev/docs/api-reference/api/',
  },
  extends: [kubernetesStructure],
  types: {
    'monitoring.coreos.com/v1.ConfigResourceStatus': {
      fields: { bindings: mapBy('group', 'resource', 'name', 'namespace') },
    },
    'monitoring.coreos.com/v1.PodMonitorSpec': monitorSpec,
    'monitoring.coreos.com/v1.OAuth2': {
      fields: { tokenUrl: { drop: ['minLength'], pattern: '^(http|https)://.+$' } },
    },
    'monitoring.coreos.com/v1.RelabelConfig': {
      fields: { action: { default: 'replace' }, modulus: natural },
    },
    'monitoring.coreos.com/v1.ServiceMonitorSpec': monitorSpec,
    'monitoring.coreos.com/v1.WorkloadBinding': { fields: { conditions: mapBy('type') } },
  },
  kinds: [
    {
      group,
      version: 'v1',
      kind: 'PodMonitor',
      plural: 'podmonitors',
      scope: 'namespaced',
      type: 'monitoring.coreos.com/v1.PodMonitor',
      storage: true,
    },
    {
      group,
      version: 'v1',
      kind: 'ServiceMonitor',
      plural: 'servicemonitors',
      scope: 'namespaced',
      type: 'monitoring.coreos.com/v1.ServiceMonitor',
      storage: true,
    },
  ],
};
