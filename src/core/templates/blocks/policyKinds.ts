import { envoyGateway, gatewayApi } from '../../kinds/targets.ts';
import type { GroupKind } from '../../workspace/types.ts';

/** Kinds that patterns write besides those that references point at. */
const of = (group: string, kind: string): GroupKind => ({ group, kind });

export const backendTrafficPolicy = of(envoyGateway, 'BackendTrafficPolicy');
export const clientTrafficPolicy = of(envoyGateway, 'ClientTrafficPolicy');
export const securityPolicy = of(envoyGateway, 'SecurityPolicy');
export const backendTlsPolicy = of(gatewayApi, 'BackendTLSPolicy');
export const disruptionBudget = of('policy', 'PodDisruptionBudget');
export const namespaceKind = of('', 'Namespace');

/** True for a resource of a kind. */
export function isKind(resource: GroupKind, { group, kind }: GroupKind): boolean {
  return resource.group === group && resource.kind === kind;
}
