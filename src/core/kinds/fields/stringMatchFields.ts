import type { FieldDeclaration, ListFieldDeclaration } from '../form.ts';
import { readText } from '../reading.ts';
import { words } from '../summaries/rows.ts';

const matchTypes = ['Exact', 'Prefix', 'Suffix', 'RegularExpression'];

/** A text to compare with, and how. */
export const stringMatchFields: readonly FieldDeclaration[] = [
  { type: 'text', path: 'value', label: 'Value', required: true },
  { type: 'enum', path: 'type', label: 'Compare', options: matchTypes, help: 'Exact when empty.' },
];

/** Texts of which one has to fit, such as the names in a certificate. */
export function stringMatchesField(field: {
  readonly path: string;
  readonly label: string;
  readonly item: string;
  readonly value: string;
  readonly help?: string;
}): ListFieldDeclaration {
  const { value, ...rest } = field;
  return {
    type: 'list',
    ...rest,
    newItem: () => ({ value }),
    say: sayStringMatch,
    fields: stringMatchFields,
  };
}

/** `prefix envoy.`, `api.example.com`. */
export function sayStringMatch(match: unknown): string | undefined {
  const type = readText(match, 'type') ?? 'Exact';
  const sign = { Prefix: 'begins with', Suffix: 'ends with', RegularExpression: 'like' }[type];
  return words(sign, readText(match, 'value'));
}
