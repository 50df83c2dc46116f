import { isSet, readList, readText } from '../reading.ts';
import { words } from './rows.ts';
import { together } from './sentences.ts';

/** A rule's matches in a few words: what leads, and the conditions that come on top of it. */
export interface MatchWords {
  readonly label: string;
  readonly conditions: readonly string[];
}

/** Matches of an HTTPRoute rule: `GET /api/v2`, `= /exact`, `~ /v[0-9]+`, joined with `or`; `any request`. */
export function httpMatchWords(rule: unknown): MatchWords {
  return matchWords(readList(rule, 'matches'), {
    labelOf: httpLabel,
    conditions: [...headerConditions, queryCondition],
    anyWhole: 'any request',
    anyPlace: 'any path',
  });
}

/** Matches of a GRPCRoute rule: `shop.v1.Orders/Get`, `shop.v1.Orders/*`, `any call`. */
export function grpcMatchWords(rule: unknown): MatchWords {
  return matchWords(readList(rule, 'matches'), {
    labelOf: grpcLabel,
    conditions: headerConditions,
    anyWhole: 'any call',
    anyPlace: 'any method',
  });
}

/** A match of an HTTPRoute as a sentence: `GET requests under /api with header x-beta = true`. */
export function sayHttpMatch(match: unknown): string {
  const method = readText(match, 'method');
  const path = isSet(match, 'path') ? pathOf(match) : undefined;
  const place = path === undefined ? undefined : placeWords(path.type, path.value);
  const conditions = sayConditions(match, [...headerConditions, queryCondition]);
  if (method === undefined && place === undefined && conditions === undefined) return 'Every request';
  return words(method === undefined ? 'Requests' : `${method} requests`, place, conditions) ?? '';
}

/** A match of a GRPCRoute as a sentence: `Calls of shop.v1.Orders/Get with header x-beta = true`. */
export function sayGrpcMatch(match: unknown): string {
  const label = grpcLabel(match);
  const conditions = sayConditions(match, headerConditions);
  if (label === undefined && conditions === undefined) return 'Every call';
  const { service, method, isPattern } = calledBy(match);
  const called =
    label === undefined || isPattern
      ? label?.replace('~ ', 'that match ')
      : method === undefined
        ? `of every method of ${service}`
        : `of ${service === undefined ? `${method} in every service` : `${service}/${method}`}`;
  return words('Calls', called, conditions) ?? '';
}

/** All matches of a rule as the beginning of a sentence: `GET requests under /a or requests under /b`. */
export function sayMatches(rule: unknown, say: (match: unknown) => string, anyWhole: string): string {
  const [first, ...others] = readList(rule, 'matches').slice(0, 8).map(say);
  if (first === undefined) return anyWhole;
  const rest = others.map((each) =>
    /^[A-Z][a-z]/.test(each) ? each.charAt(0).toLowerCase() + each.slice(1) : each,
  );
  return [first, ...rest].join(' or ');
}

/**
 * What a path condition asks for: `under /api`, `at /api exactly`, `with a path like /v[0-9]+`. Undefined for the prefix /,
 * which is every path.
 */
export function placeWords(type: string, value: string): string | undefined {
  if (type === 'Exact') return `at ${value} exactly`;
  if (type === 'RegularExpression') return `with a path like ${value}`;
  return value === '/' ? undefined : `under ${value}`;
}

interface ConditionReader {
  readonly field: string;
  readonly sign: string;
  /** What one is called in a sentence. */
  readonly noun: string;
}

const headerConditions: readonly ConditionReader[] = [{ field: 'headers', sign: '', noun: 'header' }];
const queryCondition: ConditionReader = { field: 'queryParams', sign: '?', noun: 'query parameter' };

interface Language {
  readonly labelOf: (match: unknown) => string | undefined;
  readonly conditions: readonly ConditionReader[];
  /** Said of a rule that takes everything. */
  readonly anyWhole: string;
  /** Said of a match that looks only at its conditions. */
  readonly anyPlace: string;
}

function matchWords(matches: readonly unknown[], language: Language): MatchWords {
  const said = matches.slice(0, 64).map((match) => ({
    label: language.labelOf(match),
    conditions: language.conditions.flatMap((reader) => conditionsOf(match, reader)),
  }));
  const [first, ...others] = said;
  if (first === undefined) return { label: language.anyWhole, conditions: [] };
  if (others.length === 0) {
    const { label, conditions } = first;
    return { label: label ?? (conditions.length === 0 ? language.anyWhole : language.anyPlace), conditions };
  }
  const alternatives = said.map(({ label, conditions }) => {
    if (conditions.length === 0) return label ?? language.anyWhole;
    return label === undefined ? conditions.join(', ') : `${label} (${conditions.join(', ')})`;
  });
  return { label: alternatives.join(' or '), conditions: [] };
}

function httpLabel(match: unknown): string | undefined {
  const method = readText(match, 'method');
  const path = isSet(match, 'path') ? pathWords(match) : undefined;
  if (method === undefined) return path;
  return path === undefined ? method : `${method} ${path}`;
}

function pathOf(match: unknown): { readonly type: string; readonly value: string } {
  return {
    type: readText(match, 'path', 'type') ?? 'PathPrefix',
    value: readText(match, 'path', 'value') ?? '/',
  };
}

function pathWords(match: unknown): string {
  const { type, value } = pathOf(match);
  if (type === 'Exact') return `= ${value}`;
  return type === 'RegularExpression' ? `~ ${value}` : value;
}

function grpcLabel(match: unknown): string | undefined {
  if (!isSet(match, 'method')) return undefined;
  const { service, method, isPattern } = calledBy(match);
  if (service === undefined && method === undefined) return undefined;
  return `${isPattern ? '~ ' : ''}${service ?? '*'}/${method ?? '*'}`;
}

function calledBy(match: unknown) {
  return {
    service: readText(match, 'method', 'service'),
    method: readText(match, 'method', 'method'),
    isPattern: readText(match, 'method', 'type') === 'RegularExpression',
  };
}

interface Condition {
  readonly name: string;
  readonly isPattern: boolean;
  readonly value: string;
}

function readConditions(match: unknown, field: string): readonly Condition[] {
  return readList(match, field)
    .slice(0, 16)
    .flatMap((condition) => {
      const name = readText(condition, 'name');
      if (name === undefined) return [];
      const isPattern = readText(condition, 'type') === 'RegularExpression';
      return [{ name, isPattern, value: readText(condition, 'value') ?? '' }];
    });
}

function conditionsOf(match: unknown, { field, sign }: ConditionReader): readonly string[] {
  return readConditions(match, field).map(
    ({ name, isPattern, value }) => `${sign}${name}${isPattern ? '~' : '='}${value}`,
  );
}

/** `with header x-beta = true and query parameter page like [0-9]+`. */
function sayConditions(match: unknown, readers: readonly ConditionReader[]): string | undefined {
  const said = readers.flatMap(({ field, noun }) =>
    readConditions(match, field).map(({ name, isPattern, value }) =>
      `${noun} ${name} ${isPattern ? 'like' : '='} ${value}`.trimEnd(),
    ),
  );
  return said.length === 0 ? undefined : `with ${together(said, 16)}`;
}
