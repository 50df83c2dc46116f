/** How many fields of a value are looked at; larger values are told apart by their beginning. */
const mostFields = 400;

/** The fields of a value with their values, each as one text; positions in lists do not count. */
export type Traits = ReadonlySet<string>;

/** What a value consists of, for `likeness`. Keys in `ignored` are left out at the top. */
export function traitsOf(value: unknown, ignored: ReadonlySet<string> = new Set()): Traits {
  const traits = new Set<string>();
  const visit = (part: unknown, path: string): void => {
    if (traits.size >= mostFields) return;
    if (Array.isArray(part)) {
      for (const item of part) visit(item, `${path}[]`);
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) {
        if (path !== '' || !ignored.has(key)) visit(inner, `${path}.${key}`);
      }
    } else traits.add(`${path}=${String(part)}`);
  };
  visit(value, '');
  return traits;
}

/** Shared traits by all traits: 1 for equal values, 0 for values without anything in common. */
export function likeness(a: Traits, b: Traits): number {
  if (a.size === 0 && b.size === 0) return 1;
  let shared = 0;
  for (const trait of a) if (b.has(trait)) shared++;
  return shared / (a.size + b.size - shared);
}

/** One thing of the old state and one of the new, by position. */
export interface Pair {
  readonly was: number;
  readonly now: number;
}

/** Comparisons that pairing may cost. */
const mostComparisons = 40_000;

/**
 * Pairs what is most alike, the best pairs first; with equal likeness the nearest. `score` answers how well
 * two fit, and 0 when they do not. Undefined when there is too much to compare.
 */
export function pairByScore(
  was: readonly number[],
  now: readonly number[],
  score: (was: number, now: number) => number,
): readonly Pair[] | undefined {
  if (was.length * now.length > mostComparisons) return undefined;
  const candidates = was.flatMap((a) => now.map((b) => ({ was: a, now: b, score: score(a, b) })));
  const sorted = candidates
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score || Math.abs(a.was - a.now) - Math.abs(b.was - b.now) || a.now - b.now);
  const usedWas = new Set<number>();
  const usedNow = new Set<number>();
  const pairs: Pair[] = [];
  for (const each of sorted) {
    if (usedWas.has(each.was) || usedNow.has(each.now)) continue;
    usedWas.add(each.was);
    usedNow.add(each.now);
    pairs.push({ was: each.was, now: each.now });
  }
  return pairs.sort((a, b) => a.now - b.now);
}
