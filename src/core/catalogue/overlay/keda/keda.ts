/**
 * KEDA v2.20.2: workloads scaled by what waits for them. Brings the package (KEDA 2.19) to that release: the fields
 * and limits that came since, and the sentences that upstream's types lack. Says nothing of what a trigger's own
 * `metadata` must hold: that is the scaler's business, and the API server takes any text.
 * https://keda.sh/docs/2.20/reference/
 */
import { kubernetesStructure } from '../kubernetes/structure.ts';
import type { Overlay } from '../overlay.ts';
import { authentication } from './authentication.ts';
import { scaledJob } from './scaledJob.ts';
import { scaledObject } from './scaledObject.ts';
import { triggers } from './triggers.ts';

export const keda: Overlay = {
  pack: 'keda.sh',
  upstream: { project: 'KEDA', version: 'v2.20.2', docs: 'https://keda.sh/docs/2.20/reference/' },
  extends: [kubernetesStructure],
  types: { ...triggers, ...scaledObject, ...scaledJob, ...authentication },
  kinds: [
    {
      group: 'keda.sh',
      version: 'v1alpha1',
      kind: 'ScaledObject',
      plural: 'scaledobjects',
      scope: 'namespaced',
      type: 'keda.sh/v1alpha1.ScaledObject',
      storage: true,
    },
    {
      group: 'keda.sh',
      version: 'v1alpha1',
      kind: 'ScaledJob',
      plural: 'scaledjobs',
      scope: 'namespaced',
      type: 'keda.sh/v1alpha1.ScaledJob',
      storage: true,
    },
    {
      group: 'keda.sh',
      version: 'v1alpha1',
      kind: 'TriggerAuthentication',
      plural: 'triggerauthentications',
      scope: 'namespaced',
      type: 'keda.sh/v1alpha1.TriggerAuthentication',
      storage: true,
    },
    {
      group: 'keda.sh',
      version: 'v1alpha1',
      kind: 'ClusterTriggerAuthentication',
      plural: 'clustertriggerauthentications',
      scope: 'cluster',
      type: 'keda.sh/v1alpha1.ClusterTriggerAuthentication',
      storage: true,
    },
  ],
};
