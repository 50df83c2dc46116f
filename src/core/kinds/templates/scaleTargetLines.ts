import { daemonSet, deployment, statefulSet } from '../targets.ts';
import type { PickedTarget, TemplateContext } from '../types.ts';
import { type Lines, scalar } from './manifest.ts';

/** The workload that a new autoscaler is for: what is at hand, else a Deployment `app` to fill in. */
export function scaleTarget(context: TemplateContext, kinds = [deployment, statefulSet]): PickedTarget {
  return context.pick(...kinds) ?? { ...deployment, namespace: '', name: 'app' };
}

/** The fields of a `scaleTargetRef` whose API takes a Deployment for granted. */
export function scaleTargetLines(target: PickedTarget): Lines {
  return [...(target.kind === deployment.kind ? [] : typeLines(target)), `name: ${scalar(target.name)}`];
}

/** The same where nothing is taken for granted. */
export function typedTargetLines(target: PickedTarget): Lines {
  return [...typeLines(target), `name: ${scalar(target.name)}`];
}

function typeLines({ group, kind }: PickedTarget): Lines {
  return [`apiVersion: ${group}/v1`, `kind: ${kind}`];
}

/** The workloads whose pods an autoscaler may resize. */
export const resizable = [deployment, statefulSet, daemonSet];
