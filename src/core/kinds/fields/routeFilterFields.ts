import type { FieldDeclaration } from '../form.ts';
import { cookieWords } from '../summaries/routeFilterFeatures.ts';
import { sentence } from '../summaries/sentences.ts';
import { freeName } from './freeName.ts';

/** A pattern and what takes the place of what it finds. */
function patternFields(at: string): readonly FieldDeclaration[] {
  return [
    {
      type: 'text',
      path: `${at}.pattern`,
      label: 'Pattern (RE2)',
      required: true,
      placeholder: '^/v[0-9]+/(.*)$',
    },
    {
      type: 'text',
      path: `${at}.substitution`,
      label: 'Substitution',
      required: true,
      placeholder: '/\\1',
      help: '\\1 is what the first group of the pattern found.',
    },
  ];
}

/** How the path is rewritten: by a pattern, which is all that HTTPRouteFilter adds. */
export const pathField: FieldDeclaration = {
  type: 'choice',
  path: 'spec.urlRewrite.path',
  by: 'type',
  label: 'Path',
  members: [
    {
      label: 'By a pattern',
      word: 'ReplaceRegexMatch',
      key: 'replaceRegexMatch',
      newValue: () => ({ pattern: '^/v[0-9]+/(.*)$', substitution: '/\\1' }),
      fields: patternFields('replaceRegexMatch'),
    },
  ],
};

/** Where the host that the backend sees comes from. */
export const hostnameField: FieldDeclaration = {
  type: 'choice',
  path: 'spec.urlRewrite.hostname',
  by: 'type',
  label: 'Host',
  members: [
    { label: 'That of the backend', word: 'Backend', fields: [] },
    {
      label: 'From a header',
      word: 'Header',
      key: 'header',
      newValue: () => 'x-backend-host',
      fields: [{ type: 'text', path: 'header', label: 'Header', required: true }],
    },
    {
      label: 'From the path',
      word: 'PathRegex',
      key: 'pathRegex',
      newValue: () => ({ pattern: '^/tenant/([a-z0-9-]+)/.*', substitution: '\\1.example.com' }),
      fields: patternFields('pathRegex'),
    },
  ],
};

/** The body of a fixed answer. */
export const answerBodyField: FieldDeclaration = {
  type: 'choice',
  path: 'spec.directResponse.body',
  by: 'type',
  label: 'Body',
  members: [
    {
      label: 'Written here',
      word: 'Inline',
      key: 'inline',
      newValue: () => 'Back soon.',
      fields: [{ type: 'code', path: 'inline', label: 'Text', asText: true }],
    },
    {
      label: 'In a ConfigMap',
      word: 'ValueRef',
      key: 'valueRef',
      newValue: () => ({ group: '', kind: 'ConfigMap', name: 'answers' }),
      fields: [
        {
          type: 'reference',
          path: 'valueRef',
          label: 'ConfigMap with response.body',
          reference: 'directResponse body',
        },
      ],
    },
  ],
};

/** Cookies that a request must have. */
export const cookiesField: FieldDeclaration = {
  type: 'list',
  path: 'spec.matches',
  label: 'Matches',
  item: 'match',
  help: 'One of them must fit.',
  newItem: () => ({ cookies: [{ name: 'beta', value: 'true' }] }),
  say: (match) => sentence(cookieWords(match)),
  fields: [
    {
      type: 'list',
      path: 'cookies',
      label: 'Cookies',
      item: 'cookie',
      help: 'All of them.',
      newItem: (existing) => ({ name: freeName('beta', existing), value: 'true' }),
      fields: [
        { type: 'text', path: 'name', label: 'Name', required: true },
        { type: 'text', path: 'value', label: 'Value', required: true, asText: true },
        { type: 'enum', path: 'type', label: 'Match', options: ['Exact', 'RegularExpression'] },
      ],
    },
  ],
};
