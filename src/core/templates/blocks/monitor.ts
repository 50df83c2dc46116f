import { readAt, readList, readText } from '../../kinds/reading.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { podMonitor, serviceMonitor } from './scalingKinds.ts';

const proxyNamespace = 'envoy-gateway-system';

/** Lets the Prometheus operator collect what Envoy counts, where Envoy Gateway runs its proxies. */
export function monitorProxies(desk: PatternDesk): void {
  if (desk.all(podMonitor).some(({ namespace }) => namespace === proxyNamespace)) return;
  desk.add(
    podMonitor,
    'envoy-proxies',
    yaml`
      spec:
        # The proxies of every Gateway.
        selector:
          matchLabels:
            app.kubernetes.io/component: proxy
            app.kubernetes.io/managed-by: envoy-gateway
        podMetricsEndpoints:
          - port: metrics
            path: /stats/prometheus
    `,
    { namespace: proxyNamespace, version: 'v1', isAside: true },
  );
}

const label = 'app.kubernetes.io/name';

/** Lets the Prometheus operator collect what the app behind a Service counts, which gets a label to be found by. */
export function monitorApp(desk: PatternDesk, service: PatternTarget): void {
  const { name, namespace } = service;
  const labels = ['metadata', 'labels', label];
  const known = desk.read(service, labels);
  if (known === undefined) desk.set(service, labels, name);
  const [port] = readList(desk.read(service, ['spec']), 'ports');
  const portName = readText(port, 'name');
  desk.add(
    serviceMonitor,
    name,
    yaml`
      spec:
        # Services with this label of their own, not with that of their pods.
        selector:
          matchLabels:
            ${label}: ${typeof known === 'string' ? known : name}
        endpoints:
          - ${portName === undefined ? yaml`targetPort: ${targetOf(port)}` : yaml`port: ${portName}`}
            path: /metrics
    `,
    { namespace, isAside: true },
  );
}

/** A port of the pods, by name or number. */
function targetOf(port: unknown): string | number {
  const target = readAt(port, 'targetPort') ?? readAt(port, 'port');
  return typeof target === 'number' ? target : String(target ?? 'http');
}
