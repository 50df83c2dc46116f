import type { AnalysedResource } from '../../analysis.ts';
import { type Body, isMap, readList, readMap, readNumber } from '../../kinds/reading.ts';
import { deployment, httpScaledObject, service, statefulSet } from '../../kinds/targets.ts';
import type { GroupKind, ResourceId } from '../../workspace/types.ts';
import type { Path } from '../../yaml/path.ts';
import type { Facts } from '../types.ts';
import { horizontalPodAutoscaler, isOf } from './kinds.ts';

/** A container of a workload's pods. */
export interface Container {
  readonly path: Path;
  readonly value: Body;
}

/** True for workloads whose pods come in numbers. */
export function isWorkload(resource: GroupKind): boolean {
  return isOf(resource, deployment) || isOf(resource, statefulSet);
}

/** The containers of a workload's pods, without those that only prepare it. */
export function containersOf({ value }: AnalysedResource): readonly Container[] {
  return readList(value, 'spec', 'template', 'spec', 'containers').flatMap((container, index) =>
    isMap(container) ? [{ path: ['spec', 'template', 'spec', 'containers', index], value: container }] : [],
  );
}

/** What of a kind selects a workload's pods: to send to them, or to govern them. */
export function selectorsOf(
  workload: AnalysedResource,
  kind: GroupKind,
  facts: Facts,
): readonly AnalysedResource[] {
  const edges = [...facts.edgesTo(workload.id, 'selects'), ...facts.edgesTo(workload.id, 'governs')];
  return edges.flatMap(({ from }) => {
    const selecting = facts.resource(from);
    return selecting !== undefined && isOf(selecting, kind) ? [selecting] : [];
  });
}

/** The Services that send traffic to a workload's pods. */
export function servicesOf(workload: AnalysedResource, facts: Facts): readonly AnalysedResource[] {
  return selectorsOf(workload, service, facts);
}

/** What scales a workload: HorizontalPodAutoscalers, ScaledObjects and their like, in the order of the text. */
export function scalersOf(workload: ResourceId, facts: Facts): readonly AnalysedResource[] {
  return facts.edgesTo(workload, 'scales').flatMap(({ from }) => facts.resource(from) ?? []);
}

/** The most pods that a scaler makes, as far as it says or its project has a default. */
export function mostOfScaler(scaler: AnalysedResource): number {
  const spec = readMap(scaler.value, 'spec');
  if (isOf(scaler, horizontalPodAutoscaler)) return readNumber(spec, 'maxReplicas') ?? 1;
  const path = isOf(scaler, httpScaledObject) ? ['replicas', 'max'] : ['maxReplicaCount'];
  return readNumber(spec, ...path) ?? 100;
}
