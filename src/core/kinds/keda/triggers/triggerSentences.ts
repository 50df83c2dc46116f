import { readText } from '../../reading.ts';
import type { Saying } from './triggerDefinition.ts';

/** `50 messages per replica`; with the metric type Value the number is for all together. */
export function perEach(amount: string, things: string, how: Saying = {}): string {
  const { metricType, each = 'replica' } = how;
  const noun =
    amount === '1'
      ? things.replace(/\b(message|item|pod|node|second)s\b/, '$1').replace('entries', 'entry')
      : things;
  const what = noun === '' ? amount : `${amount} ${noun}`;
  return metricType === 'Value' ? `${what} in all` : `${what} per ${each}`;
}

/** The text of a setting, or what KEDA takes when it is absent. */
export function setting(metadata: unknown, key: string, otherwise: string): string {
  return readText(metadata, key) ?? otherwise;
}

/** `, topic orders` for a setting that is there; also when it is named as a variable of the workload. */
export function naming(metadata: unknown, key: string, noun: string): string {
  const value = readText(metadata, key);
  if (value !== undefined) return `, ${noun} ${value}`;
  const variable = readText(metadata, `${key}FromEnv`);
  return variable === undefined ? '' : `, ${noun} from $${variable}`;
}

/** A query on one line, short enough for a card. */
export function onOneLine(query: string, most = 120): string {
  const line = query.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
