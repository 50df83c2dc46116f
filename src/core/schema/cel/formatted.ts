import { decodeBase64 } from './functions/base64.ts';
import { parseDate, parseDuration, parseTimestamp } from './functions/timeText.ts';
import type { CelValue } from './value.ts';

/**
 * What a rule sees of a text whose schema has a format: `date-time` and `date` are timestamps, `duration` is a duration,
 * `byte` is bytes. Any other text, and one that does not read so, stays a text.
 * https://kubernetes.io/docs/reference/using-api/cel/#openapi-v3-to-cel-type-mapping
 */
export function readFormatted(text: string, format: string | undefined): CelValue {
  switch (format) {
    case 'date-time':
      return parseTimestamp(text) ?? text;
    case 'date':
      return parseDate(text) ?? text;
    case 'duration':
      return parseDuration(text) ?? text;
    case 'byte':
      return decodeBase64(text) ?? text;
    default:
      return text;
  }
}
