import { readList, readNumber, readText } from '../../reading.ts';
import { percent, weightOf } from '../backendSummary.ts';

/**
 * The backends of an AIGatewayRoute rule in the order in which they are tried: `90 % openai · 10 % azure, then bedrock as
 * claude`. Those of the lowest priority share the requests by weight. Undefined for none.
 */
export function failoverWords(rule: unknown): string | undefined {
  const byPriority = new Map<number, unknown[]>();
  for (const backend of readList(rule, 'backendRefs').slice(0, 16)) {
    const priority = readNumber(backend, 'priority') ?? 0;
    byPriority.set(priority, [...(byPriority.get(priority) ?? []), backend]);
  }
  const tiers = [...byPriority].sort(([one], [other]) => one - other).map(([, backends]) => backends);
  return tiers.length === 0 ? undefined : tiers.map(splitWords).join(', then ');
}

/** A backend of a rule as a sentence: `First choice: openai as gpt-5, weight 9`. */
export function sayAiBackend(backend: unknown): string {
  const priority = readNumber(backend, 'priority') ?? 0;
  const weight = readNumber(backend, 'weight');
  const tier = priority <= 0 ? 'First choice' : `Fallback ${priority}`;
  return `${tier}: ${modelName(backend)}${weight === undefined ? '' : `, weight ${weight}`}`;
}

function splitWords(backends: readonly unknown[]): string {
  const sum = backends.reduce<number>((total, each) => total + weightOf(each), 0);
  return backends
    .map((each) => {
      const name = modelName(each);
      if (backends.length > 1) return `${percent(weightOf(each), sum)} ${name}`;
      return weightOf(each) === 0 ? `${name} (weight 0)` : name;
    })
    .join(' · ');
}

function modelName(backend: unknown): string {
  const name = readText(backend, 'name') ?? '?';
  const model = readText(backend, 'modelNameOverride');
  return model === undefined ? name : `${name} as ${model}`;
}
