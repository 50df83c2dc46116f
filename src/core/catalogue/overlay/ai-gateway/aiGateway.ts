/**
 * Envoy AI Gateway v1.1.0: requests to language models and MCP servers. No package holds its kinds, so they are composed
 * of Envoy Gateway's and Gateway API's types by reference, and what is its own is written here. Where its CRDs embed an
 * older Envoy Gateway than the one we describe, `olderEnvoyGateway` takes the newer fields away again, in this pack only.
 * https://aigateway.envoyproxy.io/docs/api/
 */
import { envoyGateway } from '../envoy-gateway/envoyGateway.ts';
import type { Overlay } from '../overlay.ts';
import { aiGatewayRoute } from './aiGatewayRoute.ts';
import { aiServiceBackend } from './aiServiceBackend.ts';
import { type AiVersion, aiKind, type TypeTable } from './aiType.ts';
import { backendSecurityPolicy } from './backendSecurityPolicy.ts';
import { gatewayConfig } from './gatewayConfig.ts';
import { mcpRoute } from './mcpRoute.ts';
import { mcpSecurity } from './mcpSecurity.ts';
import { olderEnvoyGateway } from './olderEnvoyGateway.ts';
import { quotaPolicy } from './quotaPolicy.ts';
import { requestTypes } from './requestTypes.ts';

const inBothVersions = {
  AIGatewayRoute: 'aigatewayroutes',
  AIServiceBackend: 'aiservicebackends',
  BackendSecurityPolicy: 'backendsecuritypolicies',
  GatewayConfig: 'gatewayconfigs',
  MCPRoute: 'mcproutes',
};

const typesOf = (version: AiVersion): TypeTable => ({
  ...requestTypes(version),
  ...aiGatewayRoute(version),
  ...aiServiceBackend(version),
  ...backendSecurityPolicy(version),
  ...gatewayConfig(version),
  ...mcpRoute(version),
  ...mcpSecurity(version),
});

export const aiGateway: Overlay = {
  pack: 'aigateway.envoyproxy.io',
  upstream: {
    project: 'Envoy AI Gateway',
    version: 'v1.1.0',
    docs: 'https://aigateway.envoyproxy.io/docs/api/',
  },
  extends: [envoyGateway],
  types: { ...olderEnvoyGateway, ...typesOf('v1beta1'), ...typesOf('v1alpha1'), ...quotaPolicy },
  kinds: [
    ...Object.entries(inBothVersions).flatMap(([kind, plural]) => [
      aiKind('v1beta1', kind, plural, true),
      aiKind('v1alpha1', kind, plural, false),
    ]),
    aiKind('v1alpha1', 'QuotaPolicy', 'quotapolicies', true),
  ],
};
