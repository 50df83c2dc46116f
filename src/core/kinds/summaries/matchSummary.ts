import { isSet, readList, readText } from '../reading.ts';

/** A rule's matches in a few words: what leads, and the conditions that come on top of it. */
export interface MatchWords {
  readonly label: string;
  readonly conditions: readonly string[];
}

/** Matches of an HTTPRoute rule: `GET /api/v2`, `= /exact`, `~ /v[0-9]+`, joined with `or`; `any request`. */
export function httpMatchWords(rule: unknown): MatchWords {
  return matchWords(readList(rule, 'matches'), {
    labelOf: httpLabel,
    conditions: [...headerConditions, { field: 'queryParams', sign: '?' }],
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

interface ConditionReader {
  readonly field: string;
  readonly sign: string;
}

const headerConditions: readonly ConditionReader[] = [{ field: 'headers', sign: '' }];

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

function pathWords(match: unknown): string {
  const value = readText(match, 'path', 'value') ?? '/';
  const type = readText(match, 'path', 'type') ?? 'PathPrefix';
  if (type === 'Exact') return `= ${value}`;
  return type === 'RegularExpression' ? `~ ${value}` : value;
}

function grpcLabel(match: unknown): string | undefined {
  if (!isSet(match, 'method')) return undefined;
  const name = readText(match, 'method', 'service');
  const method = readText(match, 'method', 'method');
  if (name === undefined && method === undefined) return undefined;
  const sign = readText(match, 'method', 'type') === 'RegularExpression' ? '~ ' : '';
  return `${sign}${name ?? '*'}/${method ?? '*'}`;
}

function conditionsOf(match: unknown, { field, sign }: ConditionReader): readonly string[] {
  return readList(match, field)
    .slice(0, 16)
    .flatMap((condition) => {
      const name = readText(condition, 'name');
      if (name === undefined) return [];
      const equals = readText(condition, 'type') === 'RegularExpression' ? '~' : '=';
      return [`${sign}${name}${equals}${readText(condition, 'value') ?? ''}`];
    });
}
