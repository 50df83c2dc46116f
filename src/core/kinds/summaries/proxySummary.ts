import { isSet, readAt, readList, readNumber, readText } from '../reading.ts';
import type { CardRow, CardSummary } from '../types.ts';
import { featureChips } from './features.ts';
import { proxyFeatures } from './proxyFeatures.ts';
import { count, fieldRow, listing, summary, words } from './rows.ts';
import { sayRows, sentence } from './sentences.ts';

const kubernetes = ['spec', 'provider', 'kubernetes'];

/** The card of an EnvoyProxy: how many proxies there are, their Service, and what else is set. */
export function summariseProxy(value: unknown): CardSummary {
  return summary({
    subtitle: replicaWords(value),
    rows: serviceRows(value),
    chips: featureChips(value, proxyFeatures),
  });
}

/** How many proxies run and with what: `2 replicas, asks for 250m CPU, 256Mi memory`. */
export function sayWorkload(value: unknown): string | undefined {
  if (readText(value, 'spec', 'provider', 'type') === 'Host') return 'A process beside the controller';
  const workload = isSet(value, ...kubernetes, 'envoyDaemonSet') ? 'envoyDaemonSet' : 'envoyDeployment';
  const resources = readAt(value, ...kubernetes, workload, 'container', 'resources');
  const figures = (field: string) =>
    ['cpu', 'memory'].flatMap((name) => {
      const text = readText(resources, field, name);
      return text === undefined ? [] : [words(text, name === 'cpu' ? 'CPU' : name) ?? ''];
    });
  const asked = listing(figures('requests'));
  const most = listing(figures('limits'));
  return sentence(
    replicaWords(value),
    asked === undefined ? undefined : `asks for ${asked}`,
    most === undefined ? undefined : `at most ${most}`,
  );
}

/** The Service in front of the proxies: `LoadBalancer, traffic local`. */
export function sayProxyService(value: unknown): string | undefined {
  return sayRows(serviceRows(value));
}

/** The autoscaler of the proxies: `2–10 replicas, at 70 % cpu`. */
export function sayProxyScaling(value: unknown): string | undefined {
  const metrics = readList(value, ...kubernetes, 'envoyHpa', 'metrics')
    .slice(0, 4)
    .flatMap((metric) => sayMetric(metric) ?? []);
  return sentence(hpaWords(value), metrics.length === 0 ? undefined : `at ${metrics.join(', ')}`);
}

/** A metric of the autoscaler: `70 % cpu`. */
export function sayMetric(metric: unknown): string | undefined {
  const utilization = readNumber(metric, 'resource', 'target', 'averageUtilization');
  const name = readText(metric, 'resource', 'name') ?? readText(metric, 'type');
  return words(utilization === undefined ? undefined : `${utilization} %`, name);
}

/** How many proxies stay during maintenance: `At least 1 stays`. */
export function sayDisruption(value: unknown): string | undefined {
  const least = readText(value, ...kubernetes, 'envoyPDB', 'minAvailable');
  const most = readText(value, ...kubernetes, 'envoyPDB', 'maxUnavailable');
  return sentence(
    least === undefined ? undefined : `at least ${least} of the proxies stay`,
    most === undefined ? undefined : `at most ${most} of the proxies leave at a time`,
  );
}

function replicaWords(value: unknown): string | undefined {
  if (isSet(value, ...kubernetes, 'envoyDaemonSet')) return 'one on each node';
  const replicas = readNumber(value, ...kubernetes, 'envoyDeployment', 'replicas');
  return hpaWords(value) ?? (replicas === undefined ? undefined : count(replicas, 'replica'));
}

function hpaWords(value: unknown): string | undefined {
  const hpa = readAt(value, ...kubernetes, 'envoyHpa');
  const most = readNumber(hpa, 'maxReplicas');
  return most === undefined ? undefined : `${readNumber(hpa, 'minReplicas') ?? 1}–${most} replicas`;
}

function serviceRows(value: unknown): readonly CardRow[] {
  const path = [...kubernetes, 'envoyService'];
  if (!isSet(value, ...path)) return [];
  const policy = readText(value, ...path, 'externalTrafficPolicy');
  return [
    {
      ...fieldRow(path, {
        label: readText(value, ...path, 'type') ?? 'LoadBalancer',
        parts: [policy === undefined ? undefined : `traffic ${policy.toLowerCase()}`],
      }),
      id: 'envoyService',
    },
  ];
}
