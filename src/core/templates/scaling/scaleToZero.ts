import { readList, readText, readTexts } from '../../kinds/reading.ts';
import { gateway, httpRoute, httpScaledObject, service } from '../../kinds/targets.ts';
import { readDuration } from '../../schema/formats/duration.ts';
import { ensureApp, upstreamOf } from '../blocks/ensureApp.ts';
import { ensureRoute } from '../blocks/ensureRoute.ts';
import { workloadBehind } from '../blocks/ensureWorkload.ts';
import type { Upstream } from '../blocks/referTo.ts';
import { firstBackend, rulesOf, rulesSendingTo } from '../blocks/routeRules.ts';
import { isUnscaled, leaveNumber } from '../blocks/scale.ts';
import { definePattern } from '../definePattern.ts';
import { choice, duration, hostname, number } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { listOf, type Yaml, yaml } from '../yaml.ts';

export const scaleToZero = definePattern({
  id: 'scale-to-zero',
  title: 'Autoscaling to zero',
  purpose: 'Nothing runs while nobody asks, and the first request waits until something does',
  group: 'scaling',
  docs: 'https://keda.sh/http-add-on/0.15/',
  roles: {
    route: { label: 'Route', kinds: [httpRoute], help: 'Its requests go through the HTTP add-on of KEDA.' },
    service: { label: 'Backend', kinds: [service], help: 'Else the first backend of the route.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    metric: choice('Scaled by', [
      { value: 'requestRate', label: 'Requests a second' },
      { value: 'concurrency', label: 'Requests at a time', help: 'For slow answers.' },
    ]),
    perPod: number('For each pod', 50, { min: 1, max: 100_000, unit: 'requests' }),
    most: number('At most', 10, { min: 1, max: 1000, unit: 'pods' }),
    idle: duration('To zero after', '5m', { help: 'So long nobody has asked.' }),
    hostname: hostname('Host name', 'shop.example.com', {
      help: 'Of a new route, or where the route names none.',
    }),
  },
  write(desk, { metric, perPod, most, idle, hostname }, given) {
    const route = given.route ?? ensureRoute(desk, given, { base: 'shop', hostname });
    const app =
      given.service === undefined
        ? firstBackend(desk, route)
        : ensureApp(desk, given.service, { base: 'shop' });
    const workload = app && workloadBehind(desk, app.target);
    if (app === undefined || workload === undefined)
      return desk.refuse(
        `The workload behind ${route.kind} ${route.name} is not in this workspace. Add it first.`,
      );
    if (!isUnscaled(desk, workload)) return;
    leaveNumber(desk, workload);
    const hosts = readTexts(desk.read(route, ['spec']), 'hostnames');
    const prefixes = sendThroughAddOn(desk, route, app);
    desk.add(
      httpScaledObject,
      app.target.name,
      yaml`
        spec:
          # The interceptor of the add-on knows by the host where a request belongs.
          hosts:
            ${listOf(hosts.length > 0 ? hosts : [hostname])}
          ${prefixes.length > 0 && pathPrefixes(prefixes)}
          scaleTargetRef:
            apiVersion: ${workload.apiVersion}
            kind: ${workload.kind}
            name: ${workload.name}
            service: ${app.target.name}
            port: ${upstreamOf(desk, app.target).port ?? 80}
          replicas:
            min: 0
            max: ${most}
          scaledownPeriod: ${Number((readDuration(idle) ?? 0n) / 1_000_000_000n)}
          scalingMetric:
            ${metrics[metric](perPod)}
      `,
      { namespace: workload.namespace },
    );
  },
});

const metrics: Readonly<Record<'requestRate' | 'concurrency', (perPod: number) => Yaml>> = {
  requestRate: (perPod) => yaml`
    # Requests a second for each pod, over the last minute.
    requestRate:
      targetValue: ${perPod}
      window: 1m
  `,
  concurrency: (perPod) => yaml`
    # Requests at a time for each pod.
    concurrency:
      targetValue: ${perPod}
  `,
};

/** What the chart of the add-on installs, and what holds requests while no pod is up. */
const interceptor = { namespace: 'keda', name: 'keda-add-ons-http-interceptor-proxy', port: 8080 } as const;

/** Routes what went to an app to the interceptor, which sends it on; answers the paths that it is for, if not all. */
function sendThroughAddOn(desk: PatternDesk, route: PatternTarget, app: Upstream): readonly string[] {
  const places = rulesSendingTo(desk, route, app);
  const rules = rulesOf(desk, route);
  const paths = places.map(({ rule }) => prefixesOf(rules[rule]));
  for (const { list, index } of places) {
    const at = [...list, index];
    desk.set(
      route,
      [...at, 'name'],
      yaml`
        # The HTTP add-on of KEDA holds requests while no pod is up, and sends them on to the app.
        # traffic-studio: ignore TS012 the chart of the add-on installs it
        ${interceptor.name}
      `,
    );
    desk.set(route, [...at, 'namespace'], interceptor.namespace, ['name']);
    desk.set(route, [...at, 'port'], interceptor.port, ['name', 'namespace']);
  }
  desk.grant(route, {
    ...{ id: app.target.id, group: '', kind: 'Service', apiVersion: 'v1', isNew: false },
    ...{ namespace: interceptor.namespace, name: interceptor.name },
  });
  return paths.some((each) => each.length === 0) ? [] : [...new Set(paths.flat())];
}

/** The paths that a rule is for as the interceptor sees them; none where that is not certain, or it is for all. */
function prefixesOf(rule: unknown): readonly string[] {
  if (readList(rule, 'filters').some((each) => readText(each, 'type') === 'URLRewrite')) return [];
  const paths = readList(rule, 'matches').map((match) => {
    const type = readText(match, 'path', 'type') ?? 'PathPrefix';
    return type === 'RegularExpression' ? undefined : readText(match, 'path', 'value');
  });
  return paths.some((path) => path === undefined || path === '/') ? [] : paths.flatMap((path) => path ?? []);
}

function pathPrefixes(prefixes: readonly string[]): Yaml {
  return yaml`
    # Other paths of the host do not come here.
    pathPrefixes:
      ${listOf(prefixes)}
  `;
}
