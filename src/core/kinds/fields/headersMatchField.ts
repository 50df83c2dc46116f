import type { FieldDeclaration } from '../form.ts';
import { readText } from '../reading.ts';
import { freeName } from './freeName.ts';

/** Headers that a request must have; each name is there once. */
export function headersMatchField(
  path: string,
  help: string,
  usual: { readonly name: string; readonly value: string } = { name: 'x-version', value: '2' },
): FieldDeclaration {
  return {
    type: 'list',
    path,
    label: 'Headers',
    item: 'header',
    help,
    newItem: (existing) =>
      existing.length === 0 ? usual : { name: freeName('x-version', existing), value: '2' },
    say: sayHeader,
    fields: [
      { type: 'text', path: 'name', label: 'Name', required: true, placeholder: usual.name },
      {
        type: 'text',
        path: 'value',
        label: 'Value',
        required: true,
        asText: true,
        placeholder: usual.value,
      },
      { type: 'enum', path: 'type', label: 'Match', options: ['Exact', 'RegularExpression'] },
    ],
  };
}

/** `x-version = 2`, `x-version like [23]`. */
function sayHeader(header: unknown): string | undefined {
  const name = readText(header, 'name');
  if (name === undefined) return undefined;
  const isPattern = readText(header, 'type') === 'RegularExpression';
  return `${name} ${isPattern ? 'like' : '='} ${readText(header, 'value') ?? ''}`;
}
