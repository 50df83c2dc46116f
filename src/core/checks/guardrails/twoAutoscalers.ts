import type { AnalysedResource } from '../../analysis.ts';
import { readText } from '../../kinds/reading.ts';
import { horizontalPodAutoscaler, isOf, verticalPodAutoscaler } from '../facts/kinds.ts';
import { scalersOf } from '../facts/workloads.ts';
import type { Guardrail } from '../types.ts';

/** Two that set the replicas of one workload. */
export const twoAutoscalers: Guardrail = {
  code: 'TS214',
  name: 'two-autoscalers',
  reason:
    'KEDA makes a HorizontalPodAutoscaler for each ScaledObject. Two for one workload undo what the other does, and KEDA refuses the second.',
  docs: 'https://keda.sh/docs/latest/concepts/scaling-deployments/',
  scope: 'edge',
  run(edge, facts) {
    const holder = edge.role === 'scales' ? facts.resource(edge.from) : undefined;
    if (holder === undefined || !isReplicaScaler(holder)) return [];
    const all = scalersOf(edge.to, facts).filter(isReplicaScaler);
    const keeper = all.find((each) => !isHpa(each)) ?? all[0];
    if (keeper === undefined || keeper === holder || takesOver(keeper, holder)) return [];
    const { kind, name } = edge.target;
    return [
      {
        severity: 'warning',
        message: `${kind} ${name} is scaled by ${keeper.kind} ${keeper.name} too: the two undo each other. Keep one, with the triggers of both.`,
        path: [...edge.path, 'name'],
        repairs: [{ label: `Delete ${holder.kind} ${holder.name}`, steps: [], isRemoval: true }],
      },
    ];
  },
};

const isHpa = (scaler: AnalysedResource) => isOf(scaler, horizontalPodAutoscaler);

/** A VerticalPodAutoscaler sets requests, not replicas. */
const isReplicaScaler = (scaler: AnalysedResource) => !isOf(scaler, verticalPodAutoscaler);

/** True when a ScaledObject adopts that very autoscaler. */
function takesOver({ value }: AnalysedResource, { name }: AnalysedResource): boolean {
  const adopts = readText(value, 'metadata', 'annotations', 'scaledobject.keda.sh/transfer-hpa-ownership');
  return (
    adopts === 'true' && readText(value, 'spec', 'advanced', 'horizontalPodAutoscalerConfig', 'name') === name
  );
}
