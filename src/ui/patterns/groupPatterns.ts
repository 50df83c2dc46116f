import { patternGroups } from '../../core/templates/groups.ts';
import type { Pattern, PatternGroup } from '../../core/templates/types.ts';
import { rankByScore } from '../kit/fuzzyScore.ts';

export interface PatternSection {
  readonly group: PatternGroup;
  readonly label: string;
  readonly patterns: readonly Pattern[];
}

/** The patterns that fit a search, in the groups of the gallery; within a group the best match first. */
export function groupPatterns(patterns: readonly Pattern[], query: string): readonly PatternSection[] {
  const found = rankByScore(patterns, query, ({ title, purpose, roles }) => [
    { text: title, weight: 1.2 },
    { text: purpose, weight: 0.8 },
    { text: roles.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)).join(' '), weight: 0.6 },
  ]);
  return patternGroups.flatMap(({ group, label }) => {
    const own = found.filter((pattern) => pattern.group === group);
    return own.length === 0 ? [] : [{ group, label, patterns: own }];
  });
}
