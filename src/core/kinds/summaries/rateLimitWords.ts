import { isSet, readFlag, readList, readNumber, readText } from '../reading.ts';
import { count, words } from './rows.ts';
import { sentence, together } from './sentences.ts';

/** `100 requests per minute`; `no limit` where there is no number. */
export function limitWords(rule: unknown): string {
  const requests = readNumber(rule, 'limit', 'requests');
  const unit = (readText(rule, 'limit', 'unit') ?? 'Second').toLowerCase();
  return requests === undefined ? 'no limit' : `${count(requests, 'request')} per ${unit}`;
}

/** Whom a rate limit counts: `for each x-user-id`, `for GET and /api`; undefined where it counts every request. */
export function clientWords(rule: unknown): string | undefined {
  const said = readList(rule, 'clientSelectors').slice(0, 8).flatMap(selectorParts);
  const all = together(said, 4);
  return all === undefined ? undefined : `for ${all}`;
}

/** What one selector asks for: `each x-user-id`, `GET and /api`; undefined for an empty one. */
export function saySelector(selector: unknown): string | undefined {
  return sentence(together(selectorParts(selector), 8));
}

/** A rate limit as a sentence: `100 requests per minute for each x-user-id`. */
export function sayLimit(rule: unknown): string | undefined {
  const isShadow = readFlag(rule, 'shadowMode');
  return sentence(
    words(limitWords(rule), clientWords(rule)),
    isShadow ? 'counted but not enforced' : undefined,
  );
}

function selectorParts(selector: unknown): readonly string[] {
  return [
    ...readList(selector, 'headers').flatMap((header) => valueWords(header, '') ?? []),
    ...readList(selector, 'methods').flatMap((method) => inverted(method, readText(method, 'value')) ?? []),
    ...(isSet(selector, 'path') ? [pathWords(selector)] : []),
    ...readList(selector, 'queryParams').flatMap((param) => valueWords(param, '?') ?? []),
    ...(isSet(selector, 'sourceCIDR') ? [addressWords(selector)] : []),
  ];
}

/** A header or query parameter: `each x-user-id`, `not x-plan=free`. */
function valueWords(condition: unknown, sign: string): string | undefined {
  const name = readText(condition, 'name');
  if (name === undefined) return undefined;
  const type = readText(condition, 'type');
  if (type === 'Distinct') return `each ${sign}${name}`;
  const equals = type === 'RegularExpression' ? '~' : '=';
  return inverted(condition, `${sign}${name}${equals}${readText(condition, 'value') ?? ''}`);
}

function pathWords(selector: unknown): string {
  return inverted(selector, readText(selector, 'path', 'value') ?? '/', 'path') ?? '/';
}

function addressWords(selector: unknown): string {
  const range = inverted(selector, readText(selector, 'sourceCIDR', 'value') ?? 'any address', 'sourceCIDR');
  return readText(selector, 'sourceCIDR', 'type') === 'Distinct' ? `each address of ${range}` : (range ?? '');
}

function inverted(
  condition: unknown,
  text: string | undefined,
  ...path: readonly string[]
): string | undefined {
  return text !== undefined && readFlag(condition, ...path, 'invert') ? `not ${text}` : text;
}
