/**
 * The kinds that the studio knows, one line each. A kind is one file that exports a KindDefinition; cards,
 * palette, edges, legal drops, rename, export order and forms follow from it. Everything that is not listed
 * here is shown as a generic node. The order is the order of the palette.
 */

import { aiGatewayRoute } from './ai-gateway/aiGatewayRoute.ts';
import { aiServiceBackend } from './ai-gateway/aiServiceBackend.ts';
import { backendSecurityPolicy } from './ai-gateway/backendSecurityPolicy.ts';
import { gatewayConfig } from './ai-gateway/gatewayConfig.ts';
import { mcpRoute } from './ai-gateway/mcpRoute.ts';
import { quotaPolicy } from './ai-gateway/quotaPolicy.ts';
import { certificate } from './cert-manager/certificate.ts';
import { clusterIssuer } from './cert-manager/clusterIssuer.ts';
import { issuer } from './cert-manager/issuer.ts';
import { configMap } from './core/configMap.ts';
import { deployment } from './core/deployment.ts';
import { horizontalPodAutoscaler } from './core/horizontalPodAutoscaler.ts';
import { ingress } from './core/ingress.ts';
import { job } from './core/job.ts';
import { namespace } from './core/namespace.ts';
import { podDisruptionBudget } from './core/podDisruptionBudget.ts';
import { secret } from './core/secret.ts';
import { service } from './core/service.ts';
import { serviceAccount } from './core/serviceAccount.ts';
import { statefulSet } from './core/statefulSet.ts';
import { verticalPodAutoscaler } from './core/verticalPodAutoscaler.ts';
import { backend } from './envoy-gateway/backend.ts';
import { backendTrafficPolicy } from './envoy-gateway/backendTrafficPolicy.ts';
import { clientTrafficPolicy } from './envoy-gateway/clientTrafficPolicy.ts';
import { envoyExtensionPolicy } from './envoy-gateway/envoyExtensionPolicy.ts';
import { envoyPatchPolicy } from './envoy-gateway/envoyPatchPolicy.ts';
import { envoyProxy } from './envoy-gateway/envoyProxy.ts';
import { httpRouteFilter } from './envoy-gateway/httpRouteFilter.ts';
import { securityPolicy } from './envoy-gateway/securityPolicy.ts';
import { backendTlsPolicy } from './gateway-api/backendTlsPolicy.ts';
import { gateway } from './gateway-api/gateway.ts';
import { gatewayClass } from './gateway-api/gatewayClass.ts';
import { grpcRoute } from './gateway-api/grpcRoute.ts';
import { httpRoute } from './gateway-api/httpRoute.ts';
import { listenerSet } from './gateway-api/listenerSet.ts';
import { referenceGrant } from './gateway-api/referenceGrant.ts';
import { tcpRoute } from './gateway-api/tcpRoute.ts';
import { tlsRoute } from './gateway-api/tlsRoute.ts';
import { udpRoute } from './gateway-api/udpRoute.ts';
import { inferencePool } from './inference/inferencePool.ts';
import { clusterTriggerAuthentication } from './keda/clusterTriggerAuthentication.ts';
import { httpScaledObject } from './keda/httpScaledObject.ts';
import { scaledJob } from './keda/scaledJob.ts';
import { scaledObject } from './keda/scaledObject.ts';
import { triggerAuthentication } from './keda/triggerAuthentication.ts';
import { clusterScopedKinds, namespacedKinds } from './knownScopes.ts';
import { serviceMonitor } from './monitoring/serviceMonitor.ts';
import type { KindDefinition } from './types.ts';

export { families, familyLabels, familyOrder } from './families.ts';

export const kinds: readonly KindDefinition[] = [
  gateway,
  listenerSet,
  httpRoute,
  grpcRoute,
  tlsRoute,
  tcpRoute,
  udpRoute,
  ingress,
  service,
  backend,
  inferencePool,
  deployment,
  statefulSet,
  job,
  backendTrafficPolicy,
  securityPolicy,
  clientTrafficPolicy,
  backendTlsPolicy,
  envoyExtensionPolicy,
  envoyPatchPolicy,
  podDisruptionBudget,
  aiGatewayRoute,
  aiServiceBackend,
  backendSecurityPolicy,
  mcpRoute,
  quotaPolicy,
  scaledObject,
  scaledJob,
  httpScaledObject,
  horizontalPodAutoscaler,
  verticalPodAutoscaler,
  triggerAuthentication,
  clusterTriggerAuthentication,
  certificate,
  clusterIssuer,
  issuer,
  secret,
  referenceGrant,
  gatewayClass,
  envoyProxy,
  httpRouteFilter,
  gatewayConfig,
  configMap,
  serviceAccount,
  namespace,
  serviceMonitor,
];

const byGroupKind = new Map(
  kinds.map((definition) => [`${definition.group}/${definition.kind}`, definition]),
);

/** The definition of a kind; undefined for kinds that the studio shows as generic nodes. */
export function kindOf(group: string, kind: string): KindDefinition | undefined {
  return byGroupKind.get(`${group}/${kind}`);
}

const scopes = new Map<string, boolean>([
  ...scopeEntries(clusterScopedKinds, true),
  ...scopeEntries(namespacedKinds, false),
  ...kinds.map(({ group, kind, scope }) => [`${group}/${kind}`, scope === 'cluster'] as const),
]);

/** True for kinds outside namespaces, false for those inside; undefined when nothing is known of the kind. */
export function isClusterScoped(group: string, kind: string): boolean | undefined {
  return scopes.get(`${group}/${kind}`);
}

function scopeEntries(table: Readonly<Record<string, readonly string[]>>, isCluster: boolean) {
  return Object.entries(table).flatMap(([group, names]) =>
    names.map((kind) => [`${group}/${kind}`, isCluster] as const),
  );
}
