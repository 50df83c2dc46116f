import type { FieldDeclaration, ListFieldDeclaration } from '../form.ts';
import { readText } from '../reading.ts';
import { freeName } from './freeName.ts';

/** Headers with their values; each name is there once. */
export function headersField(path: string, label: string, help?: string): ListFieldDeclaration {
  return {
    type: 'list',
    path,
    label,
    item: 'header',
    ...(help === undefined ? {} : { help }),
    newItem: (existing) => ({ name: freeName('x-gateway', existing), value: 'envoy' }),
    say: sayHeader,
    fields: [
      { type: 'text', path: 'name', label: 'Name', required: true },
      { type: 'text', path: 'value', label: 'Value', required: true },
    ],
  };
}

/** The headers that a filter sets, adds and removes; `path` is the map of the three. */
export function headerChangeFields(path: string): readonly FieldDeclaration[] {
  return [
    headersField(`${path}.set`, 'Set', 'Replaces the header where it is there.'),
    headersField(`${path}.add`, 'Add', 'Comes beside the values that are there.'),
    { type: 'texts', path: `${path}.remove`, label: 'Remove', placeholder: 'x-internal' },
  ];
}

/** `x-gateway: envoy`. */
function sayHeader(header: unknown): string | undefined {
  const name = readText(header, 'name');
  return name === undefined ? undefined : `${name}: ${readText(header, 'value') ?? ''}`;
}
