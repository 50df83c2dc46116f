import { gateway, grpcRoute, httpRoute } from '../../kinds/targets.ts';
import { upstreamOf } from '../blocks/ensureApp.ts';
import { ensureRoute } from '../blocks/ensureRoute.ts';
import { scaled, serviceBefore, workloadBehind } from '../blocks/ensureWorkload.ts';
import { monitorApp, monitorProxies } from '../blocks/monitor.ts';
import { firstBackend } from '../blocks/routeRules.ts';
import { isRange, scale } from '../blocks/scale.ts';
import { definePattern } from '../definePattern.ts';
import { choice, hostname, number, text } from '../parameters.ts';
import type { PatternDesk, PatternReference, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';

export const scaleOnRequests = definePattern({
  id: 'scale-on-requests',
  title: 'Autoscaling on request rate',
  purpose: 'As many pods as the requests of the last minutes need',
  group: 'scaling',
  docs: 'https://keda.sh/docs/2.20/scalers/prometheus/',
  roles: {
    workload: scaled,
    route: { label: 'Route', kinds: [httpRoute, grpcRoute], help: 'By which requests come to it.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    perPod: number('For each pod', 50, { min: 1, max: 100_000, unit: 'requests a second' }),
    least: number('At least', 2, { min: 1, max: 1000, unit: 'pods' }),
    most: number('At most', 10, { min: 1, max: 1000, unit: 'pods' }),
    measured: choice('Counted by', [
      { value: 'proxy', label: 'Envoy', help: 'Nothing is asked of the app.' },
      { value: 'app', label: 'The app itself', help: 'Its own metrics, by a query of yours.' },
    ]),
    query: text('Query', 'sum(rate(http_requests_total{job="shop"}[2m]))', {
      type: 'promql',
      help: 'It has to answer one number: requests a second.',
      shownWhen: { parameter: 'measured', is: 'app' },
    }),
    prometheus: text('Prometheus at', 'http://prometheus-operated.monitoring:9090', { type: 'url' }),
    collected: choice('Metrics are collected', [
      { value: 'operator', label: 'By the Prometheus operator', help: 'A monitor tells it where.' },
      { value: 'already', label: 'Already' },
    ]),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, answers, given) {
    const { perPod, least, most, measured, query, prometheus, collected, hostname } = answers;
    if (!isRange(desk, answers)) return;
    const found = findServed(desk, given, hostname);
    if (found === undefined) return;
    const { workload, front } = found;
    const isProxy = measured === 'proxy';
    const asked = isProxy ? proxyQuery(desk, front, given.route) : query;
    if (asked === undefined) return;
    if (collected === 'operator') {
      if (isProxy) monitorProxies(desk);
      else monitorApp(desk, front);
    }
    const trigger = yaml`
      type: prometheus
      metadata:
        serverAddress: ${prometheus}
        # Requests a second, for all pods together; those of a rule with several backends count for each.
        query: ${asked}
        # One pod is good for so many.
        threshold: ${String(perPod)}
    `;
    scale(desk, workload, { least, most, triggers: [trigger] });
  },
});

interface Served {
  readonly workload: PatternTarget;
  /** The Service before it. */
  readonly front: PatternTarget;
}

interface GivenParts {
  readonly workload: PatternTarget | undefined;
  readonly route: PatternTarget | undefined;
  readonly gateway: PatternTarget | undefined;
}

/** The given workload with its Service, or the one that the given route leads to; else a new app behind a new route. */
function findServed(desk: PatternDesk, given: GivenParts, hostname: string): Served | undefined {
  if (given.workload !== undefined) {
    const front = serviceBefore(desk, given.workload);
    if (front !== undefined) return { workload: given.workload, front };
    desk.refuse(
      `No Service sends requests to ${given.workload.kind} ${given.workload.name}. Put one before it first.`,
    );
    return undefined;
  }
  const route = ensureRoute(desk, given, { base: 'shop', hostname });
  const front = firstBackend(desk, route)?.target;
  const workload = front && workloadBehind(desk, front);
  if (front !== undefined && workload !== undefined) return { workload, front };
  desk.refuse(`The workload behind ${route.kind} ${route.name} is not in this workspace. Choose a workload.`);
  return undefined;
}

/** Counts what Envoy sends to the rules that lead to a Service, as Envoy Gateway names their clusters. */
function proxyQuery(
  desk: PatternDesk,
  front: PatternTarget,
  route: PatternTarget | undefined,
): string | undefined {
  const clusters = desk
    .referrers(upstreamOf(desk, front).target)
    .filter(({ holder, reference }) => reference === 'backendRef' && isRoute(holder))
    .filter(({ holder }) => route === undefined || holder.id === route.id)
    .map(clusterOf);
  const names = [...new Set(clusters)];
  if (names.length === 0) {
    const who = route === undefined ? 'No route sends' : `${route.kind} ${route.name} does not send`;
    desk.refuse(
      `${who} to Service ${front.name}, so Envoy counts nothing for it there. Connect them first, or count by the app itself.`,
    );
    return undefined;
  }
  const [only = '', ...others] = names;
  const match = others.length === 0 ? `="${only}"` : `=~"${names.join('|')}"`;
  return `sum(rate(envoy_cluster_upstream_rq_total{envoy_cluster_name${match}}[2m]))`;
}

function isRoute({ group, kind }: PatternTarget): boolean {
  return [httpRoute, grpcRoute].some((each) => each.group === group && each.kind === kind);
}

function clusterOf({ holder, path }: PatternReference): string {
  return `${holder.kind.toLowerCase()}/${holder.namespace}/${holder.name}/rule/${String(path[2])}`;
}
