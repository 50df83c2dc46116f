import type { AnalysedResource } from '../../analysis.ts';
import { podLabels } from '../../graph/selectLabels.ts';
import { readNumber, readPairs } from '../../kinds/reading.ts';
import { scalar } from '../../kinds/templates/manifest.ts';
import type { NewDocument } from '../../schema/fault.ts';
import { isOf, podDisruptionBudget, verticalPodAutoscaler } from '../facts/kinds.ts';
import { isWorkload, mostOfScaler, scalersOf, selectorsOf, servicesOf } from '../facts/workloads.ts';
import { newDocument } from '../newDocument.ts';
import type { Facts, Guardrail } from '../types.ts';

/** Several pods behind a Service, all of which may be moved at once. */
export const noDisruptionBudget: Guardrail = {
  code: 'TS216',
  name: 'no-disruption-budget',
  reason:
    'When nodes are drained for an upgrade, all pods on them go, however many that leaves. A PodDisruptionBudget makes it wait for replacements.',
  docs: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  scope: 'resource',
  run(workload, facts) {
    if (!isWorkload(workload) || servicesOf(workload, facts).length === 0) return [];
    const most = mostPods(workload, facts);
    if (most < 2 || selectorsOf(workload, podDisruptionBudget, facts).length > 0) return [];
    return [
      {
        severity: 'info',
        message: `All pods of ${workload.kind} ${workload.name} may be taken down at once when nodes are drained: no PodDisruptionBudget keeps some of them. Add one.`,
        path: ['metadata', 'name'],
        repairs: [{ label: 'Let one pod go at a time', steps: [], documents: [newBudget(workload)] }],
      },
    ];
  },
};

function mostPods(workload: AnalysedResource, facts: Facts): number {
  const scaled = scalersOf(workload.id, facts)
    .filter((scaler) => !isOf(scaler, verticalPodAutoscaler))
    .map(mostOfScaler);
  return Math.max(readNumber(workload.value, 'spec', 'replicas') ?? 1, ...scaled);
}

function newBudget({ namespace, name, value, group, kind }: AnalysedResource): NewDocument {
  const selected = readPairs(value, 'spec', 'selector', 'matchLabels');
  const labels = selected.length > 0 ? selected : readPairs(podLabels(value, group, kind));
  return newDocument('policy/v1', podDisruptionBudget.kind, { namespace, name }, [
    'spec:',
    '  # Nodes are drained one pod of this after the other.',
    '  maxUnavailable: 1',
    '  selector:',
    '    matchLabels:',
    ...labels.map(([key, text]) => `      ${scalar(key)}: ${scalar(text)}`),
  ]);
}
