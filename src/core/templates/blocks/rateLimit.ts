import { readText } from '../../kinds/reading.ts';
import { configMap, deployment, service } from '../../kinds/targets.ts';
import type { PatternDesk } from '../types.ts';
import { linesOf, type Yaml, yaml } from '../yaml.ts';

/** The time in which requests are counted. */
export const limitUnits = [
  { value: 'Minute', label: 'Minute' },
  { value: 'Second', label: 'Second' },
  { value: 'Hour', label: 'Hour' },
  { value: 'Day', label: 'Day' },
] as const;

const controllerNamespace = 'envoy-gateway-system';
/** Where the chart of Envoy Gateway keeps what its controller reads. */
const configName = 'envoy-gateway-config';
const configKey = 'envoy-gateway.yaml';

/**
 * Tells Envoy Gateway where the counts of global limits are kept. This is configuration of the controller, read when it
 * starts: the ConfigMap is the one of its chart, and what stands in one that is here already stays.
 */
export function ensureLimitService(desk: PatternDesk, url: string): void {
  const backend = `rateLimit:\n  backend:\n    type: Redis\n    redis:\n      url: ${url}`;
  const known = desk
    .all(configMap)
    .find(({ namespace, name }) => namespace === controllerNamespace && name === configName);
  if (known === undefined) {
    desk.add(configMap, configName, controllerConfig(backend), { namespace: controllerNamespace });
    return;
  }
  const text = readText(desk.read(known, ['data']), configKey) ?? '';
  if (!/^rateLimit:/m.test(text))
    desk.set(known, ['data', configKey], `${text.replace(/\n*$/, '\n')}${backend}\n`);
}

function controllerConfig(backend: string): Yaml {
  return yaml`
    # Replaces what the chart of Envoy Gateway installed; its controller reads this when it starts:
    # kubectl rollout restart deployment envoy-gateway -n envoy-gateway-system
    data:
      ${configKey}: |
        apiVersion: gateway.envoyproxy.io/v1alpha1
        kind: EnvoyGateway
        provider:
          type: Kubernetes
        gateway:
          controllerName: gateway.envoyproxy.io/gatewayclass-controller
        # Global limits are counted here, for all proxies together.
        ${linesOf(backend)}
  `;
}

/** A Redis for the counts, and its address. They may be lost: then everyone begins anew. */
export function addRedis(desk: PatternDesk): string {
  const options = { namespace: 'redis-system', isAside: true };
  const { name, namespace } = desk.add(service, 'redis', redisService, options);
  desk.add(deployment, name, redis, options);
  return `${name}.${namespace}.svc.cluster.local:6379`;
}

const redisService = yaml`
  spec:
    selector:
      app.kubernetes.io/name: redis
    ports:
      - name: redis
        port: 6379
        targetPort: redis
`;

const redis = yaml`
  spec:
    # One is enough: it keeps counts of a minute or an hour, and Envoy lets requests through while it is away.
    replicas: 1
    selector:
      matchLabels:
        app.kubernetes.io/name: redis
    template:
      metadata:
        labels:
          app.kubernetes.io/name: redis
      spec:
        containers:
          - name: redis
            image: redis:8-alpine
            # Nothing is written to disk, and what is old gives way.
            args: [--save, '', --appendonly, 'no', --maxmemory, 100mb, --maxmemory-policy, volatile-lru]
            ports:
              - name: redis
                containerPort: 6379
            resources:
              requests:
                cpu: 100m
                memory: 128Mi
              limits:
                memory: 256Mi
            readinessProbe:
              tcpSocket:
                port: redis
            livenessProbe:
              tcpSocket:
                port: redis
              periodSeconds: 20
`;
