import type { GroupKind } from '../workspace/types.ts';

/** Kinds that mistakes are about, by what people call them. */
export const envoyKinds = (...kinds: readonly string[]): readonly GroupKind[] =>
  kinds.map((kind) => ({ group: 'gateway.envoyproxy.io', kind }));

/** Kinds of Envoy Gateway that say how a backend is spoken to: retries, timeouts, circuit breakers, health checks. */
export const connectionKinds = envoyKinds(
  'BackendTrafficPolicy',
  'SecurityPolicy',
  'EnvoyExtensionPolicy',
  'EnvoyProxy',
);

export const gatewayKinds = (...kinds: readonly string[]): readonly GroupKind[] =>
  kinds.map((kind) => ({ group: 'gateway.networking.k8s.io', kind }));

export const aiKinds = (...kinds: readonly string[]): readonly GroupKind[] =>
  kinds.map((kind) => ({ group: 'aigateway.envoyproxy.io', kind }));

export const certificates: readonly GroupKind[] = [{ group: 'cert-manager.io', kind: 'Certificate' }];
export const scaledObjects: readonly GroupKind[] = [{ group: 'keda.sh', kind: 'ScaledObject' }];
export const httpScaledObjects: readonly GroupKind[] = [{ group: 'http.keda.sh', kind: 'HTTPScaledObject' }];
