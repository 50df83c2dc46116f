import type { RulePath } from '../../catalogue/rule.ts';
import type { Path } from '../../yaml/path.ts';
import { isMap } from '../plain.ts';

/** A value and where it is, from where the path began. */
export interface Spot {
  readonly steps: Path;
  readonly value: unknown;
}

const parsed = new Map<RulePath, readonly string[]>();

/** The steps of a path: keys, `[]` for the items of a list, `{}` for the values of a map. */
export function stepsOf(path: RulePath): readonly string[] {
  let steps = parsed.get(path);
  if (steps === undefined) {
    steps = parse(path);
    parsed.set(path, steps);
  }
  return steps;
}

function parse(path: RulePath): readonly string[] {
  const steps: string[] = [];
  for (const [all, bracketed] of path.matchAll(/\[([^\]]*)\]|\{\}|[^.[\]{}]+/g)) {
    steps.push(bracketed === undefined || bracketed === '' ? all : bracketed);
  }
  return steps;
}

/** The value at a path of keys; undefined when it leads nowhere. */
export function valueAtPath(value: unknown, path: RulePath): unknown {
  return path === '' ? value : follow(value, stepsOf(path));
}

/** The same for a path that is asked for over and over. */
export function readerOf(path: RulePath): (value: unknown) => unknown {
  const steps = stepsOf(path);
  const [only] = steps;
  if (only === undefined) return (value) => value;
  if (steps.length > 1) return (value) => follow(value, steps);
  return (value) => (isMap(value) && Object.hasOwn(value, only) ? value[only] : undefined);
}

function follow(value: unknown, steps: readonly string[]): unknown {
  let current = value;
  for (const step of steps) {
    if (!isMap(current) || !Object.hasOwn(current, step)) return undefined;
    current = current[step];
  }
  return current;
}

/** Every value that a path with `[]` or `{}` in it leads to, in the order of the text. */
export function spotsAt(value: unknown, path: RulePath): readonly Spot[] {
  const steps = stepsOf(path);
  const wild = steps.findIndex((step) => step === '[]' || step === '{}');
  const plain = wild === -1 ? steps.length : wild;
  const first = steps.slice(0, plain);
  const start = follow(value, first);
  if (start === undefined) return none;
  let spots: readonly Spot[] = [{ steps: first, value: start }];
  for (const step of steps.slice(plain)) spots = spots.flatMap((spot) => below(spot, step));
  return spots;
}

function below({ steps, value }: Spot, step: string): readonly Spot[] {
  if (step === '[]') {
    return Array.isArray(value)
      ? value.map((item: unknown, i) => ({ steps: [...steps, i], value: item }))
      : [];
  }
  if (!isMap(value)) return [];
  if (step === '{}') {
    return Object.entries(value).map(([key, entry]) => ({ steps: [...steps, key], value: entry }));
  }
  return Object.hasOwn(value, step) ? [{ steps: [...steps, step], value: value[step] }] : [];
}

const none: readonly never[] = [];

/** The items of a list, or the values (with `keys`, the keys) of a map. */
export function membersAt(value: unknown, path: RulePath, keys = false): readonly Spot[] {
  if (hasWildcard(path)) return spotsAt(value, path).flatMap((spot) => membersOf(spot, keys));
  const found = valueAtPath(value, path);
  return typeof found === 'object' ? membersOf({ steps: stepsOf(path), value: found }, keys) : none;
}

function membersOf(spot: Spot, keys: boolean): readonly Spot[] {
  if (Array.isArray(spot.value)) return below(spot, '[]');
  if (!isMap(spot.value)) return none;
  if (!keys) return below(spot, '{}');
  return Object.keys(spot.value).map((key) => ({ steps: [...spot.steps, key], value: key }));
}

/** The same without their places. */
export function memberValues(value: unknown, path: RulePath, keys = false): readonly unknown[] {
  if (hasWildcard(path)) return membersAt(value, path, keys).map((spot) => spot.value);
  const found = valueAtPath(value, path);
  if (Array.isArray(found)) return found;
  if (!isMap(found)) return none;
  return keys ? Object.keys(found) : Object.values(found);
}

/** True for a path that leads to many values. */
export function hasWildcard(path: RulePath): boolean {
  const steps = stepsOf(path);
  return steps.includes('[]') || steps.includes('{}');
}

/** There and not `''`, `[]`, `{}` or null. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isMap(value) || Object.keys(value).length > 0;
}

/** The field as people write it: `tls.mode`, and `the value` for the empty path. */
export function wordsOfPath(path: RulePath): string {
  return path === '' ? 'the value' : path;
}
