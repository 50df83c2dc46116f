import { keda, monitoring } from '../../kinds/targets.ts';
import type { GroupKind } from '../../workspace/types.ts';

/** Kinds around scaling that patterns write besides those that references point at. */
const of = (group: string, kind: string): GroupKind => ({ group, kind });

export const scaledJob = of(keda, 'ScaledJob');
export const podAutoscaler = of('autoscaling', 'HorizontalPodAutoscaler');
export const podResizer = of('autoscaling.k8s.io', 'VerticalPodAutoscaler');
export const serviceMonitor = of(monitoring, 'ServiceMonitor');
export const podMonitor = of(monitoring, 'PodMonitor');
