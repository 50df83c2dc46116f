import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { endsWith } from './endsWith.ts';
import type { Mistake } from './types.ts';

/** A number among the conditions. */
const statusCode = /^[1-5]\d\d$/;

/** `retryOn: [5xx, reset]`: Envoy's header takes a list; Envoy Gateway has triggers and status codes below it. */
export const retryOnList: Mistake = {
  code: 'TS121',
  name: 'retry-on-list',
  reason:
    "Envoy's own retry_on is one list. In Envoy Gateway, conditions stand under retryOn.triggers and numbers under retryOn.httpStatusCodes.",
  kinds: 'any',
  recognise(fault, resource) {
    if (fault.fault !== 'type' || !endsWith(fault.path, 'retry', 'retryOn')) return undefined;
    const written = valueAt(resource, fault.path);
    const words = typeof written === 'string' ? written.split(',').map((word) => word.trim()) : written;
    if (!Array.isArray(words) || words.some((word) => isRecord(word) || Array.isArray(word)))
      return undefined;
    const codes = words.map(String).filter((word) => statusCode.test(word));
    const triggers = words.map(String).filter((word) => !statusCode.test(word));
    const value: Plain = {
      ...(triggers.length === 0 ? {} : { triggers }),
      ...(codes.length === 0 ? {} : { httpStatusCodes: codes.map(Number) }),
    };
    return {
      message:
        'retryOn is a map, not a list: conditions stand under triggers, and status codes under httpStatusCodes.',
      repairs: [
        {
          label:
            codes.length === 0
              ? 'Put the list under triggers'
              : 'Put the list under triggers and httpStatusCodes',
          steps: [{ step: 'set', path: fault.path, value }],
          isPreferred: true,
        },
      ],
    };
  },
};
