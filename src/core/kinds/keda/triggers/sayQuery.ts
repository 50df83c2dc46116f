import { readText } from '../../reading.ts';
import type { Saying } from './triggerDefinition.ts';
import { onOneLine, perEach } from './triggerSentences.ts';

/** `5 per replica of SELECT count(*) FROM jobs`: what a trigger that asks a database does. */
export function sayQuery(metadata: unknown, targetKey: string, how: Saying | undefined): string | undefined {
  const query = readText(metadata, 'query');
  const target = readText(metadata, targetKey);
  if (query === undefined) return undefined;
  return target === undefined ? onOneLine(query) : `${perEach(target, '', how)} of ${onOneLine(query)}`;
}
