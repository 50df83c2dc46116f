import { podLabels, selectsLabels } from '../../graph/selectLabels.ts';
import { isMap, readPairs } from '../../kinds/reading.ts';
import { deployment, service, statefulSet } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { addApp } from './ensureApp.ts';

/** The role of what is scaled. */
export const scaled = {
  label: 'Workload',
  kinds: [deployment, statefulSet],
  help: 'What is scaled. Without one, a small app is made.',
} as const;

/** The given workload, else the pods of a new app. */
export function ensureWorkload(
  desk: PatternDesk,
  given: PatternTarget | undefined,
  base: string,
): PatternTarget | undefined {
  return given ?? workloadBehind(desk, addApp(desk, { base }).target);
}

/** The workload whose pods a Service sends to. */
export function workloadBehind(desk: PatternDesk, front: PatternTarget): PatternTarget | undefined {
  return [...desk.all(deployment), ...desk.all(statefulSet)].find((each) => isBefore(desk, front, each));
}

/** The first Service that sends to the pods of a workload. */
export function serviceBefore(desk: PatternDesk, workload: PatternTarget): PatternTarget | undefined {
  return desk.all(service).find((each) => isBefore(desk, each, workload));
}

function isBefore(desk: PatternDesk, front: PatternTarget, workload: PatternTarget): boolean {
  const matchLabels = Object.fromEntries(readPairs(desk.read(front, ['spec']), 'selector'));
  const value = desk.read(workload, []);
  if (front.namespace !== workload.namespace || Object.keys(matchLabels).length === 0 || !isMap(value))
    return false;
  const labels = podLabels(value, workload.group, workload.kind);
  return labels !== undefined && selectsLabels({ matchLabels, matchExpressions: [] }, labels);
}
