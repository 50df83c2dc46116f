import type { GroupKind } from '../../workspace/types.ts';
import { clusterTrustBundle, configMap, secret } from '../targets.ts';
import type { ObjectReference } from '../types.ts';

interface SecretShape {
  readonly name: string;
  readonly path: string;
  /** `field` where a namespace may be written. */
  readonly namespace?: 'field' | 'own';
  readonly needsGrant?: boolean;
}

/** `{ group?, kind?, name, namespace? }` with a core Secret as the default. */
export function secretReference({
  name,
  path,
  namespace = 'field',
  needsGrant,
}: SecretShape): ObjectReference {
  return {
    name,
    form: 'object',
    path,
    to: [secret],
    role: 'uses',
    flow: 'forward',
    namespace,
    ...(needsGrant === true ? { needsGrant } : {}),
  };
}

/** The certificates that a Gateway or ListenerSet shows on a listener. */
export const listenerCertificateRef = secretReference({
  name: 'certificateRef',
  path: 'spec.listeners[*].tls.certificateRefs[*]',
  needsGrant: true,
});

interface BundleShape extends SecretShape {
  /** The kind that stands where none is written. */
  readonly defaultKind: 'ConfigMap' | 'Secret';
  /** True where the schema wants group and kind. */
  readonly explicitType?: boolean;
}

/** Envoy Gateway goes by the kind alone, and its own documentation writes an empty group. */
const trustBundles: readonly GroupKind[] = [clusterTrustBundle, { group: '', kind: clusterTrustBundle.kind }];

/** Bundles of CA certificates: ConfigMap, Secret or (cluster-wide) ClusterTrustBundle. */
export function caCertificateReference(shape: BundleShape): ObjectReference {
  const { name, path, namespace = 'own', defaultKind, explicitType, needsGrant } = shape;
  return {
    name,
    form: 'object',
    path,
    to:
      defaultKind === 'ConfigMap'
        ? [configMap, secret, ...trustBundles]
        : [secret, configMap, ...trustBundles],
    role: 'uses',
    flow: 'forward',
    namespace,
    ...(explicitType === true ? { explicitType } : {}),
    ...(needsGrant === true ? { needsGrant } : {}),
  };
}
