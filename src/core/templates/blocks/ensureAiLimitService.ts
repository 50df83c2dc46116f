import { configMap } from '../../kinds/targets.ts';
import type { PatternDesk } from '../types.ts';
import { yaml } from '../yaml.ts';
import { addRedis, ensureLimitService } from './rateLimit.ts';

const controllerNamespace = 'envoy-gateway-system';
const configName = 'envoy-gateway-config';

/**
 * Lets an Envoy Gateway that AI Gateway extends count global limits, in the Redis at a host and port or, when that is
 * empty, in a new one. What its controller is told is written as AI Gateway needs it, unless it is here already.
 * https://aigateway.envoyproxy.io/docs/getting-started/prerequisites/
 */
export function ensureAiLimitService(desk: PatternDesk, redis: string): void {
  const isThere = desk
    .all(configMap)
    .some(({ namespace, name }) => namespace === controllerNamespace && name === configName);
  if (!isThere) desk.add(configMap, configName, config, { namespace: controllerNamespace });
  ensureLimitService(desk, redis === '' ? addRedis(desk) : redis);
}

const config = yaml`
  # Replaces what the chart of Envoy Gateway installed; its controller reads this when it starts:
  # kubectl rollout restart deployment envoy-gateway -n envoy-gateway-system
  data:
    envoy-gateway.yaml: |
      apiVersion: gateway.envoyproxy.io/v1alpha1
      kind: EnvoyGateway
      provider:
        type: Kubernetes
      gateway:
        controllerName: gateway.envoyproxy.io/gatewayclass-controller
      extensionApis:
        enableBackend: true
        enableEnvoyPatchPolicy: true
      # AI Gateway sees, and changes, what the proxies are told.
      extensionManager:
        backendResources:
          - group: inference.networking.k8s.io
            kind: InferencePool
            version: v1
        hooks:
          xdsTranslator:
            translation:
              listener:
                includeAll: true
              route:
                includeAll: true
              cluster:
                includeAll: true
              secret:
                includeAll: true
            post:
              - Translation
              - Cluster
              - Route
        service:
          fqdn:
            hostname: ai-gateway-controller.envoy-ai-gateway-system.svc.cluster.local
            port: 1063
`;
