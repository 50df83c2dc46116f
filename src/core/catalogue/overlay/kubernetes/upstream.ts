import type { Upstream } from '../../pack.ts';

/** The release of Kubernetes whose types and defaults the packs of the core kinds describe. */
export const kubernetesUpstream: Upstream = {
  project: 'Kubernetes',
  version: 'v1.36',
  docs: 'https://kubernetes.io/docs/reference/kubernetes-api/',
};
