import type { FieldDeclaration } from '../../form.ts';
import { readList } from '../../reading.ts';
import { sayModelQuota, sayQuotaRule } from '../../summaries/ai/quotaRows.ts';
import { saySelector } from '../../summaries/rateLimitWords.ts';
import { freeName } from '../freeName.ts';

const windows = ['1s', '1m', '1h', '1d'];

/** How much in which time. */
export function quotaFields(at: string): readonly FieldDeclaration[] {
  return [
    { type: 'number', path: `${at}.limit`, label: 'Limit', required: true },
    { type: 'enum', path: `${at}.duration`, label: 'In', options: windows, required: true },
  ];
}

/** What a request uses up. */
export function costExpressionField(path: string): FieldDeclaration {
  return {
    type: 'code',
    path,
    label: 'What counts (CEL)',
    placeholder: 'input_tokens + output_tokens * 4u',
    help: 'total_tokens when empty. Also input_tokens, output_tokens, cached_input_tokens and reasoning_tokens; numbers are unsigned: 4u.',
  };
}

const valueTypes = ['Exact', 'RegularExpression', 'Distinct'];

const clientsField: FieldDeclaration = {
  type: 'list',
  path: 'clientSelectors',
  label: 'For clients',
  item: 'selector',
  help: 'All must fit. AI Gateway looks at headers only. Without selectors the limit counts every request.',
  newItem: () => ({ headers: [{ name: 'x-user-id', type: 'Distinct' }] }),
  say: saySelector,
  fields: [
    {
      type: 'list',
      path: 'headers',
      label: 'Headers',
      item: 'header',
      newItem: (existing) => ({ name: freeName('x-user-id', existing), type: 'Distinct' }),
      fields: [
        { type: 'text', path: 'name', label: 'Name', required: true },
        {
          type: 'enum',
          path: 'type',
          label: 'Match',
          options: valueTypes,
          help: 'Distinct counts each value by itself.',
        },
        { type: 'text', path: 'value', label: 'Value', help: 'Not with Distinct.', asText: true },
        { type: 'boolean', path: 'invert', label: 'All but these', help: 'Not with Distinct.' },
      ],
    },
  ],
};

const bucketsField: FieldDeclaration = {
  type: 'list',
  path: 'quota.bucketRules',
  label: 'For some clients',
  item: 'limit',
  help: 'A request counts for every limit that it fits, and passes while one of them has something left.',
  newItem: () => ({
    clientSelectors: [{ headers: [{ name: 'x-user-id', type: 'Distinct' }] }],
    quota: { limit: 10000, duration: '1h' },
  }),
  say: (rule) => sayQuotaRule(rule),
  fields: [
    ...quotaFields('quota'),
    clientsField,
    { type: 'boolean', path: 'shadowMode', label: 'Only count', help: 'Nothing is refused.' },
  ],
};

/** The quotas of single models. */
export const modelQuotasField: FieldDeclaration = {
  type: 'list',
  path: 'spec.perModelQuotas',
  label: 'Models',
  item: 'model',
  newItem: (existing) => ({
    modelName: freeName('gpt-5-mini', existing, 'modelName'),
    quota: { defaultBucket: { limit: 100000, duration: '1h' } },
  }),
  say: (item) => {
    const rules = readList(item, 'quota', 'bucketRules').length;
    const quota = sayModelQuota(item);
    return rules === 0 || quota === undefined
      ? quota
      : `${quota}, and ${rules} ${rules === 1 ? 'limit' : 'limits'} for some clients`;
  },
  fields: [
    {
      type: 'text',
      path: 'modelName',
      label: 'Model',
      required: true,
      help: 'As modelNameOverride of the route names it.',
    },
    { type: 'number', path: 'quota.defaultBucket.limit', label: 'Limit for all clients' },
    { type: 'enum', path: 'quota.defaultBucket.duration', label: 'In', options: windows },
    costExpressionField('quota.costExpression'),
    bucketsField,
  ],
};
