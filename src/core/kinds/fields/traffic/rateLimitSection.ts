import type {
  ChoiceFieldDeclaration,
  FieldDeclaration,
  FormSection,
  ListFieldDeclaration,
} from '../../form.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { sayLimit, saySelector } from '../../summaries/rateLimitWords.ts';
import { freeName } from '../freeName.ts';
import { methods } from '../methods.ts';

const units = ['Second', 'Minute', 'Hour', 'Day', 'Week', 'Month', 'Year'];
const notField = (path: string): FieldDeclaration => ({
  type: 'boolean',
  path,
  label: 'All others',
  help: 'Turns the condition around.',
});

function rulesField(scope: 'local' | 'global', label: string, help: string): ListFieldDeclaration {
  return {
    type: 'list',
    path: `spec.rateLimit.${scope}.rules`,
    label,
    item: 'limit',
    help,
    newItem: () => ({ limit: { requests: 100, unit: 'Minute' } }),
    say: sayLimit,
    fields: [
      { type: 'number', path: 'limit.requests', label: 'Requests', required: true },
      { type: 'enum', path: 'limit.unit', label: 'Per', options: units, required: true },
      selectorsField,
      costField('request', 'Cost of a request', 'What a request takes from the limit; 1 when not chosen.'),
      ...(scope === 'global' ? globalFields : []),
      {
        type: 'boolean',
        path: 'shared',
        label: 'Shared',
        help: 'One count for all routes that this policy governs, instead of one for each.',
      },
      {
        type: 'enum',
        path: 'xRateLimitHeaders',
        label: 'Limits in answers',
        options: ['Off', 'DraftVersion03'],
        help: 'Whether answers carry x-ratelimit headers; as the ClientTrafficPolicy says when empty.',
      },
    ],
  };
}

const selectorsField: ListFieldDeclaration = {
  type: 'list',
  path: 'clientSelectors',
  label: 'Counts requests with',
  item: 'selector',
  help: 'All have to fit. Without one every request counts, and all clients share the limit.',
  newItem: () => ({ headers: [{ name: 'x-user-id', type: 'Distinct' }] }),
  say: saySelector,
  fields: [
    namedValuesField(
      'headers',
      'Headers',
      'header',
      'x-user-id',
      'To count by a claim of a JWT: copy it into a header (claimToHeaders of the SecurityPolicy), and choose Distinct here.',
    ),
    {
      type: 'cidr',
      path: 'sourceCIDR.value',
      label: 'Source addresses',
      placeholder: '0.0.0.0/0',
      help: 'The address of the client; see client IP detection of the ClientTrafficPolicy.',
    },
    {
      type: 'enum',
      path: 'sourceCIDR.type',
      label: 'Count addresses',
      options: ['Exact', 'Distinct'],
      help: 'Distinct: each address by itself. Exact: the range together.',
    },
    { type: 'text', path: 'path.value', label: 'Path', placeholder: '/api' },
    {
      type: 'enum',
      path: 'path.type',
      label: 'Path match',
      options: ['PathPrefix', 'Exact', 'RegularExpression'],
    },
    {
      type: 'list',
      path: 'methods',
      label: 'Methods',
      item: 'method',
      newItem: () => ({ value: 'POST' }),
      fields: [
        { type: 'enum', path: 'value', label: 'Method', options: methods, required: true },
        notField('invert'),
      ],
    },
    namedValuesField('queryParams', 'Query parameters', 'query parameter', 'api-key'),
    notField('sourceCIDR.invert'),
    notField('path.invert'),
  ],
};

function namedValuesField(
  path: string,
  label: string,
  item: string,
  name: string,
  help?: string,
): ListFieldDeclaration {
  return {
    type: 'list',
    path,
    label,
    item,
    ...(help === undefined ? {} : { help }),
    newItem: (existing) => ({ name: freeName(name, existing), type: 'Distinct' }),
    fields: [
      { type: 'text', path: 'name', label: 'Name', required: true },
      {
        type: 'enum',
        path: 'type',
        label: 'Compare',
        options: ['Distinct', 'Exact', 'RegularExpression'],
        help: 'Distinct counts each value by itself.',
      },
      { type: 'text', path: 'value', label: 'Value', help: 'Not with Distinct.' },
      notField('invert'),
    ],
  };
}

/** What a request or its answer takes from the limit. */
function costField(side: 'request' | 'response', label: string, help: string): ChoiceFieldDeclaration {
  return {
    type: 'choice',
    path: `cost.${side}`,
    label,
    help,
    by: 'from',
    members: [
      {
        label: 'A number',
        word: 'Number',
        key: 'number',
        newValue: () => 1,
        fields: [{ type: 'number', path: 'number', label: 'Cost', help: '0 counts nothing.' }],
      },
      {
        label: 'From metadata',
        help: 'What a filter has found out: the tokens of an answer.',
        word: 'Metadata',
        key: 'metadata',
        newValue: () => ({ namespace: 'io.envoy.ai_gateway', key: 'llm_total_token' }),
        fields: [
          { type: 'text', path: 'metadata.namespace', label: 'Metadata namespace', required: true },
          { type: 'text', path: 'metadata.key', label: 'Metadata key', required: true },
        ],
      },
    ],
  };
}

/** What only the rate limit service can do. */
const globalFields: readonly FieldDeclaration[] = [
  costField(
    'response',
    'Cost of an answer',
    'Taken when the answer has ended, so it bears on the requests after it; nothing when not chosen.',
  ),
  {
    type: 'boolean',
    path: 'shadowMode',
    label: 'Shadow mode',
    help: 'Counts and refuses nobody.',
  },
];

/** How many requests of whom are answered; the rest gets 429. */
export const rateLimitSection: FormSection = {
  title: 'Rate limit',
  help: 'Answers requests beyond a number in a time with 429, for each client or for all together.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/global-rate-limit/',
  say: (value) => sayFeatures(value, backendTrafficFeatures, 'rateLimit'),
  fields: [
    rulesField(
      'local',
      'Local limits',
      'Each proxy counts for itself: with two proxies clients get twice as much. Nothing else is needed.',
    ),
    rulesField(
      'global',
      'Global limits',
      'All proxies count together. Envoy Gateway has to be installed with its rate limit service, which keeps the counts in Redis.',
    ),
  ],
};
