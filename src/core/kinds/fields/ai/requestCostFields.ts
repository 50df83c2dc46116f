import type { ChoiceMember, FieldDeclaration } from '../../form.ts';
import { isMap } from '../../reading.ts';
import { costWords } from '../../summaries/ai/costWords.ts';
import { sentence } from '../../summaries/sentences.ts';

/** Types of cost with the keys that are commonly used for them, the most useful first. */
const usual: readonly (readonly [type: string, metadataKey: string, label: string])[] = [
  ['TotalToken', 'llm_total_token', 'All tokens'],
  ['InputToken', 'llm_input_token', 'Input tokens'],
  ['OutputToken', 'llm_output_token', 'Output tokens'],
  ['CachedInputToken', 'llm_cached_input_token', 'Input tokens read from the cache'],
  ['CacheCreationInputToken', 'llm_cache_creation_input_token', 'Input tokens written to the cache'],
  ['ReasoningToken', 'llm_reasoning_token', 'Reasoning tokens'],
];

const expression: ChoiceMember = {
  label: 'An expression',
  word: 'CEL',
  key: 'cel',
  newValue: () => 'input_tokens + output_tokens * 4u',
  fields: [
    {
      type: 'code',
      path: 'cel',
      label: 'Expression (CEL)',
      help: 'A whole number from input_tokens, output_tokens, total_tokens, cached_input_tokens, reasoning_tokens, model and backend. Numbers are unsigned: 4u.',
    },
  ],
};

/** What is counted of every request: tokens of a sort, or an expression over them. */
export function requestCostsField(path: string, help: string): FieldDeclaration {
  return {
    type: 'list',
    path,
    label: 'Costs',
    item: 'cost',
    help,
    newItem: newCost,
    say: (cost) => sentence(costWords(cost)),
    fields: [
      {
        type: 'text',
        path: 'metadataKey',
        label: 'Kept as',
        required: true,
        placeholder: 'llm_total_token',
        help: 'Rate limits and access logs find the number under this key of the metadata io.envoy.ai_gateway.',
      },
      {
        type: 'choice',
        path: '',
        by: 'type',
        label: 'Counts',
        required: true,
        members: [...usual.map(([word, , label]) => ({ label, word, fields: [] })), expression],
      },
    ],
  };
}

/** The first of the usual ones that is not there yet, then expressions. */
function newCost(existing: readonly unknown[]) {
  const taken = new Set(existing.filter(isMap).map(({ metadataKey }) => metadataKey));
  const free = usual.find(([, key]) => !taken.has(key));
  if (free !== undefined) return { metadataKey: free[1], type: free[0] };
  let metadataKey = 'llm_cost';
  for (let number = 2; taken.has(metadataKey); number++) metadataKey = `llm_cost_${number}`;
  return { metadataKey, type: 'CEL', cel: 'input_tokens + output_tokens * 4u' };
}
