import { isRecord } from '../workspace/readDocument.ts';
import type { Path } from '../yaml/path.ts';
import { samePlain } from '../yaml/plainValue.ts';
import type { Pair } from './likeness.ts';
import { matchItems } from './matchItems.ts';

/** One step on the way to a change: the key of a map, or an item that may have moved in its list. */
export type Step =
  | { readonly key: string }
  | {
      readonly was: number | undefined;
      readonly now: number | undefined;
      /** The item, as it is now if it is there. */
      readonly item: unknown;
    };

/** A difference between two values, before it is put into words. */
export interface ValueChange {
  readonly type: 'added' | 'removed' | 'changed' | 'moved';
  /** To the value; for `moved` to the item that moved, or to the list when several did. */
  readonly steps: readonly Step[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** True for what belongs to a Secret and must not be said. */
  readonly isSecret: boolean;
}

/** Fields of a Secret that may be said; the rest is data, or meant to be. */
const openFields: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'type',
  'immutable',
  'status',
]);

/** The path of a change in one of the two values, as far as it is there. */
export function pathOf(steps: readonly Step[], side: 'before' | 'after'): Path {
  const path: (string | number)[] = [];
  for (const step of steps) {
    const next = 'key' in step ? step.key : side === 'before' ? step.was : step.now;
    if (next === undefined) break;
    path.push(next);
  }
  return path;
}

/** All differences, in the order of the value as it is now; what is gone stands where it stood. */
export function diffValues(before: unknown, after: unknown): readonly ValueChange[] {
  const changes: ValueChange[] = [];
  compare(before, after, { steps: [], isSecret: false }, changes);
  return changes;
}

interface Spot {
  readonly steps: readonly Step[];
  readonly isSecret: boolean;
}

function compare(before: unknown, after: unknown, spot: Spot, changes: ValueChange[]): void {
  if (samePlain(before, after)) return;
  if (isRecord(before) && isRecord(after)) compareMaps(before, after, spot, changes);
  else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, spot, changes);
  else changes.push({ type: 'changed', ...spot, before, after });
}

type Fields = Readonly<Record<string, unknown>>;

function compareMaps(before: Fields, after: Fields, spot: Spot, changes: ValueChange[]): void {
  const isSecret = before.kind === 'Secret' || after.kind === 'Secret';
  for (const key of mergeKeys(Object.keys(before), Object.keys(after))) {
    const inner: Spot = {
      steps: [...spot.steps, { key }],
      isSecret:
        spot.isSecret || (isSecret && !openFields.has(key)) || /last-applied-configuration$/.test(key),
    };
    const had = Object.hasOwn(before, key);
    const has = Object.hasOwn(after, key);
    if (had && has) compare(before[key], after[key], inner, changes);
    else addWhole(inner, had ? 'removed' : 'added', had ? before[key] : after[key], changes);
  }
}

/** Maps whose entries are things of their own, to be said one by one even when the whole map is new. */
const entryMaps: ReadonlySet<string> = new Set(['labels', 'annotations', 'data', 'stringData', 'binaryData']);

function addWhole(spot: Spot, type: 'added' | 'removed', value: unknown, changes: ValueChange[]): void {
  const last = spot.steps.at(-1);
  const isEntries = last !== undefined && 'key' in last && entryMaps.has(last.key);
  if (isEntries && isRecord(value) && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value)) {
      addWhole({ ...spot, steps: [...spot.steps, { key }] }, type, inner, changes);
    }
  } else changes.push({ type, ...spot, [type === 'added' ? 'after' : 'before']: value });
}

/** The keys as they stand now, each key that is gone behind the one it followed. */
function mergeKeys(before: readonly string[], after: readonly string[]): readonly string[] {
  const merged = [...after];
  const present = new Set(after);
  for (const [index, key] of before.entries()) {
    if (present.has(key)) continue;
    const previous = before[index - 1];
    merged.splice(previous === undefined ? 0 : merged.indexOf(previous) + 1, 0, key);
  }
  return merged;
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  spot: Spot,
  changes: ValueChange[],
): void {
  const { pairs, removed, added } = matchItems(before, after);
  const step = (was: number | undefined, now: number | undefined): Spot => ({
    ...spot,
    steps: [...spot.steps, { was, now, item: now === undefined ? before[was ?? 0] : after[now] }],
  });
  const parts = [
    ...pairs.map((pair) => ({ at: pair.now, was: pair.was, now: pair.now })),
    ...added.map((now) => ({ at: now, was: undefined, now })),
    ...removed.map((was) => ({ at: was - 0.5, was, now: undefined })),
  ].sort((a, b) => a.at - b.at);
  for (const { was, now } of parts) {
    const inner = step(was, now);
    if (was === undefined) changes.push({ type: 'added', ...inner, after: after[now ?? 0] });
    else if (now === undefined) changes.push({ type: 'removed', ...inner, before: before[was] });
    else compare(before[was], after[now], inner, changes);
  }
  const moved = movedPairs(pairs);
  const [only] = moved;
  if (moved.length === 1 && only !== undefined) {
    changes.push({
      type: 'moved',
      ...step(only.was, only.now),
      before: before[only.was],
      after: after[only.now],
    });
  } else if (moved.length > 1) changes.push({ type: 'moved', ...spot, before, after });
}

/** The fewest items that must have moved to bring about the order there is now. */
function movedPairs(pairs: readonly Pair[]): readonly Pair[] {
  if (pairs.every((pair, i) => i === 0 || pair.was > (pairs[i - 1]?.was ?? 0))) return [];
  const best = pairs.map(() => ({ length: 1, from: -1 }));
  let end = 0;
  for (const [i, pair] of pairs.entries()) {
    for (let j = 0; j < i; j++) {
      const length = (best[j]?.length ?? 0) + 1;
      if ((pairs[j]?.was ?? 0) < pair.was && length > (best[i]?.length ?? 0)) best[i] = { length, from: j };
    }
    if ((best[i]?.length ?? 0) > (best[end]?.length ?? 0)) end = i;
  }
  const kept = new Set<number>();
  for (let i = end; i >= 0; i = best[i]?.from ?? -1) kept.add(i);
  return pairs.filter((_, i) => !kept.has(i));
}
