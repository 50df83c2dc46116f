import type { RepairStep } from '../schema/fault.ts';
import { insertStep, removeStep, renameStep, repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import { endsWith } from './endsWith.ts';
import { connectionKinds } from './projectKinds.ts';
import { codesTrigger, statusCode } from './retryCodes.ts';
import type { Mistake } from './types.ts';

/** `retriableStatusCodes: [503]` of Envoy, beside retryOn. */
export const retriableStatusCodes: Mistake = {
  code: 'TS130',
  name: 'retriable-status-codes',
  reason:
    "Envoy's retriable_status_codes is retry.retryOn.httpStatusCodes in Envoy Gateway; the trigger retriable-status-codes goes with it.",
  kinds: connectionKinds,
  recognise(fault, resource) {
    const { path } = fault;
    if (fault.fault !== 'unknown-field' || !endsWith(path, 'retry', 'retriableStatusCodes')) return undefined;
    const codes = codesOf(valueAt(resource, path));
    const to = [...path.slice(0, -1), 'retryOn'];
    const retryOn = valueAt(resource, to);
    const message = `There is no retriableStatusCodes under retry: it is called retryOn.httpStatusCodes here, with the trigger ${codesTrigger}.`;
    const removal = repair('Remove retriableStatusCodes', [removeStep(path)]);
    if (codes === undefined || !(retryOn === undefined || isRecord(retryOn)))
      return { message, repairs: [removal] };
    if (isRecord(retryOn) && retryOn.httpStatusCodes !== undefined) {
      return {
        message:
          'retriableStatusCodes is called retryOn.httpStatusCodes here, and that is set already. Remove retriableStatusCodes.',
        repairs: [removal],
      };
    }
    const steps =
      retryOn === undefined
        ? [renameStep(path, 'retryOn'), setStep(to, { triggers: [codesTrigger], httpStatusCodes: codes })]
        : [
            setStep([...to, 'httpStatusCodes'], codes),
            ...triggerSteps([...to, 'triggers'], retryOn.triggers),
            removeStep(path),
          ];
    return { message, repairs: [repair('Move to retryOn.httpStatusCodes', steps, true)] };
  },
};

/** Numbers, however they are written; undefined when anything else is there. */
function codesOf(value: unknown): readonly number[] | undefined {
  const words = (Array.isArray(value) ? value : String(value).split(',')).map((each) => String(each).trim());
  return words.length > 0 && words.every((word) => statusCode.test(word)) ? words.map(Number) : undefined;
}

function triggerSteps(path: Path, triggers: unknown): readonly RepairStep[] {
  if (!Array.isArray(triggers)) return triggers === undefined ? [insertStep(path, [codesTrigger])] : [];
  return triggers.includes(codesTrigger)
    ? []
    : [{ step: 'insert', path, index: triggers.length, value: codesTrigger }];
}
