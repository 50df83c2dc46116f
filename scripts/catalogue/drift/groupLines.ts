import type { TypeName } from '../../../src/core/catalogue/schema.ts';
import type { Comparison, Difference } from './compareShapes.ts';

/** A difference, and the kind in which it was found. */
export interface FoundDifference {
  readonly difference: Difference;
  /** `HTTPRoute v1 standard`. */
  readonly name: string;
  readonly kind: string;
  /** In the version that clusters store. */
  readonly inStorage: boolean;
}

/** The same difference, wherever it shows. */
export interface DriftLine {
  /** The first of them. Its `place` is the named type when all values of the type differ so. */
  readonly difference: Difference;
  readonly kinds: readonly string[];
  readonly places: number;
  /** Some place is in the version that clusters store. */
  readonly inStorage: boolean;
  readonly reason?: string;
}

/**
 * One line for each field that differs; and only one for a named type, when every value of the type differs in the same
 * way. `explain` answers the reason of a difference that is meant.
 */
export function groupLines(
  found: readonly FoundDifference[],
  visits: Readonly<Record<TypeName, number>>,
  explain: (difference: Difference, kind: string) => string | undefined,
): readonly DriftLine[] {
  const groups = new Map<
    string,
    DriftLine & { readonly kinds: string[]; places: number; inStorage: boolean }
  >();
  for (const { difference, name, kind, inStorage } of atTypes(found, visits)) {
    const reason = explain(difference, kind);
    const key = `${difference.place} ${keyOf(difference)} ${reason}`;
    const known = groups.get(key);
    const group = known ?? {
      difference,
      kinds: [],
      places: 0,
      inStorage: false,
      ...(reason === undefined ? {} : { reason }),
    };
    group.places++;
    group.inStorage ||= inStorage;
    if (!group.kinds.includes(name)) group.kinds.push(name);
    if (known === undefined) groups.set(key, group);
  }
  return [...groups.values()];
}

/** Counts how often each named type was met in all comparisons. */
export function sumVisits(comparisons: readonly Comparison[]): Readonly<Record<TypeName, number>> {
  const sums: Record<TypeName, number> = {};
  for (const { visits } of comparisons) {
    for (const [type, count] of Object.entries(visits)) sums[type] = (sums[type] ?? 0) + count;
  }
  return sums;
}

/** Moves a difference from the fields to their type when all fields of the type have it. */
function atTypes(
  found: readonly FoundDifference[],
  visits: Readonly<Record<TypeName, number>>,
): readonly FoundDifference[] {
  const counts = new Map<string, number>();
  const keyAtType = ({ type, ...difference }: Difference) => `${type} ${keyOf(difference)}`;
  for (const { difference } of found) {
    const key = keyAtType(difference);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return found.map((each) => {
    const { type } = each.difference;
    if (type === undefined || counts.get(keyAtType(each.difference)) !== visits[type]) return each;
    return { ...each, difference: { ...each.difference, place: type } };
  });
}

function keyOf({ kind, keyword, ours, theirs }: Difference): string {
  return JSON.stringify([kind, keyword, ours, theirs]);
}
