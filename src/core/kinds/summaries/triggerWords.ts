import { sayTrigger } from '../keda/triggers/sayTrigger.ts';
import { readPairs, readText } from '../reading.ts';
import { chip, type RowWords } from './rows.ts';

/** Settings that may hold a password or a key are not shown, whatever the trigger. */
const sensitive = /pass|secret|token|key|credential|connection|auth|sasl|cert|user/i;

/** A trigger in a few words: `50 per replica of sum(rate(...))`; of unknown types the first two settings. */
export function triggerWords(trigger: unknown, each?: string): readonly string[] {
  const said = sayTrigger(trigger, each);
  if (said !== undefined) return [said];
  return readPairs(trigger, 'metadata')
    .filter(([key]) => !sensitive.test(key))
    .slice(0, 2)
    .map(([key, text]) => `${key} ${text}`);
}

/** The row of a trigger: its type, what it scales on, and whether it proves who it is. `each`: replica or Job. */
export function triggerRow(trigger: unknown, each?: string): RowWords {
  const authentication = readText(trigger, 'authenticationRef', 'name');
  const isSaid = sayTrigger(trigger, each) !== undefined;
  return {
    label: readText(trigger, 'type') ?? 'trigger',
    parts: triggerWords(trigger, each),
    chips: [
      isSaid ? undefined : chip(readText(trigger, 'metricType'), 'metric type'),
      authentication === undefined ? undefined : { text: 'auth', detail: authentication },
    ],
  };
}
