import { triggerProblems } from '../kinds/keda/triggers/triggerProblems.ts';
import { isSet } from '../kinds/reading.ts';
import { scaledObject } from '../kinds/targets.ts';
import { valueAt } from '../yaml/path.ts';
import { isOf, scaledJob } from './facts/kinds.ts';
import { triggersOf } from './facts/triggers.ts';
import type { ResourceCheck } from './types.ts';

export const triggerSettings: ResourceCheck = {
  code: 'TS018',
  name: 'trigger-settings',
  reason:
    'The API server takes any settings of a trigger. KEDA looks at them when it starts the trigger, and scales nothing where they do not make sense.',
  docs: 'https://keda.sh/docs/latest/scalers/',
  scope: 'resource',
  run(scaler) {
    const isForJobs = isOf(scaler, scaledJob);
    if (!isForJobs && !isOf(scaler, scaledObject)) return [];
    const isInFormula = isSet(scaler.value, 'spec', 'advanced', 'scalingModifiers', 'formula');
    return triggersOf(scaler).flatMap((trigger) =>
      triggerProblems(trigger.value, { isForJobs, isInFormula })
        .filter(({ path }) => !isRefusedAlready(valueAt(trigger.value, path)))
        .map(({ path, message, severity }) => ({ severity, message, path: [...trigger.path, ...path] })),
    );
  },
};

/** Settings are texts: for a number or a boolean the API server refuses the resource. */
function isRefusedAlready(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}
