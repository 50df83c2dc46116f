import { isSet, readNumber, readText, readTexts } from '../reading.ts';
import type { CardRow, CardSummary, Chip } from '../types.ts';
import { backendWords } from './backendSummary.ts';
import { answersItself, filterChips } from './filterChips.ts';
import { grpcMatchWords, httpMatchWords, type MatchWords } from './matchSummary.ts';
import { chip, count, listing, listRows, summary } from './rows.ts';

/** An HTTPRoute's card: hostnames below the name, a row for each rule. */
export function summariseHttpRoute(value: unknown): CardSummary {
  return summary({ subtitle: hostnames(value), rows: ruleRows(value, httpMatchWords) });
}

/** A GRPCRoute's card. */
export function summariseGrpcRoute(value: unknown): CardSummary {
  return summary({ subtitle: hostnames(value), rows: ruleRows(value, grpcMatchWords) });
}

/** The card of a route of layer 4, which has one rule without matches: `label` says what it takes. */
export function summariseStreamRoute(value: unknown, label: string): CardSummary {
  return summary({
    subtitle: listing(readTexts(value, 'spec', 'hostnames'), 2),
    rows: ruleRows(value, () => ({ label, conditions: [] })),
  });
}

function hostnames(value: unknown): string {
  return listing(readTexts(value, 'spec', 'hostnames'), 2) ?? 'any host';
}

function ruleRows(value: unknown, matchWords: (rule: unknown) => MatchWords): readonly CardRow[] {
  return listRows(value, ['spec', 'rules'], (rule) => {
    const { label, conditions } = matchWords(rule);
    const name = readText(rule, 'name');
    const backends = backendWords(rule) ?? (answersItself(rule) ? undefined : 'no backend');
    return {
      label,
      parts: [...conditions, backends],
      chips: [...filterChips(rule), ...trafficChips(rule)],
      ...(name === undefined ? {} : { section: name }),
    };
  });
}

function trafficChips(rule: unknown): readonly (Chip | undefined)[] {
  const request = readText(rule, 'timeouts', 'request');
  const backend = readText(rule, 'timeouts', 'backendRequest');
  const attempts = readNumber(rule, 'retry', 'attempts');
  return [
    request === undefined ? undefined : chip(`${request} timeout`, 'for the whole request'),
    backend === undefined ? undefined : chip(`${backend} per try`, 'for a single request to the backend'),
    isSet(rule, 'retry') ? retryChip(attempts, readTexts(rule, 'retry', 'codes')) : undefined,
    isSet(rule, 'sessionPersistence')
      ? chip(
          'sticky',
          `session persistence by ${(readText(rule, 'sessionPersistence', 'type') ?? 'Cookie').toLowerCase()}`,
        )
      : undefined,
  ];
}

function retryChip(attempts: number | undefined, codes: readonly string[]): Chip {
  const text = attempts === undefined ? 'retry' : count(attempts, 'retry', 'retries');
  const on = listing(codes, 6);
  return on === undefined ? { text } : { text, detail: `on ${on}` };
}
