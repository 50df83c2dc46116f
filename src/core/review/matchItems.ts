import { isRecord } from '../workspace/readDocument.ts';
import { samePlain } from '../yaml/plainValue.ts';
import { likeness, type Pair, pairByScore, traitsOf } from './likeness.ts';

/** Which items of a list are the same thing before and after. */
export interface MatchedItems {
  /** In the order of the list as it is now. */
  readonly pairs: readonly Pair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** What items are told apart by, in this order: the first that tells all of them apart counts. */
const identities: readonly (readonly string[])[] = [
  ['group', 'kind', 'namespace', 'name'],
  ['group', 'kind', 'namespace', 'name', 'sectionName'],
  ['group', 'kind', 'namespace', 'name', 'port'],
  ['group', 'kind', 'namespace', 'name', 'sectionName', 'port'],
  ['type'],
  ['key'],
];

/** Items of one name that stay are the same; so are others that are alike by more than this. */
const alikeEnough = 0.5;

/** Matches the items of two lists by identity, then by equality, then by likeness. */
export function matchItems(before: readonly unknown[], after: readonly unknown[]): MatchedItems {
  const pairs = [...(pairByIdentity(before, after) ?? pairEqual(before, after))];
  const left = leftOver(before, after, pairs);
  const items = [before, after].map((list) => list.map((item) => traitsOf(item)));
  const score = (was: number, now: number): number => {
    const [a, b] = [before[was], after[now]];
    if (!isRecord(a) || !isRecord(b)) return 0;
    const alike = likeness(items[0]?.[was] ?? new Set(), items[1]?.[now] ?? new Set());
    const isSamePlace = before.length === after.length && was === now;
    return alike >= (isSamePlace ? 0.2 : alikeEnough) ? alike : 0;
  };
  pairs.push(...(pairByScore(left.removed, left.added, score) ?? []));
  if (isLonePair(before, after, pairs)) pairs.push({ was: 0, now: 0 });
  pairs.sort((a, b) => a.now - b.now);
  return { pairs, ...leftOver(before, after, pairs) };
}

/** The only item of a list before and after is the same item, whatever became of it. */
function isLonePair(before: readonly unknown[], after: readonly unknown[], pairs: readonly Pair[]): boolean {
  return (
    pairs.length === 0 &&
    before.length === 1 &&
    after.length === 1 &&
    isRecord(before[0]) &&
    isRecord(after[0])
  );
}

function pairByIdentity(before: readonly unknown[], after: readonly unknown[]): readonly Pair[] | undefined {
  for (const fields of identities) {
    const was = indexByIdentity(before, fields);
    const now = indexByIdentity(after, fields);
    if (was === undefined || now === undefined) continue;
    return [...now].flatMap(([identity, index]) => {
      const other = was.get(identity);
      return other === undefined ? [] : [{ was: other, now: index }];
    });
  }
  return undefined;
}

/** Positions by identity; undefined when an item has none or shares it. */
function indexByIdentity(
  items: readonly unknown[],
  fields: readonly string[],
): Map<string, number> | undefined {
  const needed = fields.includes('name') ? 'name' : (fields[0] ?? '');
  const positions = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    if (!isRecord(item) || typeof item[needed] !== 'string') return undefined;
    const identity = JSON.stringify(fields.map((field) => item[field] ?? null));
    if (positions.has(identity)) return undefined;
    positions.set(identity, index);
  }
  return positions;
}

/** Equal items, each used once: those at the same place first, then in order. */
function pairEqual(before: readonly unknown[], after: readonly unknown[]): readonly Pair[] {
  const texts = [before, after].map((list) => list.map((item) => JSON.stringify(item)));
  const free = new Map<string, number[]>();
  for (const [index, text = ''] of (texts[0] ?? []).entries()) {
    if (texts[1]?.[index] !== text) free.set(text, [...(free.get(text) ?? []), index]);
  }
  return (texts[1] ?? []).flatMap((text = '', now) => {
    if (texts[0]?.[now] === text && samePlain(before[now], after[now])) return [{ was: now, now }];
    const was = free.get(text)?.shift();
    return was === undefined ? [] : [{ was, now }];
  });
}

function leftOver(
  before: readonly unknown[],
  after: readonly unknown[],
  pairs: readonly Pair[],
): { readonly removed: readonly number[]; readonly added: readonly number[] } {
  const was = new Set(pairs.map((pair) => pair.was));
  const now = new Set(pairs.map((pair) => pair.now));
  return {
    removed: [...before.keys()].filter((index) => !was.has(index)),
    added: [...after.keys()].filter((index) => !now.has(index)),
  };
}
