import type { FieldDeclaration } from '../../form.ts';
import { readText } from '../../reading.ts';
import { freeName } from '../freeName.ts';
import { headersField } from '../headerFields.ts';

/**
 * What AI Gateway changes of a request before it goes to a backend. `at` is what stands before: `spec.` for an
 * AIServiceBackend, nothing for a backend of a route, whose changes win.
 */
export function mutationFields(at: string): readonly FieldDeclaration[] {
  return [
    headersField(`${at}headerMutation.set`, 'Set headers'),
    { type: 'texts', path: `${at}headerMutation.remove`, label: 'Remove headers', placeholder: 'x-internal' },
    {
      type: 'list',
      path: `${at}bodyMutation.set`,
      label: 'Set body fields',
      item: 'field',
      help: 'Fields at the top of the JSON body.',
      newItem: (existing) => ({ path: freeName('service_tier', existing, 'path'), value: '"default"' }),
      say: sayField,
      fields: [
        { type: 'text', path: 'path', label: 'Field', required: true, placeholder: 'max_tokens' },
        {
          type: 'text',
          path: 'value',
          label: 'Value as JSON',
          required: true,
          asText: true,
          help: 'A text stands in quotes: "default". Numbers and true do not.',
        },
      ],
    },
    {
      type: 'texts',
      path: `${at}bodyMutation.remove`,
      label: 'Remove body fields',
      placeholder: 'internal_flag',
    },
  ];
}

function sayField(field: unknown): string | undefined {
  const path = readText(field, 'path');
  return path === undefined ? undefined : `${path} = ${readText(field, 'value') ?? ''}`;
}
