import { isSet, readNumber } from '../../kinds/reading.ts';
import { scaledObject } from '../../kinds/targets.ts';
import { repair } from '../../schema/repairs/step.ts';
import { isOf } from '../facts/kinds.ts';
import { isQueue, triggersOf } from '../facts/triggers.ts';
import { servicesOf } from '../facts/workloads.ts';
import type { Guardrail } from '../types.ts';

/** A worker that is kept while its queue is empty. */
export const neverToZero: Guardrail = {
  code: 'TS219',
  name: 'never-to-zero',
  reason:
    'What only works off a queue costs nothing while the queue is empty, if it is scaled to zero. The first message waits until a pod has started.',
  docs: 'https://keda.sh/docs/latest/concepts/scaling-deployments/',
  scope: 'resource',
  run(scaler, facts) {
    if (!isOf(scaler, scaledObject)) return [];
    const triggers = triggersOf(scaler);
    const least = readNumber(scaler.value, 'spec', 'minReplicaCount') ?? 0;
    if (triggers.length === 0 || !triggers.every(isQueue) || least === 0) return [];
    const workload = facts
      .edgesFrom(scaler.id)
      .flatMap(({ role, to }) => (role === 'scales' ? (facts.resource(to) ?? []) : []))[0];
    const isServing = workload !== undefined && servicesOf(workload, facts).length > 0;
    if (isServing || isSet(scaler.value, 'spec', 'idleReplicaCount')) return [];
    const path = ['spec', 'minReplicaCount'];
    return [
      {
        severity: 'info',
        message: `${least === 1 ? 'One pod stays' : `${least} pods stay`} while the queue is empty, though its length could wake them. Set minReplicaCount to 0 if the first message may wait for a start.`,
        path,
        repairs: [repair('Scale to zero', [{ step: 'set', path, value: 0 }])],
      },
    ];
  },
};
