import { repair, setStep } from '../schema/repairs/step.ts';
import { valueAt } from '../yaml/path.ts';
import { envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

/** `cost: 10` in a rule of a rate limit: the number has a place, two levels down. */
export const rateLimitCost: Mistake = {
  code: 'TS133',
  name: 'rate-limit-cost-number',
  reason:
    'What a request takes from a rate limit is cost.request, and what its response takes is cost.response; each says with from where the number comes from.',
  kinds: envoyKinds('BackendTrafficPolicy'),
  recognise(fault, resource) {
    const [last, index] = [fault.path.at(-1), fault.path.at(-2)];
    if (fault.fault !== 'type' || last !== 'cost' || typeof index !== 'number') return undefined;
    const number = Number(valueAt(resource, fault.path));
    if (!Number.isSafeInteger(number) || number < 0) return undefined;
    return {
      message: `The cost of a request is written as cost.request with from: Number and number: ${number}; cost itself is a map.`,
      repairs: [
        repair(
          `Write ${number} under cost.request`,
          [setStep(fault.path, { request: { from: 'Number', number } })],
          true,
        ),
      ],
    };
  },
};
