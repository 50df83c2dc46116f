import { isSet, readList, readNumber, readText } from '../reading.ts';
import { words } from './rows.ts';
import { capital, either } from './sentences.ts';

/** What a response override does: `500–599 becomes 503`, `404 redirects to /not-found`. */
export function overrideWords(override: unknown): string | undefined {
  const matched = [
    ...readList(override, 'match', 'statusCodes')
      .slice(0, 8)
      .flatMap((code) => statusWords(code) ?? []),
    ...readList(override, 'match', 'responseHeaders')
      .slice(0, 8)
      .flatMap((header) => readText(header, 'name') ?? []),
  ];
  const answer = isSet(override, 'redirect')
    ? words('redirects to', readText(override, 'redirect', 'hostname'), placeOf(override))
    : words('becomes', readNumber(override, 'response', 'statusCode') ?? 'another body');
  return words(either(matched), answer);
}

/** The same as a sentence. */
export function sayOverride(override: unknown): string | undefined {
  const said = overrideWords(override);
  return said === undefined ? undefined : capital(said);
}

/** A status code or a range of them: `404`, `500–599`. */
export function statusWords(code: unknown): string | undefined {
  const from = readNumber(code, 'range', 'start');
  if (readText(code, 'type') === 'Range' && from !== undefined)
    return `${from}–${readNumber(code, 'range', 'end') ?? '…'}`;
  return readText(code, 'value');
}

function placeOf(override: unknown): string | undefined {
  return readText(override, 'redirect', 'path', 'replaceFullPath');
}
