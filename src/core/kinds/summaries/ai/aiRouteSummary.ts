import { readList, readText, readTexts } from '../../reading.ts';
import type { CardSummary, Chip } from '../../types.ts';
import { modelWords, sayModelMatch } from '../modelWords.ts';
import { chip, listing, listRows, type RowWords, summary } from '../rows.ts';
import { either } from '../sentences.ts';
import { costChip } from './costWords.ts';
import { failoverWords } from './failoverWords.ts';
import { mutationChips } from './mutationChips.ts';

/** An AIGatewayRoute's card: hosts below the name, a row for each rule with its models and backends. */
export function summariseAiRoute(value: unknown): CardSummary {
  return summary({
    subtitle: listing(readTexts(value, 'spec', 'hostnames'), 2) ?? 'any host',
    rows: listRows(value, ['spec', 'rules'], ruleWords),
    chips: [costChip(value, 'spec', 'llmRequestCosts')],
  });
}

/** A rule as a sentence: `Requests for model gpt-5 go to openai, then azure as gpt-4o`. */
export function sayAiRule(rule: unknown): string {
  const matches = readList(rule, 'matches').slice(0, 8).map(sayModelMatch);
  const asked = either(matches.map((each, i) => (i === 0 ? each : each.replace(/^Requests for /, ''))));
  const backends = failoverWords(rule);
  return `${asked ?? 'Requests for any model'} ${backends === undefined ? 'have no backend' : `go to ${backends}`}`;
}

function ruleWords(rule: unknown): RowWords {
  const { label, conditions } = modelWords(rule);
  return {
    label,
    parts: [...conditions, failoverWords(rule) ?? 'no backend'],
    chips: [...timeoutChips(rule), ...mutationChips(readList(rule, 'backendRefs').slice(0, 16))],
  };
}

const timeouts: readonly (readonly [path: readonly string[], word: string, detail: string])[] = [
  [['timeouts', 'request'], 'timeout', 'for the whole request'],
  [['timeouts', 'backendRequest'], 'per try', 'for a single request to a backend'],
  [['streamIdleTimeout'], 'idle', 'how long a stream may be silent'],
];

function timeoutChips(rule: unknown): readonly (Chip | undefined)[] {
  return timeouts.map(([path, word, detail]) => {
    const duration = readText(rule, ...path);
    return duration === undefined ? undefined : chip(`${duration} ${word}`, detail);
  });
}
