import { isMap, isSet, readAt, readList, readText } from '../reading.ts';
import type { CardSummary } from '../types.ts';
import { type Feature, featureChips, featureRows } from './features.ts';
import { summary, words } from './rows.ts';

/** The card of a policy: what it governs below the name, its features as chips, its figures as rows. */
export function summarisePolicy(value: unknown, features: readonly Feature[]): CardSummary {
  return summary({
    subtitle: targetWords(value),
    rows: featureRows(value, features),
    chips: featureChips(value, features),
  });
}

/** What a policy governs: `HTTPRoute shop`, `HTTPRoute shop and 2 more`, `HTTPRoutes by label`. */
export function targetWords(value: unknown): string | undefined {
  const refs = [
    ...readList(value, 'spec', 'targetRefs'),
    ...(isSet(value, 'spec', 'targetRef') ? [readAt(value, 'spec', 'targetRef')] : []),
  ].filter(isMap);
  const [first] = refs;
  if (first !== undefined) {
    const target = words(readText(first, 'kind'), readText(first, 'name'), sectionOf(first));
    return refs.length === 1 ? target : `${target ?? 'a target'} and ${refs.length - 1} more`;
  }
  const kinds = readList(value, 'spec', 'targetSelectors').flatMap(
    (selector) => readText(selector, 'kind') ?? [],
  );
  return kinds.length === 0
    ? undefined
    : `${[...new Set(kinds)].map((kind) => `${kind}s`).join(', ')} by label`;
}

function sectionOf(ref: unknown): string | undefined {
  const section = readText(ref, 'sectionName');
  return section === undefined ? undefined : `/ ${section}`;
}
