import type { AnalysedResource } from '../../analysis.ts';
import { isSet, readList, readText } from '../../kinds/reading.ts';
import type { RepairStep } from '../../schema/fault.ts';
import { repair } from '../../schema/repairs/step.ts';
import { limitRange } from '../facts/kinds.ts';
import { triggersOf } from '../facts/triggers.ts';
import { type Container, containersOf, isWorkload, scalersOf } from '../facts/workloads.ts';
import type { Facts, Guardrail } from '../types.ts';

/** Containers that do not say what they need. */
export const noRequests: Guardrail = {
  code: 'TS215',
  name: 'no-requests',
  reason:
    'Pods are placed, scaled and evicted by what they request. Without requests they are the first to go when a node is full, and without a memory limit one of them can fill it.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  scope: 'resource',
  run(workload, facts) {
    if (!isWorkload(workload) || isSet(workload.value, 'spec', 'template', 'spec', 'resources')) return [];
    // Where a namespace has defaults, they fill the gaps.
    if (facts.ofKind(limitRange, workload.namespace).length > 0) return [];
    const lacking = containersOf(workload).filter((container) => gapsOf(container).length > 0);
    const [first] = lacking;
    if (first === undefined) return [];
    const gaps = gapsOf(first);
    const scaler = scaledBy(workload, gaps, facts);
    const others = lacking.length === 1 ? '' : `, and ${lacking.length - 1} more`;
    return [
      {
        severity: scaler === undefined ? 'info' : 'warning',
        message: `Container ${readText(first.value, 'name') ?? ''} has no ${gaps.map(({ words }) => words).join(', no ')}${others}. ${
          scaler === undefined
            ? 'Say what it needs, so that it is placed where there is room.'
            : `${scaler.kind} ${scaler.name} scales by a share of the request, so it cannot work. Write the requests.`
        }`,
        path: [...first.path, 'name'],
        repairs: [repair('Begin with small requests and a memory limit', lacking.flatMap(fill))],
      },
    ];
  },
};

interface Gap {
  readonly kind: 'requests' | 'limits';
  readonly resource: 'cpu' | 'memory';
  readonly words: string;
}

/** A limit is the request as well where no other is written. A limit for the CPU is a matter of taste. */
function gapsOf({ value }: Container): readonly Gap[] {
  const has = (kind: string, resource: string) => isSet(value, 'resources', kind, resource);
  const gaps: Gap[] = [];
  for (const resource of ['cpu', 'memory'] as const) {
    const words = `${resource === 'cpu' ? 'CPU' : 'memory'} request`;
    if (!has('requests', resource) && !has('limits', resource))
      gaps.push({ kind: 'requests', resource, words });
  }
  if (!has('limits', 'memory')) gaps.push({ kind: 'limits', resource: 'memory', words: 'memory limit' });
  return gaps;
}

/** What scales by a request that is not there. */
function scaledBy(
  workload: AnalysedResource,
  gaps: readonly Gap[],
  facts: Facts,
): AnalysedResource | undefined {
  const missing = new Set<string>(
    gaps.flatMap(({ kind, resource }) => (kind === 'requests' ? [resource] : [])),
  );
  return scalersOf(workload.id, facts).find(
    (scaler) =>
      triggersOf(scaler).some(
        ({ type, value }) => missing.has(type) && readText(value, 'metricType') !== 'AverageValue',
      ) ||
      readList(scaler.value, 'spec', 'metrics').some(
        (metric) =>
          missing.has(readText(metric, 'resource', 'name') ?? '') &&
          readText(metric, 'resource', 'target', 'type') === 'Utilization',
      ),
  );
}

const modest = { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } };

/** What is written stays, and the limit of the memory is not below its request. */
function fill(container: Container): readonly RepairStep[] {
  const { path, value } = container;
  const requested = readText(value, 'resources', 'requests', 'memory');
  const amounts = { requests: modest.requests, limits: { memory: requested ?? modest.limits.memory } };
  const filled: Record<string, Record<string, string>> = {};
  for (const { kind, resource } of gapsOf(container))
    filled[kind] = { ...filled[kind], [resource]: readText(amounts, kind, resource) ?? '' };
  if (!isSet(value, 'resources')) return [{ step: 'insert', path: [...path, 'resources'], value: filled }];
  return Object.entries(filled).flatMap(([kind, entries]): readonly RepairStep[] => {
    const at = [...path, 'resources', kind];
    if (!isSet(value, 'resources', kind)) return [{ step: 'insert', path: at, value: entries }];
    return Object.entries(entries).map(([resource, amount]) => ({
      step: 'insert',
      path: [...at, resource],
      value: amount,
    }));
  });
}
