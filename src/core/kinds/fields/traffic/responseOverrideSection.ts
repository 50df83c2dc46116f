import type {
  ChoiceFieldDeclaration,
  FieldDeclaration,
  FormSection,
  ListFieldDeclaration,
} from '../../form.ts';
import { readText } from '../../reading.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { sayOverride, statusWords } from '../../summaries/overrideWords.ts';
import { words } from '../../summaries/rows.ts';
import { freeName } from '../freeName.ts';
import { headersField } from '../headerFields.ts';

const statusCodesField: ListFieldDeclaration = {
  type: 'list',
  path: 'match.statusCodes',
  label: 'Status codes',
  item: 'status code',
  help: 'One of them has to fit.',
  newItem: () => ({ type: 'Value', value: 500 }),
  say: statusWords,
  fields: [
    {
      type: 'choice',
      path: '',
      label: 'Type',
      by: 'type',
      required: true,
      members: [
        {
          label: 'One code',
          word: 'Value',
          key: 'value',
          newValue: () => 500,
          fields: [{ type: 'number', path: 'value', label: 'Status code' }],
        },
        {
          label: 'A range',
          word: 'Range',
          key: 'range',
          newValue: () => ({ start: 500, end: 599 }),
          fields: [
            { type: 'number', path: 'range.start', label: 'From', required: true },
            { type: 'number', path: 'range.end', label: 'To', required: true },
          ],
        },
      ],
    },
  ],
};

const responseHeadersField: ListFieldDeclaration = {
  type: 'list',
  path: 'match.responseHeaders',
  label: 'Answer headers',
  item: 'header',
  help: 'All have to fit.',
  newItem: (existing) => ({ name: freeName('x-error', existing), value: { value: 'true' } }),
  say: (header) => words(readText(header, 'name'), readText(header, 'value', 'value')),
  fields: [
    { type: 'text', path: 'name', label: 'Name', required: true },
    { type: 'text', path: 'value.value', label: 'Value', required: true },
    {
      type: 'enum',
      path: 'value.type',
      label: 'Compare',
      options: ['Exact', 'Prefix', 'Suffix', 'RegularExpression'],
      help: 'Exact when empty.',
    },
  ],
};

const bodyField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'response.body',
  label: 'Body',
  by: 'type',
  help: 'As the backend wrote it when not chosen.',
  members: [
    {
      label: 'Written here',
      word: 'Inline',
      key: 'inline',
      newValue: () => 'Something went wrong.',
      fields: [{ type: 'code', path: 'inline', label: 'Text' }],
    },
    {
      label: 'From a ConfigMap',
      help: 'Its key response.body, else its first.',
      word: 'ValueRef',
      key: 'valueRef',
      newValue: () => ({ group: '', kind: 'ConfigMap', name: 'error-page' }),
      fields: [
        { type: 'reference', path: 'valueRef', label: 'ConfigMap', reference: 'responseOverride body' },
      ],
    },
  ],
};

const responseFields: readonly FieldDeclaration[] = [
  { type: 'number', path: 'response.statusCode', label: 'Status', help: 'As it was when empty.' },
  {
    type: 'text',
    path: 'response.contentType',
    label: 'Content type',
    placeholder: 'application/json',
  },
  bodyField,
  headersField('response.header.set', 'Set headers'),
  headersField('response.header.add', 'Add headers'),
];

const redirectFields: readonly FieldDeclaration[] = [
  { type: 'enum', path: 'redirect.scheme', label: 'Scheme', options: ['https', 'http'] },
  { type: 'text', path: 'redirect.hostname', label: 'Hostname', placeholder: 'www.example.com' },
  { type: 'number', path: 'redirect.port', label: 'Port' },
  {
    type: 'choice',
    path: 'redirect.path',
    label: 'Path',
    by: 'type',
    help: 'Kept as it is when not chosen.',
    members: [
      {
        label: 'Replace the whole path',
        word: 'ReplaceFullPath',
        key: 'replaceFullPath',
        newValue: () => '/sorry',
        fields: [{ type: 'text', path: 'replaceFullPath', label: 'New path', placeholder: '/sorry' }],
      },
    ],
  },
  {
    type: 'enum',
    path: 'redirect.statusCode',
    label: 'Status',
    options: ['301', '302'],
    asNumber: true,
    help: '302 when empty.',
  },
];

/** Other answers in place of some. */
export const responseOverrideSection: FormSection = {
  title: 'Response override',
  help: 'Gives another answer in place of some: a friendly page for 5xx, a redirect for 401.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/response-override/',
  say: (value) => sayFeatures(value, backendTrafficFeatures, 'responseOverride'),
  fields: [
    {
      type: 'list',
      path: 'spec.responseOverride',
      label: 'Overrides',
      item: 'override',
      help: 'The first that fits decides.',
      newItem: () => ({
        match: { statusCodes: [{ type: 'Range', range: { start: 500, end: 599 } }] },
        response: { statusCode: 503, body: { type: 'Inline', inline: 'Something went wrong.' } },
      }),
      say: sayOverride,
      fields: [
        statusCodesField,
        responseHeadersField,
        {
          type: 'enum',
          path: 'source',
          label: 'Answers of',
          options: ['All', 'Local', 'Backend'],
          help: 'Local: of the proxy itself, such as a refused token. All when empty.',
        },
        {
          type: 'choice',
          path: '',
          label: 'Instead',
          required: true,
          members: [
            {
              label: 'An answer',
              key: 'response',
              newValue: () => ({ statusCode: 503 }),
              fields: responseFields,
            },
            {
              label: 'A redirect',
              key: 'redirect',
              newValue: () => ({ scheme: 'https', statusCode: 302 }),
              fields: redirectFields,
            },
          ],
        },
      ],
    },
  ],
};
