import { gatewayConfig } from '../targets.ts';
import type { NameReference } from '../types.ts';

/** The annotation by which a Gateway names the settings of the AI filter beside it; a GatewayConfig of its namespace. */
export const gatewayConfigRef: NameReference = {
  name: 'gateway-config',
  form: 'name',
  path: 'metadata.annotations["aigateway.envoyproxy.io/gateway-config"]',
  to: [gatewayConfig],
  role: 'configured-by',
  flow: 'backward',
  namespace: 'own',
};
