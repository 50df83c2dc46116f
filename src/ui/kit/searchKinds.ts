import type { KindDefinition } from '../../core/kinds/types.ts';
import { rankByScore } from './fuzzyScore.ts';

/** Kinds that match what was typed, best first: by name above all, then by purpose and API group. */
export function searchKinds(kinds: readonly KindDefinition[], query: string): readonly KindDefinition[] {
  return rankByScore(kinds, query, (kind) => [
    { text: kind.kind, weight: 1 },
    { text: kind.purpose, weight: 0.5 },
    { text: kind.group === '' ? 'core' : kind.group, weight: 0.4 },
    { text: kind.family, weight: 0.4 },
  ]);
}
