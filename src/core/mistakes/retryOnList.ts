import { repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { endsWith } from './endsWith.ts';
import { connectionKinds } from './projectKinds.ts';
import { codesTrigger, statusCode } from './retryCodes.ts';
import type { Mistake } from './types.ts';

/** Codes are looked at only where this trigger is there too. */
function withCodesTrigger(triggers: readonly string[]): readonly string[] {
  return triggers.includes(codesTrigger) ? triggers : [...triggers, codesTrigger];
}

/** `retryOn: [5xx, reset]`: Envoy's header takes a list; Envoy Gateway has triggers and status codes below it. */
export const retryOnList: Mistake = {
  code: 'TS121',
  name: 'retry-on-list',
  reason:
    "Envoy's own retry_on is one list. In Envoy Gateway, conditions stand under retryOn.triggers and numbers under retryOn.httpStatusCodes.",
  kinds: connectionKinds,
  recognise(fault, resource) {
    if (fault.fault !== 'type' || !endsWith(fault.path, 'retry', 'retryOn')) return undefined;
    const written = valueAt(resource, fault.path);
    const words = typeof written === 'string' ? written.split(',').map((word) => word.trim()) : written;
    if (!Array.isArray(words) || words.some((word) => isRecord(word) || Array.isArray(word)))
      return undefined;
    const codes = words.map(String).filter((word) => statusCode.test(word));
    const conditions = words.map(String).filter((word) => !statusCode.test(word));
    const triggers = codes.length === 0 ? conditions : withCodesTrigger(conditions);
    const value: Plain = {
      ...(triggers.length === 0 ? {} : { triggers }),
      ...(codes.length === 0 ? {} : { httpStatusCodes: codes.map(Number) }),
    };
    return {
      message:
        'retryOn is a map, not a list: conditions stand under triggers, and status codes under httpStatusCodes.',
      repairs: [
        repair(
          codes.length === 0
            ? 'Put the list under triggers'
            : 'Put the list under triggers and httpStatusCodes',
          [setStep(fault.path, value)],
          true,
        ),
      ],
    };
  },
};
