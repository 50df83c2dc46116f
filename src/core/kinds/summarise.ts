import type { Resource } from '../workspace/types.ts';
import { kindOf } from './registry.ts';
import type { CardSummary } from './types.ts';

/** A resource with what its card shows. */
export interface AnalysedResource extends Resource {
  readonly summary: CardSummary;
}

const plain: CardSummary = { rows: [], chips: [] };
const summaries = new WeakMap<object, CardSummary>();

/** What the card of a resource shows; kinds that are not known have no rows. Memoised by the value. */
export function summarise(resource: Resource): CardSummary {
  const known = summaries.get(resource.value);
  if (known !== undefined) return known;
  const summary = kindOf(resource.group, resource.kind)?.summarise(resource.value) ?? plain;
  summaries.set(resource.value, summary);
  return summary;
}
