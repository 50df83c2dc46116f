import type { AnalysedResource } from '../../analysis.ts';
import { readNumber } from '../../kinds/reading.ts';
import { httpScaledObject, scaledObject } from '../../kinds/targets.ts';
import { repair } from '../../schema/repairs/step.ts';
import { isOf, scaledJob } from '../facts/kinds.ts';
import type { Guardrail, Remark } from '../types.ts';

/**
 * A ceiling below the floor, where the API server does not look: the idle count of a ScaledObject, the Jobs of a
 * ScaledJob, the replicas of an HTTPScaledObject.
 */
export const scalingRange: Guardrail = {
  code: 'TS218',
  name: 'scaling-range',
  reason:
    'A range whose top is below its bottom leaves nothing to scale. The API server takes it; KEDA refuses it, or goes by one of the two.',
  docs: 'https://keda.sh/docs/latest/reference/scaledobject-spec/',
  scope: 'resource',
  run(scaler) {
    if (isOf(scaler, scaledObject)) return judgeIdle(scaler);
    if (isOf(scaler, scaledJob))
      return judgeRange(scaler, ['spec', 'minReplicaCount'], ['spec', 'maxReplicaCount']);
    if (isOf(scaler, httpScaledObject))
      return judgeRange(scaler, ['spec', 'replicas', 'min'], ['spec', 'replicas', 'max']);
    return [];
  },
};

function judgeIdle({ value }: AnalysedResource): readonly Remark[] {
  const idle = readNumber(value, 'spec', 'idleReplicaCount');
  const written = readNumber(value, 'spec', 'minReplicaCount');
  // KEDA takes a written 0 for 1 here, since the autoscaler that it makes keeps one.
  const least = written === undefined ? 0 : Math.max(written, 1);
  if (idle === undefined || idle < least) return [];
  const path = ['spec', 'idleReplicaCount'];
  return [
    {
      severity: 'warning',
      message: `idleReplicaCount is ${idle}, and minReplicaCount ${written ?? '0 when absent'}: what runs when nothing is to be done must be less than what runs otherwise. Lower one, or raise the other.`,
      path,
      repairs: [
        repair('Go without an idle count', [{ step: 'remove', path }]),
        repair(`Keep ${idle + 1} while there is work`, [
          { step: 'set', path: ['spec', 'minReplicaCount'], value: idle + 1 },
        ]),
      ],
    },
  ];
}

function judgeRange(
  { value }: AnalysedResource,
  floor: readonly string[],
  ceiling: readonly string[],
): readonly Remark[] {
  const least = readNumber(value, ...floor) ?? 0;
  const most = readNumber(value, ...ceiling) ?? 100;
  if (least <= most) return [];
  const isCeiling = readNumber(value, ...ceiling) !== undefined;
  return [
    {
      severity: 'warning',
      message: `At least ${least} and at most ${most}${isCeiling ? '' : ' (when absent)'} cannot both hold. Raise ${ceiling.at(-1)} or lower ${floor.at(-1)}.`,
      path: isCeiling ? ceiling : floor,
      repairs: [
        repair(`Allow ${least}`, [{ step: 'set', path: ceiling, value: least }]),
        repair(`Begin with ${most}`, [{ step: 'set', path: floor, value: most }]),
      ],
    },
  ];
}
