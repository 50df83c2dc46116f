import type { Difference } from './compareVerdicts.ts';
import { groupBy } from './groupBy.ts';

/** Each distinct difference once, with how often it came up and one mutation that shows it. */
export function describeDifferences(
  all: readonly { readonly name: string; readonly differences: readonly Difference[] }[],
): readonly string[] {
  return all.flatMap(({ name, differences }) => {
    if (differences.length === 0) return [];
    const grouped = [...groupBy(differences, ({ refusedBy, reason }) => `${refusedBy}: ${reason}`)];
    grouped.sort(([, a], [, b]) => b.length - a.length);
    return [
      `${name}: ${differences.length} differences`,
      ...grouped.map(
        ([reason, same]) =>
          `  ${same.length} x refused by ${reason}\n      e.g. ${same[0]?.mutation.slice(0, 300)}`,
      ),
    ];
  });
}
