/** Short words for fields and types that no package holds: each is one line of a table, with its sentence. */
import type { Rule } from '../rule.ts';
import type { Schema, TypeName } from '../schema.ts';
import type { FieldOverlay, TypeOverlay } from './overlay.ts';

export const text = (doc: string, more: FieldOverlay = {}): FieldOverlay => ({
  type: 'string',
  doc,
  ...more,
});
export const flag = (doc: string, more: FieldOverlay = {}): FieldOverlay => ({
  type: 'boolean',
  doc,
  ...more,
});
export const integer = (doc: string, more: FieldOverlay = {}): FieldOverlay => ({
  type: 'integer',
  doc,
  ...more,
});
export const int32 = (doc: string, more: FieldOverlay = {}): FieldOverlay =>
  integer(doc, { format: 'int32', ...more });
export const listOf = (items: Schema, doc: string, more: FieldOverlay = {}): FieldOverlay => ({
  type: 'array',
  doc,
  items,
  ...more,
});
export const textMap = (doc: string, more: FieldOverlay = {}): FieldOverlay => ({
  type: 'object',
  doc,
  values: { type: 'string' },
  ...more,
});
/** A field of a named type. */
export const of = (ref: TypeName, doc: string, more: FieldOverlay = {}): FieldOverlay => ({
  ref,
  doc,
  ...more,
});
/** Only the sentence, for a field whose package has none. */
export const doc = (sentence: string, more: FieldOverlay = {}): FieldOverlay => ({ doc: sentence, ...more });

/** A type that no package holds. A name with a `!` behind it is required. */
export function record(
  sentence: string,
  fields: Readonly<Record<string, FieldOverlay>>,
  rules: readonly Rule[] = [],
  more: Omit<TypeOverlay, 'fields' | 'rules'> = {},
): TypeOverlay {
  const named = Object.entries(fields).map(([name, field]) => ({
    name: name.replace(/!$/, ''),
    full: name,
    field,
  }));
  return {
    from: 'nothing',
    type: 'object',
    doc: sentence,
    fields: Object.fromEntries(named.map(({ name, field }) => [name, field])),
    require: named.filter(({ name, full }) => name !== full).map(({ name }) => name),
    rules,
    ...more,
  };
}

/** The type of a whole resource, with its spec and status. */
export function resource(
  sentence: string,
  spec: TypeName,
  status: TypeName,
  more: { readonly require?: readonly string[]; readonly deprecated?: boolean } = {},
): TypeOverlay {
  return {
    from: 'nothing',
    type: 'object',
    doc: sentence,
    ...more,
    fields: {
      spec: of(spec, 'What is wanted.'),
      status: of(status, 'What was last seen; written by the controller.'),
    },
  };
}

/** What controllers report, one condition a type. */
export const conditions = (more: FieldOverlay = {}): FieldOverlay =>
  listOf({ ref: 'apis/meta/v1.Condition' }, 'How far the controller has come, by type.', more);
