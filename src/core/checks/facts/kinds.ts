import { aiGateway, envoyGateway, gatewayApi, keda } from '../../kinds/targets.ts';
import type { GroupKind } from '../../workspace/types.ts';

/** Kinds that guardrails ask about and that no reference names. */
export const securityPolicy: GroupKind = { group: envoyGateway, kind: 'SecurityPolicy' };
export const clientTrafficPolicy: GroupKind = { group: envoyGateway, kind: 'ClientTrafficPolicy' };
export const backendTrafficPolicy: GroupKind = { group: envoyGateway, kind: 'BackendTrafficPolicy' };
export const backendTlsPolicy: GroupKind = { group: gatewayApi, kind: 'BackendTLSPolicy' };
export const aiGatewayRoute: GroupKind = { group: aiGateway, kind: 'AIGatewayRoute' };
export const backendSecurityPolicy: GroupKind = { group: aiGateway, kind: 'BackendSecurityPolicy' };
export const quotaPolicy: GroupKind = { group: aiGateway, kind: 'QuotaPolicy' };
export const scaledJob: GroupKind = { group: keda, kind: 'ScaledJob' };
export const horizontalPodAutoscaler: GroupKind = { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' };
export const verticalPodAutoscaler: GroupKind = {
  group: 'autoscaling.k8s.io',
  kind: 'VerticalPodAutoscaler',
};
export const podDisruptionBudget: GroupKind = { group: 'policy', kind: 'PodDisruptionBudget' };
export const limitRange: GroupKind = { group: '', kind: 'LimitRange' };

/** True for a resource of that group and kind. */
export function isOf(resource: GroupKind, { group, kind }: GroupKind): boolean {
  return resource.kind === kind && resource.group === group;
}
