import type { CatalogueKind } from '../catalogue/catalogue.ts';
import { formatPath, type Path } from '../yaml/path.ts';
import { type FaultCode, faultCodes } from './codes.ts';
import type { Fault, FaultDetail } from './fault.ts';
import { sayMetadata } from './words/sayMetadata.ts';
import { sayNoSuchKind } from './words/sayNoSuchKind.ts';
import { sayPattern } from './words/sayPattern.ts';
import { sayTypeFault } from './words/sayTypeFault.ts';
import { listOf, sayCount, sayValue } from './words/sayValue.ts';

/** A fault as people read it. */
export interface Described {
  /** Stable: `TS101`. */
  readonly code: string;
  readonly severity: FaultCode['severity'];
  /** What is wrong, where, and the way out, in sentence case. */
  readonly message: string;
}

type Sayer<Name> = (fault: Extract<FaultDetail, { fault: Name }>, where: Where) => string;

interface Where {
  readonly path: Path;
  /** The place as people write it; the kind's name for the resource itself. */
  readonly place: string;
  /** The same of the object that the place is in. */
  readonly parent: string;
}

/** In characters: names in a message may be of any length. */
const longest = 2000;

/** The words for a fault: code, severity and one or two sentences. Without the kind, the root is "this resource". */
export function describeFault(fault: Fault, kind?: CatalogueKind): Described {
  const { code, severity } = faultCodes[fault.fault];
  const say = (path: Path) => (path.length === 0 ? (kind?.kind ?? 'This resource') : formatPath(path));
  const { path } = fault;
  // The table pairs each name with its own form, which the type of an index cannot say.
  const sayer = sayers[fault.fault] as Sayer<Fault['fault']>;
  const message = sayer(fault, { path, place: say(path), parent: say(path.slice(0, -1)) });
  return { code, severity, message: message.length > longest ? `${message.slice(0, longest)}...` : message };
}

const sayers: { readonly [Name in FaultDetail['fault']]: Sayer<Name> } = {
  'unknown-field': sayUnknownField,
  type: (fault, { place }) => sayTypeFault(fault, place),
  required: ({ field, isEmpty }, { place }) =>
    isEmpty === true ? `${place} has an empty ${field}. Fill it in.` : `${place} lacks ${field}. Add it.`,
  enum: sayEnum,
  size: saySize,
  range: sayRange,
  pattern: ({ value, pattern }, { place }) => {
    const { words, example } = sayPattern(pattern);
    return `${place} is ${sayValue(value)}; it must be ${words}${example === undefined ? '' : `, such as ${example}`}.`;
  },
  format: ({ value, reason }, { place }) => `${place} is ${sayValue(value)}; it must be ${reason}.`,
  duplicate: sayDuplicate,
  combination: sayCombination,
  rule: ({ message }) => message,
  'rule-error': ({ error, rule }, { place }) =>
    `A rule on ${place} fails to run, which the server takes for a refusal: ${error}. The rule is ${rule.source}.`,
  immutable: sayImmutable,
  metadata: (fault, { place }) => sayMetadata(fault, place),
  scope: ({ namespace }, { parent }) =>
    `This kind belongs to the whole cluster, so the server drops ${parent}.namespace (${namespace}). Remove it.`,
  'no-such-kind': (fault) => sayNoSuchKind(fault),
};

function sayUnknownField(
  { field, closest, known, elsewhere, isExperimental }: Extract<FaultDetail, { fault: 'unknown-field' }>,
  { parent }: Where,
): string {
  if (isExperimental === true) {
    return `${parent} has ${field} in the experimental channel only. Choose that channel, or remove the field.`;
  }
  const says = `${parent} has no field ${field}.`;
  const [place] = elsewhere ?? [];
  if (closest !== undefined) return `${says} Did you mean ${closest}?`;
  if (place !== undefined) return `${says} There is one at ${place}: move it there, or remove it.`;
  if (known.length === 0) return `${says} It has no fields of its own. Remove this one.`;
  return `${says} It has ${listOf(known, 'and', 8)}. Use one of them, or remove this one.`;
}

function sayEnum(
  { value, allowed, closest }: Extract<FaultDetail, { fault: 'enum' }>,
  { place }: Where,
): string {
  const values = listOf(allowed.map(sayValue), 'or', 12);
  const isAlike = typeof closest === 'string' && typeof value === 'string' && isNear(value, closest);
  const only = allowed.length === 1 ? 'It must be' : 'Use';
  return isAlike && allowed.length > 1
    ? `${place} cannot be ${sayValue(value)}. Did you mean ${closest}? It takes ${values}.`
    : `${place} cannot be ${sayValue(value)}. ${only} ${values}.`;
}

function isNear(value: string, closest: string): boolean {
  const [a, b] = [value.toLowerCase(), closest.toLowerCase()];
  return a === b || (a.length > 2 && (b.startsWith(a.slice(0, 3)) || b.includes(a) || a.includes(b)));
}

function saySize(
  { of, actual, min, max }: Extract<FaultDetail, { fault: 'size' }>,
  { place }: Where,
): string {
  const noun = of === 'keys' ? 'entries' : of;
  const one = of === 'keys' ? (count: number) => (count === 1 ? '1 entry' : `${count} entries`) : undefined;
  const say = (count: number) => one?.(count) ?? sayCount(count, noun);
  if (max !== undefined && actual > max) {
    const out = of === 'characters' ? 'Shorten it' : `Remove ${actual - max}`;
    return `${place} has ${say(actual)}; at most ${max} are allowed. ${out}.`;
  }
  if (actual === 0) {
    return of === 'characters'
      ? `${place} is empty; it needs at least ${say(min ?? 1)}. Fill it in, or remove it.`
      : `${place} is empty; it needs at least ${say(min ?? 1)}. Add one, or remove ${place}.`;
  }
  return `${place} has ${say(actual)}; it needs at least ${min ?? 0}. Add ${(min ?? 0) - actual}.`;
}

function sayRange(
  { value, min, max, isExclusive, multipleOf }: Extract<FaultDetail, { fault: 'range' }>,
  { place }: Where,
): string {
  if (multipleOf !== undefined) return `${place} is ${value}; it must be a multiple of ${multipleOf}.`;
  if (isExclusive === true) {
    const limit = max !== undefined && value >= max ? `less than ${max}` : `greater than ${min ?? 0}`;
    return `${place} is ${value}; it must be ${limit}.`;
  }
  if (min !== undefined && max !== undefined) {
    return `${place} is ${value}; it must be between ${min} and ${max}.`;
  }
  const limit = max === undefined ? `at least ${min ?? 0}` : `at most ${max}`;
  return `${place} is ${value}; it must be ${limit}.`;
}

function sayDuplicate(
  { first, keys }: Extract<FaultDetail, { fault: 'duplicate' }>,
  { place }: Where,
): string {
  const words = Object.entries(keys ?? {}).map(([key, value]) => `${key} ${sayValue(value)}`);
  return words.length === 0
    ? `${place} is the same as ${formatPath(first)}. Remove one of them.`
    : `${place} has the same ${listOf(words, 'and')} as ${formatPath(first)}. Change or remove one of them.`;
}

function sayCombination(
  { of, alternatives }: Extract<FaultDetail, { fault: 'combination' }>,
  { place }: Where,
): string {
  const choices = alternatives.filter((each) => each !== '').join('; or ');
  const says = choices === '' ? '' : `: ${choices}`;
  switch (of) {
    case 'anyOf':
      return `${place} fits none of what it may be${says}. Make it fit one of them.`;
    case 'oneOf':
      return `${place} must fit exactly one of what it may be${says}.`;
    case 'not':
      return `${place} is just what it may not be${says}. Change it.`;
    case 'allOf':
      return `${place} must fit all of this${says}.`;
  }
}

function sayImmutable(
  { before, after, message }: Extract<FaultDetail, { fault: 'immutable' }>,
  { place }: Where,
): string {
  if (message !== undefined) return message;
  if (after === undefined)
    return `${place} has lost a field that cannot be removed (${sayValue(before)}). Put it back.`;
  const change = before === undefined ? `it was not set before` : `it was ${sayValue(before)}`;
  return `${place} cannot be changed after creation: ${change} and is now ${sayValue(after)}. Set it back, or delete the resource first.`;
}
