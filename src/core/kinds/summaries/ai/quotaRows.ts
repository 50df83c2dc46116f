import { isSet, readAt, readFlag, readNumber, readText } from '../../reading.ts';
import type { CardRow } from '../../types.ts';
import { clientWords } from '../rateLimitWords.ts';
import { fieldRow, listRows, type RowWords, words } from '../rows.ts';
import { sayWords } from '../sentences.ts';

const windows: Readonly<Record<string, string>> = {
  '1s': 'second',
  '1m': 'minute',
  '1h': 'hour',
  '1d': 'day',
};

/** The limits of a QuotaPolicy: all models together, then each model with the limits of some clients below it. */
export function quotaRows(value: unknown): readonly CardRow[] {
  const all = ['spec', 'serviceQuota'];
  const models = listRows(value, ['spec', 'perModelQuotas'], modelWords);
  const items = readAt(value, 'spec', 'perModelQuotas');
  return [
    ...(isSet(value, ...all) ? [fieldRow(all, serviceWords(readAt(value, ...all)))] : []),
    ...models.flatMap((row, index) => [
      row,
      ...clientRows(row, Array.isArray(items) ? items[index] : undefined),
    ]),
  ];
}

/** The quota of a model as a sentence: `Model gpt-5, 100000 tokens per hour`. */
export function sayModelQuota(item: unknown): string | undefined {
  const words = modelWords(item);
  return sayWords({ ...words, label: `model ${words.label}` });
}

/** A limit of some clients as a sentence: `1000 tokens per minute for each x-user-id`. */
export function sayQuotaRule(rule: unknown, unit?: string): string | undefined {
  return words(quotaWords(readAt(rule, 'quota'), unit), clientWords(rule));
}

/** All models together as a sentence. */
export function sayServiceQuota(value: unknown): string | undefined {
  const quota = readAt(value, 'spec', 'serviceQuota');
  return isSet(quota) ? sayWords(serviceWords(quota)) : undefined;
}

function serviceWords(quota: unknown): RowWords {
  return { label: 'all models', parts: [quotaWords(readAt(quota, 'quota'), unitOf(quota))] };
}

function modelWords(item: unknown): RowWords {
  const quota = readAt(item, 'quota');
  return {
    label: readText(item, 'modelName') ?? 'model',
    parts: [quotaWords(readAt(quota, 'defaultBucket'), unitOf(quota))],
  };
}

function clientRows(model: CardRow, item: unknown): readonly CardRow[] {
  const unit = unitOf(readAt(item, 'quota'));
  return listRows(item, ['quota', 'bucketRules'], (rule) => ({
    label: clientWords(rule) ?? 'for everyone',
    parts: [quotaWords(readAt(rule, 'quota'), unit)],
    chips: [readFlag(rule, 'shadowMode') ? { text: 'shadow', detail: 'counted, not enforced' } : undefined],
  })).map((row) => ({ ...row, id: `${model.id}/${row.id}`, path: [...model.path, ...row.path] }));
}

/** With an expression of its own it is not tokens that are counted. */
function unitOf(holder: unknown): string {
  return readText(holder, 'costExpression') === undefined ? 'token' : 'unit';
}

/** `100000 tokens per hour`; undefined without a limit. */
function quotaWords(quota: unknown, unit = 'token'): string | undefined {
  const limit = readNumber(quota, 'limit');
  if (limit === undefined) return undefined;
  const duration = readText(quota, 'duration') ?? '?';
  const window = Object.hasOwn(windows, duration) ? windows[duration] : duration;
  return `${limit} ${limit === 1 ? unit : `${unit}s`} per ${window}`;
}
