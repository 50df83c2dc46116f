import { readNumber } from '../../kinds/reading.ts';
import { scaledObject } from '../../kinds/targets.ts';
import type { RepairStep } from '../../schema/fault.ts';
import { repair } from '../../schema/repairs/step.ts';
import { isOf } from '../facts/kinds.ts';
import { isOfPods, triggersOf } from '../facts/triggers.ts';
import type { Guardrail } from '../types.ts';

/** Scaled to zero by something that sees nothing while there is no pod. */
export const cannotWake: Guardrail = {
  code: 'TS213',
  name: 'cannot-wake',
  reason:
    'CPU and memory are measured in running pods. At zero there is nothing to measure, so these triggers alone cannot bring a workload back, and KEDA refuses it.',
  docs: 'https://keda.sh/docs/latest/scalers/cpu/',
  scope: 'resource',
  run(scaler) {
    if (!isOf(scaler, scaledObject)) return [];
    const triggers = triggersOf(scaler);
    const least = readNumber(scaler.value, 'spec', 'minReplicaCount') ?? 0;
    const idle = readNumber(scaler.value, 'spec', 'idleReplicaCount');
    if (triggers.length === 0 || !triggers.every(isOfPods) || (least > 0 && idle !== 0)) return [];
    const field = idle === 0 ? 'idleReplicaCount' : 'minReplicaCount';
    const isWritten = idle === 0 || readNumber(scaler.value, 'spec', 'minReplicaCount') !== undefined;
    const steps: readonly RepairStep[] = [
      ...(least > 0 ? [] : [{ step: 'set' as const, path: ['spec', 'minReplicaCount'], value: 1 }]),
      ...(idle === 0 ? [{ step: 'remove' as const, path: ['spec', 'idleReplicaCount'] }] : []),
    ];
    const types = [...new Set(triggers.map(({ type }) => type))].join(' and ');
    return [
      {
        severity: 'warning',
        message: `This may scale to zero${isWritten ? '' : ' (minReplicaCount is 0 when absent)'}, and ${types} cannot wake it again: without a pod there is nothing to measure. Keep one replica, or add a trigger that looks at what waits.`,
        path: isWritten ? ['spec', field] : ['spec', 'triggers'],
        mark: isWritten ? 'value' : 'key',
        repairs: [repair(`Keep ${Math.max(least, 1)} running`, steps)],
      },
    ];
  },
};
