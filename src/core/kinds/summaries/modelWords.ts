import { readList, readText } from '../reading.ts';
import type { MatchWords } from './matchSummary.ts';
import { together } from './sentences.ts';

/** The header that AI Gateway writes the model of a request into. */
export const modelHeader = 'x-ai-eg-model';

/** The models that an AIGatewayRoute rule takes: `gpt-5`, `~ gpt-.*`, `any model`, and what else a request must have. */
export function modelWords(rule: unknown): MatchWords {
  const matches = readList(rule, 'matches')
    .slice(0, 64)
    .map((match) => ({ model: modelOf(match), conditions: conditionsOf(match) }));
  const [only] = matches;
  if (only === undefined) return { label: 'any model', conditions: [] };
  if (matches.length === 1) return { label: only.model ?? 'any model', conditions: only.conditions };
  const alternatives = matches.map(({ model = 'any model', conditions }) =>
    conditions.length === 0 ? model : `${model} (${conditions.join(', ')})`,
  );
  return { label: alternatives.join(' or '), conditions: [] };
}

/** A match of an AIGatewayRoute as a sentence: `Requests for model gpt-5 with x-team=a`. */
export function sayModelMatch(match: unknown): string {
  const model = modelOf(match);
  const conditions = conditionsOf(match);
  const asked = model === undefined ? 'any model' : `model ${model.replace('~ ', 'like ')}`;
  return `Requests for ${asked}${conditions.length === 0 ? '' : ` with ${together(conditions)}`}`;
}

function modelOf(match: unknown): string | undefined {
  const header = headersOf(match).find(isModel);
  const value = readText(header, 'value');
  if (value === undefined) return undefined;
  return readText(header, 'type') === 'RegularExpression' ? `~ ${value}` : value;
}

function conditionsOf(match: unknown): readonly string[] {
  return headersOf(match).flatMap((header) => {
    const name = readText(header, 'name');
    if (name === undefined || isModel(header)) return [];
    const equals = readText(header, 'type') === 'RegularExpression' ? '~' : '=';
    return [`${name}${equals}${readText(header, 'value') ?? ''}`];
  });
}

function headersOf(match: unknown): readonly unknown[] {
  return readList(match, 'headers').slice(0, 16);
}

/** Names of headers are the same in any case. */
function isModel(header: unknown): boolean {
  return readText(header, 'name')?.toLowerCase() === modelHeader;
}
