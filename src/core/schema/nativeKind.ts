import type { CatalogueKind } from '../catalogue/catalogue.ts';

const nativeGroups: ReadonlySet<string> = new Set([
  '',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

/** A kind that the API server validates in code, not by a CRD. */
export function isNativeKind(kind: CatalogueKind): boolean {
  return kind.isNative === true || (kind.origin.type === 'built-in' && nativeGroups.has(kind.group));
}
