import type { CelEngine } from '../../../src/core/schema/cel.ts';
import { Random } from '../../../src/core/schema/testing/random.ts';
import { compareVerdicts, type Difference } from './compareVerdicts.ts';
import { contestsOf } from './contests.ts';
import { describeDifferences } from './describeDifferences.ts';

export interface ContestReport {
  readonly total: number;
  readonly agreed: number;
  /** How many of all were judged as updates. */
  readonly updated: number;
  /** For people: the rate of each kind, then each distinct difference. */
  readonly text: string;
}

/** Of six mutated resources, one is judged as a change of another. */
const updates = 1 / 6;

/**
 * Judges at least `count` random mutations of valid resources, spread evenly over the kinds and channels, by the built-in
 * catalogue and by upstream's own definitions. The same seed gives the same mutations.
 */
export function runContests(seed: number, count: number, cel: CelEngine): ContestReport {
  const contests = (['standard', 'experimental'] as const).flatMap((channel) => contestsOf(channel, cel));
  const random = new Random(seed);
  const each = Math.ceil(count / contests.length);
  const lines: string[] = [];
  const all: { readonly name: string; readonly differences: readonly Difference[] }[] = [];
  for (const contest of contests) {
    const differences = compareVerdicts(contest, { count: each, updates }, random, cel);
    all.push({ name: `${contest.name} (${contest.channel})`, differences });
    lines.push(`  ${contest.name} | ${contest.channel} | ${percent(each - differences.length, each)}`);
  }
  const total = each * contests.length;
  const agreed = total - all.reduce((sum, { differences }) => sum + differences.length, 0);
  const updated = contests.length * Math.floor(each * updates);
  const head = `differential, seed ${seed}: ${total} mutations, ${each} each of ${contests.length} kinds and channels, ${updated} of them as updates: ${percent(agreed, total)} agree`;
  const text = [head, 'kind | channel | agree', ...lines, ...describeDifferences(all)].join('\n');
  return { total, agreed, updated, text };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}
