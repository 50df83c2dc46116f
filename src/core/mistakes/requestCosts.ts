import type { RepairStep } from '../schema/fault.ts';
import { removeStep, repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import { textOf } from './plainText.ts';
import { aiKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

/** What a sort of tokens is called in metadata, and in the expressions of AI Gateway. */
const tokens: Readonly<Record<string, readonly [metadataKey: string, variable: string]>> = {
  InputToken: ['llm_input_token', 'input_tokens'],
  OutputToken: ['llm_output_token', 'output_tokens'],
  TotalToken: ['llm_total_token', 'total_tokens'],
};

/** `llmRequestCosts: [{type: OutputToken, weight: 3}]`: a cost has a key in metadata, and an expression for factors. */
export const requestCosts: Mistake = {
  code: 'TS151',
  name: 'request-cost-weight',
  reason:
    'A cost is kept under a metadataKey, where a rate limit finds it. A factor is an expression: type CEL, cel "output_tokens * 3u".',
  kinds: aiKinds('AIGatewayRoute'),
  recognise(fault, resource) {
    const isLacking = fault.fault === 'required' && fault.field === 'metadataKey';
    const isWeight =
      fault.fault === 'unknown-field' && (fault.field === 'weight' || fault.field === 'multiplier');
    if (!isLacking && !isWeight) return undefined;
    const item = isLacking ? fault.path : fault.path.slice(0, -1);
    const cost = valueAt(resource, item);
    if (item.at(-2) !== 'llmRequestCosts' || !isRecord(cost)) return undefined;
    const type = textOf(cost.type) ?? '';
    const [key, variable] = (Object.hasOwn(tokens, type) ? tokens[type] : undefined) ?? [];
    if (key === undefined || variable === undefined) return undefined;
    const field = ['weight', 'multiplier'].find((each) => typeof cost[each] === 'number');
    const weight = field === undefined ? 1 : Number(cost[field]);
    if (!Number.isInteger(weight) || weight < 0) return undefined;
    const named = textOf(cost.metadataKey) === undefined ? nameOf(resource, item, key) : undefined;
    const cel = weight === 1 ? undefined : `${variable} * ${weight}u`;
    const steps: readonly RepairStep[] = [
      ...(named === undefined ? [] : [setStep([...item, 'metadataKey'], named)]),
      ...(cel === undefined ? [] : [setStep([...item, 'type'], 'CEL'), setStep([...item, 'cel'], cel)]),
      ...(field === undefined ? [] : [removeStep([...item, field])]),
    ];
    return {
      message: sayCost(field, cel),
      repairs: [repair(labelOf(named, cel, field), steps, true)],
    };
  },
};

function sayCost(field: string | undefined, cel: string | undefined): string {
  if (field === undefined) {
    return 'A cost is kept in metadata under a name of its own, which a rate limit then reads. Add metadataKey.';
  }
  return cel === undefined
    ? `A cost has no ${field}; without a factor each token counts once. It is kept under its metadataKey.`
    : `A cost has no ${field}: a factor is an expression, type CEL with cel: ${cel}. It is kept under its metadataKey.`;
}

function labelOf(named: string | undefined, cel: string | undefined, field: string | undefined): string {
  if (cel !== undefined) return `Write it as ${cel}`;
  return named === undefined ? `Remove ${field ?? ''}` : `Keep it under ${named}`;
}

/** A key that no other cost has. */
function nameOf(resource: unknown, item: Path, key: string): string {
  const costs = valueAt(resource, item.slice(0, -1));
  const taken = new Set(
    Array.isArray(costs) ? costs.map((each) => (isRecord(each) ? each.metadataKey : '')) : [],
  );
  for (let n = 1; ; n++) {
    const name = n === 1 ? key : `${key}_${n}`;
    if (!taken.has(name)) return name;
  }
}
