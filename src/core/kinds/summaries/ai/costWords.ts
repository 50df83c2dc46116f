import { readList, readText } from '../../reading.ts';
import type { Chip } from '../../types.ts';
import { listing } from '../rows.ts';

/** What each type of cost counts. */
const counted: Readonly<Record<string, string>> = {
  InputToken: 'input tokens',
  OutputToken: 'output tokens',
  TotalToken: 'all tokens',
  CachedInputToken: 'cached input tokens',
  CacheCreationInputToken: 'tokens written to the cache',
  ReasoningToken: 'reasoning tokens',
};

/** `all tokens as llm_total_token`, `output_tokens * 3u as llm_cost`; undefined for what says nothing. */
export function costWords(cost: unknown): string | undefined {
  const type = readText(cost, 'type');
  const key = readText(cost, 'metadataKey');
  if (type === undefined) return key;
  const known = Object.hasOwn(counted, type) ? counted[type] : undefined;
  return `${(type === 'CEL' ? readText(cost, 'cel') : known) ?? type} as ${key ?? '?'}`;
}

/** All costs of a list in one line; undefined where there are none. */
export function costListWords(costs: readonly unknown[]): string | undefined {
  return listing(costs.flatMap((each) => costWords(each) ?? []));
}

/** A chip for the numbers that are kept of each request; undefined where there are none. */
export function costChip(value: unknown, ...path: readonly string[]): Chip | undefined {
  const costs = readList(value, ...path);
  if (costs.length === 0) return undefined;
  return { text: 'token costs', detail: `keeps ${costListWords(costs) ?? 'nothing'}` };
}
