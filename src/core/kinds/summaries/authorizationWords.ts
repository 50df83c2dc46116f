import { isSet, readAt, readFlag, readList, readText, readTexts } from '../reading.ts';
import { placeWords } from './matchSummary.ts';
import { words } from './rows.ts';
import { either, together } from './sentences.ts';

/** Whom an authorization rule is about, and for what: `10.0.0.0/8 with scope orders:read for GET under /api`. */
export function principalWords(rule: unknown): string {
  const principal = readAt(rule, 'principal');
  const countries = either(readList(principal, 'clientIPGeoLocations').slice(0, 8).flatMap(geoWords));
  const conditions = together(conditionsOf(rule, principal), 4);
  const said = words(
    either(readTexts(principal, 'clientCIDRs')) ?? 'requests',
    countries === undefined ? undefined : `from ${countries}`,
    conditions === undefined ? undefined : `with ${conditions}`,
    operationWords(rule),
  );
  return said ?? 'requests';
}

/** An authorization rule as a sentence: `Allow 10.0.0.0/8 with scope orders:read`. */
export function sayAuthorizationRule(rule: unknown): string {
  return `${readText(rule, 'action') ?? 'No action for'} ${principalWords(rule)}`;
}

/** Each must hold. */
function conditionsOf(rule: unknown, principal: unknown): readonly string[] {
  const scopes = together(readTexts(principal, 'jwt', 'scopes'), 8);
  return [
    ...(scopes === undefined ? [] : [`scope ${scopes}`]),
    ...readList(principal, 'jwt', 'claims')
      .slice(0, 8)
      .flatMap((claim) => namedWords('', claim)),
    ...readList(principal, 'headers')
      .slice(0, 8)
      .flatMap((header) => namedWords('header ', header)),
    ...(isSet(rule, 'cel') ? ['a CEL expression'] : []),
  ];
}

/** `role=admin|owner`, as many values as are quickly read. */
function namedWords(noun: string, condition: unknown): readonly string[] {
  const name = readText(condition, 'name');
  return name === undefined ? [] : [`${noun}${name}=${readTexts(condition, 'values').slice(0, 3).join('|')}`];
}

function geoWords(place: unknown): readonly string[] {
  const where = readText(place, 'city') ?? readText(place, 'region') ?? readText(place, 'country');
  return [where ?? (isSet(place, 'anonymous') ? 'anonymous networks' : 'some networks')];
}

/** `for GET or POST under /admin`. */
function operationWords(rule: unknown): string | undefined {
  const methods = either(readTexts(rule, 'operation', 'methods'), 9);
  const path = readAt(rule, 'operation', 'path');
  const place = isSet(path)
    ? placeWords(readText(path, 'type') ?? 'PathPrefix', readText(path, 'value') ?? '/')
    : undefined;
  return words(
    methods === undefined ? undefined : `for ${methods}`,
    place !== undefined && readFlag(path, 'invert') ? `but not ${place}` : place,
  );
}
