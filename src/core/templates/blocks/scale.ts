import { deployment, scaledObject } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { together, type Yaml, yaml } from '../yaml.ts';
import { isKind } from './policyKinds.ts';
import { podResizer } from './scalingKinds.ts';

export interface ScaleWish {
  readonly least: number;
  readonly most: number;
  readonly triggers: readonly Yaml[];
}

/** True when a range can be; else it refuses. */
export function isRange(desk: PatternDesk, { least, most }: Pick<ScaleWish, 'least' | 'most'>): boolean {
  if (least <= most) return true;
  desk.refuse(
    `At least ${least} and at most ${most} pods cannot both hold. Raise the one or lower the other.`,
  );
  return false;
}

/**
 * Scales a workload by triggers of KEDA. A ScaledObject that does so already gets them as well and keeps its range,
 * since a second one would be refused; with another autoscaler there it is the pattern that is refused.
 */
export function scale(desk: PatternDesk, workload: PatternTarget, wish: ScaleWish): void {
  const known = scalerOf(desk, workload);
  if (known === undefined) addScaledObject(desk, workload, wish);
  else if (isKind(known, scaledObject)) {
    for (const trigger of wish.triggers) desk.insert(known, ['spec', 'triggers'], trigger);
  } else refuseScaler(desk, workload, known);
}

/** True when nothing sets the number of pods of a workload yet; else it refuses. */
export function isUnscaled(desk: PatternDesk, workload: PatternTarget): boolean {
  const known = scalerOf(desk, workload);
  if (known !== undefined) refuseScaler(desk, workload, known);
  return known === undefined;
}

/** What sets the number of pods of a workload. */
function scalerOf(desk: PatternDesk, workload: PatternTarget): PatternTarget | undefined {
  return desk
    .referrers(workload)
    .find(({ holder, reference }) => reference === 'scaleTargetRef' && !isKind(holder, podResizer))?.holder;
}

function refuseScaler(desk: PatternDesk, workload: PatternTarget, known: PatternTarget): void {
  desk.refuse(
    `${known.kind} ${known.name} scales ${workload.kind} ${workload.name} already, and two undo what the other does. Delete that one first, or change it.`,
  );
}

function addScaledObject(desk: PatternDesk, workload: PatternTarget, wish: ScaleWish): void {
  const { least, most, triggers } = wish;
  leaveNumber(desk, workload);
  desk.add(
    scaledObject,
    workload.name,
    yaml`
      spec:
        scaleTargetRef:
          ${scaleTarget(workload)}
        minReplicaCount: ${least}
        maxReplicaCount: ${most}
        ${triggers.length > 1 && theMost}
        triggers:
          ${together(...triggers.map((trigger) => yaml`- ${trigger}`))}
    `,
    { namespace: workload.namespace },
  );
}

const theMost = yaml`
  # The one that asks for the most counts.
`;

/** Leaves the number of pods to who scales them, where the pattern has made the workload itself. */
export function leaveNumber(desk: PatternDesk, workload: PatternTarget): void {
  const path = ['spec', 'replicas'];
  if (workload.isNew && desk.read(workload, path) !== undefined) desk.remove(workload, path);
}

/** The fields of a `scaleTargetRef` of KEDA, which takes a Deployment for granted. */
function scaleTarget({ apiVersion, kind, name, ...rest }: PatternTarget): Yaml {
  const isUsual = isKind({ kind, ...rest }, deployment);
  return yaml`
    ${!isUsual && yaml`apiVersion: ${apiVersion}`}
    ${!isUsual && yaml`kind: ${kind}`}
    name: ${name}
  `;
}
